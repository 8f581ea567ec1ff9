const DIGITS: Readonly<Record<string, number>> = {
  〇: 0,
  '○': 0,
  零: 0,
  一: 1,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
}

/** 十 → 10, 二十七 → 27, 三 → 3; null when it is no number below 100. */
export function chineseNumber(text: string): number | null {
  const match = /^([一二三四五六七八九])?(十)?([一二三四五六七八九])?$/.exec(text)
  if (!match || text === '') return null
  const [, tens, ten, ones] = match
  if (ten === undefined) return tens !== undefined && ones === undefined ? (DIGITS[tens] ?? null) : null
  return (tens === undefined ? 1 : (DIGITS[tens] ?? 0)) * 10 + (ones === undefined ? 0 : (DIGITS[ones] ?? 0))
}

/** 二〇二五年六月二十七日 → 2025年6月27日; anything else stays as it is. */
export function readChineseNumbers(text: string): string {
  return text
    .replace(/[〇○零一二三四五六七八九]{4}(?=年)/g, (year) => [...year].map((c) => DIGITS[c]).join(''))
    .replace(/[一二三四五六七八九十]{1,3}(?=[月日号时点])/g, (part) => String(chineseNumber(part) ?? part))
}
