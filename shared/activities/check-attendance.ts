import { normalName } from '../kernel/text.ts'
import type { PartAttendance } from './attendance.ts'
import { finding, isListedAbsent } from './findings.ts'
import type { Absentee, Finding, PartInput, SaveActivity } from './schema.ts'
import { quorumForOpening, quorumRule, type VotingSettings, votingBase } from './voting.ts'

/** The same person twice: by identity where both have one, else by name. */
const isSame = (a: Absentee, b: Absentee) =>
  a.personId && b.personId ? a.personId === b.personId : normalName(a.name) === normalName(b.name)

function checkAbsentees(part: PartInput, known: PartAttendance, path: string): Finding[] {
  // `partAttendance` appends those whom the roster does not have behind the members due.
  const strangers = known.rosterKnown ? known.attendance.slice(known.counts.due) : []
  const due = known.rosterKnown ? known.attendance.slice(0, known.counts.due) : []
  return part.absentees.flatMap((absentee, index) => {
    const at = `${path}.absentees.${index}`
    const findings: Finding[] = []
    const namesakes = absentee.personId ? 0 : due.filter((row) => row.name === normalName(absentee.name)).length
    if (namesakes > 1) {
      const text = `名单上有${namesakes}名${absentee.name}，按名单中靠前的一名记缺席，请在出席栏点名确认`
      findings.push(finding('ABSENTEE_AMBIGUOUS', 'warning', at, text))
    } else if (part.absentees.slice(0, index).some((earlier) => isSame(earlier, absentee))) {
      findings.push(finding('DUPLICATE_ABSENTEE', 'warning', at, `缺席人员${absentee.name}重复`))
    } else if (strangers.some((row) => row.name === normalName(absentee.name))) {
      const where = part.purpose === 'committeeMeeting' ? '支委会' : part.purpose === 'groupMeeting' ? '本党小组' : '支部'
      findings.push(
        finding('ABSENTEE_NOT_ON_ROSTER', 'warning', at, `缺席人员${absentee.name}不在当天的${where}名单里，没有计入应到人数`),
      )
    }
    return findings
  })
}

function checkCounts(activity: SaveActivity, part: PartInput, known: PartAttendance, path: string): Finding[] {
  if (known.rosterKnown) return []
  if (!part.counts) {
    if (activity.state === 'planned') return []
    return [finding('ROSTER_UNKNOWN', 'warning', `${path}.counts`, '当天的名单未录，请按原始记录填写应到人数和实到人数')]
  }
  const { due, present } = part.counts
  if (present > due) {
    return [finding('PRESENT_ABOVE_DUE', 'error', `${path}.counts.present`, `实到人数${present}多于应到人数${due}`)]
  }
  if (part.absentees.length > due - present) {
    const text = `缺席人员${part.absentees.length}名，多于应到人数减实到人数${due - present}`
    return [finding('ABSENTEES_ABOVE_COUNTS', 'warning', `${path}.absentees`, text)]
  }
  return []
}

function checkQuorum(part: PartInput, known: PartAttendance, path: string, settings: VotingSettings): Finding[] {
  const rule = quorumRule(part.purpose, settings)
  const base = votingBase(part.purpose, known.counts)
  if (!rule || base.due === 0 || quorumForOpening(part.purpose, known.counts, settings)) return []
  const text = `不符合规定人数，表决无效：${rule.baseName}${base.due}名，实到${base.present}名，须${rule.quorumName}到会；记录照常保存`
  return [finding('QUORUM_NOT_MET', 'error', `${path}.absentees`, text, rule.source)]
}

/** Somebody who is not there cannot speak, count votes or lecture. It is pointed out, never repaired. */
function checkWhoActs(part: PartInput, known: PartAttendance, path: string): Finding[] {
  const acting: { at: string; name: string; does: string }[] = []
  if (part.lecturer) acting.push({ at: `${path}.lecturer`, name: part.lecturer.name, does: '授课' })
  if (part.opening?.speaker) acting.push({ at: `${path}.opening`, name: part.opening.speaker, does: '宣布开会' })
  for (const [itemIndex, item] of part.agenda.entries()) {
    for (const [index, block] of item.content.entries()) {
      const at = `${path}.agenda.${itemIndex}.content.${index}`
      if (block.kind === 'speech') acting.push({ at, name: block.speaker, does: '发言' })
      const counters = block.kind === 'vote' ? block.vote : block.kind === 'election' ? block.election : null
      if (!counters) continue
      for (const name of counters.scrutineers) acting.push({ at, name, does: '担任监票人' })
      for (const name of counters.tellers) acting.push({ at, name, does: '担任计票人' })
    }
  }
  return acting
    .filter(({ name }) => isListedAbsent(known, name))
    .map(({ at, name, does }) => finding('ABSENTEE_ACTS', 'warning', at, `${name}在缺席名单里，却${does}`))
}

export function checkAttendance(
  activity: SaveActivity,
  part: PartInput,
  known: PartAttendance,
  path: string,
  settings: VotingSettings,
): Finding[] {
  return [
    ...checkCounts(activity, part, known, path),
    ...checkAbsentees(part, known, path),
    ...checkQuorum(part, known, path, settings),
    ...checkWhoActs(part, known, path),
  ]
}
