import type { Dossier } from '../dossier/schema.ts'
import { isPlainDate, type PlainDate } from '../kernel/dates.ts'

/** 换届 or 补选 as its record has it; null where nothing was entered. */
export interface ElectionCase {
  readonly id: string
  readonly title: string
  readonly isTerm: boolean
  /** The day of the election, planned or held. */
  readonly date: PlainDate
  readonly status: string
  readonly requestedOn: PlainDate | null
  readonly approvedOn: PlainDate | null
  readonly documentNo: string
  readonly seats: number | null
  readonly candidates: readonly string[]
  readonly reportedOn: PlainDate | null
  /** Why it is earlier or later than the term, and who approved it. */
  readonly delay: string
  /** Sittings it rests on. */
  readonly links: readonly string[]
}

/** What a record of 换届和补选 says. */
export function electionCase({ id, title, date, status, content, links }: Dossier): ElectionCase {
  const day = (key: string): PlainDate | null => {
    const value = content[key]
    return typeof value === 'string' && isPlainDate(value) ? value : null
  }
  const text = (key: string) => (typeof content[key] === 'string' ? content[key] : '')
  const names = content['candidates']
  return {
    id,
    title,
    isTerm: content['sort'] === 'termElection',
    date,
    status,
    requestedOn: day('requestedOn'),
    approvedOn: day('approvedOn'),
    documentNo: text('documentNo'),
    seats: typeof content['seats'] === 'number' ? content['seats'] : null,
    candidates: Array.isArray(names) ? names.filter((each): each is string => typeof each === 'string') : [],
    reportedOn: day('reportedOn'),
    delay: text('delay').trim(),
    links,
  }
}

/** The election took place: said by its record, by a linked meeting, or by a report. */
export const isElected = ({ status, links, reportedOn }: Pick<ElectionCase, 'status' | 'links' | 'reportedOn'>): boolean =>
  status === 'elected' || status === 'reported' || links.length > 0 || reportedOn !== null
