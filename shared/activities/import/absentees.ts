import { normalName } from '../../kernel/text.ts'
import { fullWidthSigns, halfWidth } from '../../kernel/width.ts'
import type { Absentee } from '../schema.ts'
import { isReasonOnly, nameAndReason, readReason } from './reasons.ts'

/** What a cell of absentees says, and what is doubtful about it. */
export interface ReadAbsentees {
  readonly absentees: readonly Absentee[]
  readonly doubts: readonly string[]
}

const NONE = /^(无|没有|无缺席|无人缺席|全勤|全体到会|全部到齐|-+|—+|\/|0)$/

/** Splits at separators outside brackets: a reason may hold commas of its own. */
function tokens(text: string): string[] {
  const found: string[] = []
  let depth = 0
  let token = ''
  for (const c of text) {
    if (c === '(') depth += 1
    if (c === ')') depth = Math.max(0, depth - 1)
    if (depth === 0 && '、,;\n。'.includes(c)) {
      found.push(token)
      token = ''
    } else token += c
  }
  return [...found, token].map((each) => each.trim()).filter((each) => each !== '')
}

interface Draft {
  readonly name: string
  reason: string | null
}

function read(token: string, drafts: Draft[]): void {
  const bracketed = /^([^()]+)\((.*)\)$/.exec(token)
  const dashed = /^([\p{Script=Han}·\s]{2,8}?)\s*[:\-—]+\s*(.+)$/u.exec(token)
  const spaced = /^(\S+)\s+(\S.*)$/.exec(token)
  const last = drafts.at(-1)
  if (bracketed) drafts.push({ name: bracketed[1] as string, reason: bracketed[2] as string })
  // 公出:陈丙 names the reason first; it is turned round by the caller.
  else if (dashed && !isReasonOnly(dashed[1] as string)) drafts.push({ name: dashed[1] as string, reason: dashed[2] as string })
  else if (isReasonOnly(token) && last && last.reason === null) last.reason = token
  else if (spaced && readReason(spaced[2] as string) && !readReason(spaced[1] as string)) {
    drafts.push({ name: spaced[1] as string, reason: spaced[2] as string })
  } else {
    const split = nameAndReason(token)
    drafts.push(split ? { name: split.name, reason: split.reason } : { name: token, reason: null })
  }
}

/** 公出：陈丙、吴十；病假：郑甲 → the reason once for all names that follow it. */
function readReasonFirst(group: string): Draft[] | null {
  const match = /^([^:()]+):(.+)$/.exec(group)
  if (!match || !isReasonOnly(match[1] as string)) return null
  return tokens(match[2] as string).map((name) => ({ name, reason: match[1] as string }))
}

/**
 * Reads 缺席人员及原因: 陈丙（公出）、褚丁（年老体弱，不作硬性要求）; 陈丙公出，吴十病假; 公出：陈丙、吴十. Half- and full-width
 * brackets and separators alike; 无 and dashes are nobody.
 */
export function readAbsentees(text: string): ReadAbsentees {
  const flat = halfWidth(text)
    .replace(/[【〔[［]/g, '(')
    .replace(/[】〕\]］]/g, ')')
    .trim()
    .replace(/^(请假|缺席|共)?\d+人[:,、]?/, '')
  if (flat === '' || NONE.test(flat.replace(/[\s。]/g, ''))) return { absentees: [], doubts: [] }
  const drafts: Draft[] = []
  for (const group of flat.split(/[;\n](?![^(]*\))/)) {
    const reasonFirst = readReasonFirst(group.trim())
    if (reasonFirst) {
      drafts.push(...reasonFirst)
      continue
    }
    const own: Draft[] = []
    for (const token of tokens(group)) read(token, own)
    drafts.push(...own)
  }
  const doubts: string[] = []
  const seen = new Set<string>()
  const absentees = drafts.flatMap((draft): Absentee[] => {
    const name = [...normalName(draft.name).replace(/(同志|等)$/, '')].slice(0, 60).join('')
    // A name written twice is one person: counted twice, the figures of the row would not agree.
    if (name === '' || NONE.test(name) || seen.has(name)) return []
    seen.add(name)
    const known = draft.reason === null ? null : readReason(draft.reason)
    if (!known)
      doubts.push(
        draft.reason === null
          ? `“${name}”没有写明缺席原因`
          : `“${name}”的缺席原因“${draft.reason.slice(0, 30)}”不在常用原因中，按其他原因记`,
      )
    const words = draft.reason ?? ''
    return [
      {
        name,
        reason: known?.reason ?? 'other',
        note: known ? known.note : fullWidthSigns([...words].slice(0, 200).join('')),
        writtenOpinion: words.includes('书面意见'),
      },
    ]
  })
  return { absentees, doubts }
}
