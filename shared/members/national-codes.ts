/**
 * Code and name, as the national form 党员基本信息汇总表 writes them: "01 汉族" (DOMAIN 7.1). The codes of 民族 are those of
 * GB/T 3304, in its order.
 */
const ethnicGroups =
  '汉 蒙古 回 藏 维吾尔 苗 彝 壮 布依 朝鲜 满 侗 瑶 白 土家 哈尼 哈萨克 傣 黎 傈僳 佤 畲 高山 拉祜 水 东乡 纳西 景颇 柯尔克孜 土 达斡尔 仫佬 羌 布朗 撒拉 毛南 仡佬 锡伯 阿昌 普米 塔吉克 怒 乌孜别克 俄罗斯 鄂温克 德昂 保安 裕固 京 塔塔尔 独龙 鄂伦春 赫哲 门巴 珞巴 基诺'.split(
    ' ',
  )

const ethnicityCodes = new Map([
  ...ethnicGroups.map((name, i): [string, string] => [`${name}族`, String(i + 1).padStart(2, '0')]),
  ['其他族', '91'],
  ['外国血统', '92'],
])

const educationCodes = new Map([
  ['博士研究生', '11'],
  ['硕士研究生', '12'],
  ['硕士生班', '13'],
  ['中央党校研究生', '1A'],
  ['省委党校研究生', '1B'],
  ['大学', '21'],
  ['大专', '22'],
  ['大学普通班', '23'],
  ['第二学士学位班', '24'],
  ['中央党校大学', '2A'],
  ['省委党校大学', '2B'],
  ['中央党校大专', '2C'],
  ['省委党校大专', '2D'],
  ['中等专科', '41'],
  ['职业高中', '44'],
  ['技工学校', '47'],
  ['普通高中', '6'],
  ['初中', '7'],
  ['小学', '8'],
  ['其他', '9'],
])

/** What people write for a name of the list, where it can mean nothing else. */
const usualNames: Readonly<Record<string, string>> = {
  博士: '博士研究生',
  硕士: '硕士研究生',
  大学本科: '大学',
  本科: '大学',
  大学专科: '大专',
  专科: '大专',
  中专: '中等专科',
  高中: '普通高中',
}

const jobCodes = new Map([
  ['公务员', '011'],
  ['参照公务员法管理的工作人员', '012'],
  ['事业单位管理岗位', '0211'],
  ['事业单位专业技术岗位', '0212'],
  ['机关单位工勤岗', '0314'],
  ['事业单位工勤岗', '0315'],
  ['离休干部', '501'],
  ['退休人员', '502'],
  ['退职人员', '503'],
  ['内部退养职工', '504'],
])

function withCode(codes: ReadonlyMap<string, string>, name: string): string {
  const code = codes.get(name)
  return code === undefined ? name : `${code} ${name}`
}

/** 汉族, 汉 → `01 汉族`; a name that is not in the list stays as it was typed. */
export function nationalEthnicity(text: string): string {
  const name = text.trim()
  return ethnicityCodes.has(`${name}族`) ? withCode(ethnicityCodes, `${name}族`) : withCode(ethnicityCodes, name)
}

/** 大学, 本科, 大学本科 → `21 大学`; a name that is not in the list stays as it was typed. */
export function nationalEducation(text: string): string {
  const name = text.trim()
  return withCode(educationCodes, usualNames[name] ?? name)
}

/** 公务员 → `011 公务员`; a name that is not in the list stays as it was typed. */
export const nationalJob = (text: string): string => withCode(jobCodes, text.trim())
