import type { Content } from '../dossier/field.ts'
import { dossierKind } from '../dossier/kinds/index.ts'
import type { Dossier } from '../dossier/schema.ts'
import { statusText, valueText } from '../dossier/text.ts'
import { chineseDate, isPlainDate } from '../kernel/dates.ts'

export const registerKeys = ['volunteer', 'wishes', 'honours', 'contacts'] as const
export type RegisterKey = (typeof registerKeys)[number]

/** A meeting of the year with a leader beside its members (列席). */
export interface LeaderAttendance {
  readonly activityId: string
  readonly date: string
  readonly title: string
  readonly name: string
  readonly role: string
}

/** What a row of a ledger is made from. */
export interface RowSource {
  readonly id: string
  readonly type: 'activity' | 'dossier'
}

const sourcesOf = (records: readonly Dossier[]): RowSource[] => records.map(({ id }) => ({ id, type: 'dossier' }))

/** A year's ledger of 作用发挥: cells without the 序号 in front, and what they come to. */
export interface Register {
  readonly key: RegisterKey
  readonly name: string
  readonly head: readonly string[]
  readonly widths: readonly number[]
  readonly leftColumns: readonly number[]
  readonly rows: readonly (readonly string[])[]
  /** The record or sitting of each row, in the same order. */
  readonly sources: readonly RowSource[]
  /** One line below the table. */
  readonly total: string
}

const kindsOf: Record<RegisterKey, readonly string[]> = {
  volunteer: ['volunteerService', 'communityDay'],
  wishes: ['microWish'],
  honours: ['honour'],
  contacts: ['contactVisit'],
}
export const registerKinds = (key: RegisterKey): readonly string[] => kindsOf[key]

export const registerNames: Record<RegisterKey, string> = {
  volunteer: '志愿服务台账',
  wishes: '微心愿台账',
  honours: '荣誉台账',
  contacts: '联系支部情况表',
}

const names = ({ people }: Dossier) => people.map(({ name }) => name).join('、')

function text({ kind, content }: Dossier, key: string): string {
  const field = dossierKind(kind).fields.find((each) => each.key === key)
  return field && field.type !== 'rows' ? valueText(field, content[key]) : ''
}

/** Hours for each person of a service; 0 where none are given. */
export const hoursOf = (content: Content): number => (typeof content['hours'] === 'number' ? content['hours'] : 0)

/** Hours of a service times those who took part, exact to the half hour. */
export const personHours = (records: readonly Dossier[]): number =>
  records.reduce((sum, { content, people }) => sum + Math.round(hoursOf(content) * 2) * people.length, 0) / 2

/** How many of the wishes are done, and their share in percent; null where there are none. */
export function wishShare(records: readonly Dossier[]): { claimed: number; done: number; percent: number | null } {
  const done = records.filter(({ status }) => status === 'done').length
  return { claimed: records.length, done, percent: records.length === 0 ? null : Math.round((done * 1000) / records.length) / 10 }
}

function volunteer(records: readonly Dossier[]): Omit<Register, 'key' | 'name'> {
  return {
    head: ['日期', '类别', '名称', '地点（社区）', '参加人', '人数', '每人时长', '共建单位'],
    widths: [3, 2.7, 3.6, 3, 4.6, 1.3, 2, 2.4],
    leftColumns: [3, 5],
    rows: records.map((record) => [
      chineseDate(record.date),
      dossierKind(record.kind).name,
      record.title,
      text(record, 'place') || text(record, 'community'),
      names(record),
      String(record.people.length),
      text(record, 'hours'),
      text(record, 'partner'),
    ]),
    sources: sourcesOf(records),
    total: `合计${records.length}次，${records.reduce((sum, { people }) => sum + people.length, 0)}人次，${personHours(records)}小时`,
  }
}

function wishes(records: readonly Dossier[]): Omit<Register, 'key' | 'name'> {
  const { claimed, done, percent } = wishShare(records)
  return {
    head: ['认领日期', '居民类别', '心愿', '认领人', '进展', '办结日期', '办结情况'],
    widths: [3, 2.2, 5, 2, 1.8, 3, 5],
    leftColumns: [3, 7],
    rows: records.map((record) => [
      chineseDate(record.date),
      text(record, 'residentKind'),
      text(record, 'wish'),
      names(record),
      statusText(dossierKind(record.kind), record.status),
      text(record, 'doneOn'),
      text(record, 'result'),
    ]),
    sources: sourcesOf(records),
    total: `认领${claimed}个，办结${done}个${percent === null ? '' : `，完成率${percent}%`}`,
  }
}

function honours(records: readonly Dossier[]): Omit<Register, 'key' | 'name'> {
  return {
    head: ['授予日期', '名称', '级别', '授予对象', '获得人', '授予机关', '文号', '证书'],
    widths: [3, 4.6, 1.8, 2, 3, 3, 3, 1.3],
    leftColumns: [2],
    rows: records.map((record) => [
      chineseDate(record.date),
      record.title,
      text(record, 'level'),
      text(record, 'awardedTo'),
      names(record),
      text(record, 'issuer'),
      text(record, 'documentNo'),
      record.attachments.length > 0 ? '有' : '',
    ]),
    sources: sourcesOf(records),
    total: `合计${records.length}项`,
  }
}

/** Visits and, beside them, meetings a leader attended that no visit of the day tells of already. */
function contacts(records: readonly Dossier[], attended: readonly LeaderAttendance[]): Omit<Register, 'key' | 'name'> {
  const known = new Set(records.flatMap(({ date, people }) => people.map(({ name }) => `${date} ${name}`)))
  const visits = records.map((record) => ({
    date: record.date,
    source: { id: record.id, type: 'dossier' as const },
    cells: [
      names(record),
      text(record, 'post'),
      text(record, 'sort'),
      [record.title, text(record, 'text')].filter(Boolean).join('：'),
    ],
  }))
  const meetings = attended
    .filter(({ date, name }) => !known.has(`${date} ${name}`))
    .map(({ activityId, date, name, role, title }) => ({
      date,
      source: { id: activityId, type: 'activity' as const },
      cells: [name, role, '列席会议', title],
    }))
  const rows = [...visits, ...meetings].toSorted((a, b) => (a.date < b.date ? -1 : 1))
  return {
    head: ['日期', '联系领导', '职务', '方式', '做了什么'],
    widths: [2.6, 2, 3.4, 2.4, 9],
    leftColumns: [5],
    rows: rows.map(({ date, cells }) => [isPlainDate(date) ? chineseDate(date) : date, ...cells]),
    sources: rows.map(({ source }) => source),
    total: `合计${rows.length}次`,
  }
}

/** A ledger of a year from its records, oldest first; records of other kinds are left out. */
export function register(key: RegisterKey, records: readonly Dossier[], attended: readonly LeaderAttendance[] = []): Register {
  const own = records.filter(({ kind }) => kindsOf[key].includes(kind)).toSorted((a, b) => (a.date < b.date ? -1 : 1))
  const made = { volunteer, wishes, honours, contacts: (all: readonly Dossier[]) => contacts(all, attended) }[key](own)
  return { key, name: registerNames[key], ...made }
}
