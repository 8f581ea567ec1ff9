import { AppError } from '#shared/kernel/errors.ts'
import { isKnownValue } from '#shared/members/check.ts'
import { historyFile, type RecordLine, recordFiles } from '#shared/packs/records.ts'
import { parsedRecordNumber } from '../../activities/take-over.ts'
import { parsedDossierNumber } from '../../dossier/take-over.ts'
import { isChain } from '../../ledger/history-chains.ts'
import { ratingLineProblem } from '../../rating/line-problem.ts'

const fileOf = (line: RecordLine) => `data/records/${line.kind === 'history' ? historyFile(line.deviceId) : recordFiles[line.kind]}`
const refuse = (line: RecordLine, reason: string): never => {
  throw new AppError('PACK_REFUSED', { file: `${fileOf(line)} ${line.id}`, reason })
}

/** Every identity a line brings: its own, and those of the rows within a sitting. */
export function idsOf(line: RecordLine): string[] {
  if (line.kind !== 'activity') return [line.id]
  return [line.id, ...line.parts.flatMap((part) => [part.id, ...part.resolutions.map(({ id }) => id)])]
}

/**
 * What must hold between the rows of one pack: each id once, one branch row, no attachment without its file, whole chains of
 * history. @throws AppError PACK_REFUSED with file and id
 */
export function checkLines(lines: readonly RecordLine[], branchId: string, paths: ReadonlySet<string>): void {
  const branches = lines.filter((line) => line.kind === 'branch')
  if (branches.length !== 1 || branches[0]?.id !== branchId) {
    throw new AppError('PACK_REFUSED', { file: 'data/records/branch.jsonl', reason: '应当只有本支部一行' })
  }
  const ids = new Set<string>()
  for (const line of lines) {
    for (const id of idsOf(line)) {
      if (ids.has(id)) refuse(line, '标识出现两次')
      ids.add(id)
    }
    if (line.kind === 'attachment' && line.path !== null && !paths.has(line.path)) refuse(line, '附件不在材料包里')
    if (line.kind === 'interval' && !isKnownValue({ kind: line.intervalKind, value: line.value }))
      refuse(line, '没有这种职务或状态')
    if (line.kind === 'dossier' && parsedDossierNumber(line.dossierKind, line.recordNumber) === null)
      refuse(line, '记录编号不合格式')
    const problem = line.kind === 'ratingScheme' || line.kind === 'assessment' ? ratingLineProblem(line) : null
    if (problem !== null) refuse(line, problem)
    if (line.kind === 'activity' && line.parts.length === 0) refuse(line, '会议没有内容')
    if (line.kind === 'activity' && line.parts.some((part) => parsedRecordNumber(part) === null)) refuse(line, '记录编号不合格式')
  }
  const chains = Map.groupBy(
    lines.filter((line) => line.kind === 'history'),
    ({ deviceId }) => deviceId,
  )
  for (const links of chains.values()) {
    const [first] = links
    if (first && !isChain(links.toSorted((a, b) => a.seq - b.seq))) refuse(first, '修改记录前后不衔接')
  }
}

type PointedAt = 'person' | 'party_group' | 'activity' | 'dossier' | 'rating_scheme'

/** Rows that a row points at must come with it or be in the ledger. @param isKnown an id of the ledger */
export function checkReferences(lines: readonly RecordLine[], isKnown: (table: PointedAt, id: string) => boolean): void {
  const own = (kind: RecordLine['kind']) => new Set(lines.filter((line) => line.kind === kind).map(({ id }) => id))
  const persons = own('person')
  const groups = own('group')
  const activities = own('activity')
  const dossiers = own('dossier')
  const schemes = own('ratingScheme')
  for (const line of lines) {
    const need = (ids: ReadonlySet<string>, table: PointedAt, id: string | null | undefined) => {
      if (id && !ids.has(id) && !isKnown(table, id)) refuse(line, '指向材料包里没有的人员、党小组、会议或工作记录')
    }
    if (line.kind === 'membership' || line.kind === 'interval') need(persons, 'person', line.personId)
    if (line.kind === 'attachment') {
      need(activities, 'activity', line.activityId)
      need(dossiers, 'dossier', line.dossierId)
    }
    if (line.kind === 'assessment') need(schemes, 'rating_scheme', line.schemeId)
    if (line.kind === 'dossier') for (const { personId } of line.people) need(persons, 'person', personId)
    if (line.kind !== 'activity') continue
    for (const part of line.parts) {
      need(groups, 'party_group', part.groupId)
      for (const { personId } of part.attendance) need(persons, 'person', personId)
    }
  }
}
