/** What a font is used for on paper: text, page numbers, headings of the first and second level, titles. */
export const fontRoles = ['fang', 'song', 'hei', 'kai', 'title'] as const
export type FontRole = (typeof fontRoles)[number]

/** 办公字体: fonts as offices have them (DOMAIN 3.2), best first. */
export const officeFonts: Readonly<Record<FontRole, readonly string[]>> = {
  fang: ['仿宋_GB2312', 'FangSong_GB2312', '仿宋', 'FangSong', '华文仿宋', 'STFangsong'],
  song: ['宋体', 'SimSun', '华文宋体', 'STSong'],
  hei: ['黑体', 'SimHei', '华文黑体', 'STHeiti'],
  kai: ['楷体_GB2312', 'KaiTi_GB2312', '楷体', 'KaiTi', '华文楷体', 'STKaiti'],
  title: ['方正小标宋简体', 'FZXiaoBiaoSong-B05S', '方正小标宋_GBK', 'FZXiaoBiaoSong-B05'],
}

/** 随附字体: what is shipped for each use, under its own name. */
export const shippedFonts: Readonly<Record<FontRole, string>> = {
  fang: '思源宋体',
  song: '思源宋体',
  hei: '思源黑体',
  kai: '霞鹜文楷',
  title: '思源宋体（粗）',
}
