import type { Activity, ContentBlock, Part } from '../../activities/schema.ts'
import { normalName } from '../../kernel/text.ts'
import type { InspectionFinding } from '../schema.ts'
import { named, tookPlace } from '../sitting.ts'

type Acts = Map<string, Set<string>>

/** A written opinion is what an absent member may give; it is said so beside the name or as the first words. */
const isWritten = (words: string) => words.slice(0, 60).includes('书面意见')

/** Absent in a part of the sitting, and present in none: of two members of one name the other may be the one who is there. */
function absentNames(parts: readonly Part[]): Set<string> {
  const rows = parts.flatMap(({ attendance }) => attendance)
  const present = new Set(rows.filter((row) => row.present).map(({ name }) => normalName(name)))
  return new Set(
    rows
      .filter((row) => !row.present)
      .map(({ name }) => normalName(name))
      .filter((name) => !present.has(name)),
  )
}

/** Names that a text has speak: 「陈丙：」 or 「陈丙（青年委员）：」 at the beginning of a paragraph or after a full stop. */
function speakersIn(text: string): { readonly name: string; readonly words: string }[] {
  const found = text.matchAll(
    /(?:^|[\n。！？；”])[\s\u3000]*(?<name>[\p{Script=Han}·]{2,15})(?:同志)?[ \u3000]*(?:[（(](?<role>[^（()）\n]{1,40})[）)])?[：:]/gu,
  )
  return Array.from(found, (match) => {
    const end = match.index + match[0].length
    return {
      name: (match.groups?.['name'] ?? '').replace(/同志$/, ''),
      words: `${match.groups?.['role'] ?? ''}${text.slice(end, end + 20)}`,
    }
  })
}

function blockActs(block: ContentBlock, add: (name: string, act: string) => void): void {
  switch (block.kind) {
    case 'speech':
      if (!isWritten(block.role) && !isWritten(block.text)) add(block.speaker, '发言')
      break
    case 'text':
      for (const { name, words } of speakersIn(block.text)) if (!isWritten(words)) add(name, '发言')
      break
    case 'vote':
      for (const name of block.vote.scrutineers) add(name, '监票')
      for (const name of block.vote.tellers) add(name, '计票')
      break
    case 'election':
      for (const name of block.election.scrutineers) add(name, '监票')
      for (const name of block.election.tellers) add(name, '计票')
  }
}

function collect(absent: ReadonlySet<string>, acts: Acts) {
  return (given: string | null | undefined, act: string) => {
    const name = normalName(given ?? '')
    if (absent.has(name)) acts.set(name, (acts.get(name) ?? new Set()).add(act))
  }
}

/** What absent members do in one sitting. */
function actsIn(activity: Activity): Acts {
  const acts: Acts = new Map()
  const ofSitting = collect(absentNames(activity.parts), acts)
  ofSitting(activity.chair?.name, '主持')
  ofSitting(activity.recorder?.name, '记录')
  for (const { name } of speakersIn(activity.closing)) ofSitting(name, '发言')
  for (const part of activity.parts) {
    const add = collect(absentNames([part]), acts)
    add(part.lecturer?.name, '授课')
    add(part.opening?.speaker, '报告人数')
    for (const name of part.details?.leadReaders ?? []) add(name, '领学')
    for (const block of part.agenda.flatMap(({ content }) => content)) blockActs(block, add)
  }
  return acts
}

/** Members listed as absent who speak, chair, record, lecture or count votes in the same record. */
export function absentActs(activities: readonly Activity[]): InspectionFinding[] {
  return activities.filter(tookPlace).flatMap((activity): InspectionFinding[] => {
    const acts = actsIn(activity)
    if (acts.size === 0) return []
    const who = [...acts].map(([name, what]) => `${name}列为缺席，记录里又有其${[...what].join('、')}`).join('；')
    return [{ kind: 'absentActs', records: [activity.id], text: `${named(activity)}：${who}。`, sources: [] }]
  })
}
