import { halfWidth } from '../../kernel/width.ts'

/** What a line of the head is about, in the words offices use. */
export type HeadField =
  | 'time'
  | 'place'
  | 'chair'
  | 'recorder'
  | 'lecturer'
  | 'topic'
  | 'present'
  | 'absent'
  | 'invitees'
  | 'counts'
  | 'agenda'
  | 'body'
  | 'resolutions'
  | 'closing'
  | 'end'
  | 'other'

const labels: readonly (readonly [HeadField, string])[] = [
  ['time', '(?:会议|活动|学习|上课|授课)?时间|日期|(?:会议|活动)日期'],
  ['place', '(?:会议|活动|学习|上课|授课)?地点'],
  ['chair', '(?:会议)?主持人?|主持'],
  ['recorder', '(?:会议)?记录人?|记录员'],
  ['lecturer', '授课人|主讲人'],
  ['topic', '课题|党课题目|活动主题|会议主题|学习主题|主题'],
  ['absent', '缺席人员及原因|缺席人员|缺席情况|缺席|请假人员|未到人员'],
  ['invitees', '列席人员|列席'],
  ['counts', '应到党员|应到委员|应到人数|应到|应到会有表决权的党员'],
  ['present', '出席人员|参加人员|参会人员|到会人员|出席|参会'],
  ['agenda', '会议议题|会议议程|议题|议程'],
  ['body', '会议内容|会议记录|活动内容|学习内容|授课要点|主要内容|讨论交流|会议情况'],
  ['resolutions', '会议决议|会议决定|议定事项|决定事项|会议议定|决议'],
  ['closing', '主持人小结|会议小结|小结'],
  ['end', '(?:记录人|主持人|党小组组长|审核人|书记)[（(]签(?:字|名)[）)]'],
  ['other', '附件|学时|评议情况|实到党员|实到委员|实到人数|实到'],
]

/** The characters of a label may be spread: 主 持 人. */
const spread = (pattern: string) => pattern.replace(/(\p{Script=Han})(?=\p{Script=Han})/gu, '$1[\\s\\u3000]*')
const any = labels.map(([, pattern]) => spread(pattern)).join('|')
const START = new RegExp(`^(${any})[\\s\\u3000]*(?:[：:]|$)[\\s\\u3000]*`, 'u')
const NEXT = new RegExp(`[\\s\\u3000]+(?=(?:${any})[\\s\\u3000]*[：:])`, 'u')

const exact = labels.map(([field, pattern]) => [field, new RegExp(`^(?:${pattern})$`, 'u')] as const)

/** One label of a line with what follows it. */
export interface HeadEntry {
  readonly field: HeadField
  readonly label: string
  readonly value: string
}

/** 主 持 人：张三        记 录 人：李四 as its two entries; empty for a line that starts with no label. */
export function headEntries(line: string): HeadEntry[] {
  const match = START.exec(line)
  if (!match) return []
  const label = (match[1] ?? '').replace(/[\s\u3000]+/gu, '')
  const field = exact.find(([, pattern]) => pattern.test(label))?.[0] ?? 'other'
  const rest = line.slice(match[0].length)
  const next = NEXT.exec(rest)
  const value = (next ? rest.slice(0, next.index) : rest).trim()
  return [{ field, label, value }, ...(next ? headEntries(rest.slice(next.index).trim()) : [])]
}

/** 14名, 应到14人: the first number; null where there is none. */
export function numberIn(text: string): number | null {
  const match = /\d{1,6}/.exec(halfWidth(text))
  return match ? Number(match[0]) : null
}
