import type { AgendaItem, ContentBlock } from '../activities/schema.ts'
import { flags, marks, valueNames } from './labels.ts'

/** A value of a row as the history keeps it. */
export type RowValue = string | number | null | undefined
export type HistoryRow = Readonly<Record<string, RowValue>>

function blockLine(block: ContentBlock): string {
  switch (block.kind) {
    case 'text':
      return block.text
    case 'speech':
      return `${block.speaker}${block.role ? `（${block.role}）` : ''}：${block.text}`
    case 'vote': {
      const { votesFor, votesAgainst, votesAbstain, ballots, outcome } = block.vote
      const slips = ballots ? `，发出${ballots.issued}张，收回${ballots.returned}张，有效${ballots.valid}张` : ''
      return `表决：赞成${votesFor}票，反对${votesAgainst}票，弃权${votesAbstain}票${slips}${outcome ? `，${outcome}` : ''}`
    }
    case 'election': {
      const { ballots, candidates } = block.election
      const votes = candidates.map(({ name, votes: got }) => `${name}${got}票`).join('、')
      return `选举：发出${ballots.issued}张，收回${ballots.returned}张，有效${ballots.valid}张；${votes}`
    }
  }
}

const agendaText = (items: readonly AgendaItem[]): string =>
  items.flatMap((item) => [`议题：${item.title}`, ...(item.content ?? []).map(blockLine)]).join('\n')

interface Named {
  readonly name: string
  readonly post?: string
  readonly role?: string
}

const named = ({ name, post, role }: Named) => `${name}${post || role ? `（${post || role}）` : ''}`

/** Anything else kept as JSON, without the names of its fields: nobody should have to read those. */
function plain(value: unknown): string {
  if (value === null || value === undefined || value === '') return ''
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (typeof value === 'string' || typeof value === 'number') return String(value)
  if (typeof value !== 'object') return ''
  const parts = Object.values(value).map(plain)
  return parts.filter((part) => part !== '').join(Array.isArray(value) ? '\n' : '，')
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

/** A value of a column in words; several lines for lists and agendas, empty for nothing. */
export function valueText(table: string, column: string, value: RowValue): string {
  const place = `${table}.${column}`
  if (value === null || value === undefined || value === '') return ''
  if (marks[place]) return marks[place]
  if (flags.has(place)) return value === 1 ? '是' : '否'
  const name = valueNames[place]?.[String(value)]
  if (name) return name
  if (typeof value === 'number') return String(value)
  switch (place) {
    case 'part.agenda':
      return agendaText(parsed(value) as readonly AgendaItem[])
    case 'activity.chair':
    case 'activity.recorder':
    case 'part.lecturer':
      return named(parsed(value) as Named)
    case 'activity.invitees':
      return (parsed(value) as readonly Named[]).map(named).join('、')
    case 'dossier.people':
      return (parsed(value) as readonly Named[]).map(({ name }) => name).join('、')
    case 'dossier.content':
    case 'dossier.tags':
    case 'part.details':
    case 'activity.pre_check':
    case 'activity.guidance':
      return plain(parsed(value))
    default:
      return value
  }
}
