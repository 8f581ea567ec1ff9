import { type RecordLine, recordLineSchema } from '#shared/packs/records.ts'
import { readEveryActivity } from '../../activities/read.ts'
import { readEveryAttachment } from '../../attachments/read.ts'
import { readBranch } from '../../branch/read.ts'
import { readEveryDossier } from '../../dossier/read.ts'
import { readChains } from '../../ledger/history-chains.ts'
import type { OpenLedger } from '../../ledger/open-ledger.ts'
import { readRosterHistory } from '../../members/read.ts'
import { readOwnRules } from '../../obligations/read.ts'
import { readAssessments, readKeptSchemes } from '../../rating/kept.ts'
import { keptTables } from '../../reference/tables.ts'

/** Where the content of an attachment lies in an exchange pack, from the pack's root: each content once. */
export const contentPath = (sha256: string) => `data/attachments/${sha256.slice(0, 2)}/${sha256}`

const twoTables = ['rules', 'workingDays'] as const

/**
 * Every record of a ledger, all years, also those in the bin; drafts and sealed fields are no records. Synchronous: nothing
 * can change between the first row and the last.
 *
 * @param isWhole with the chains of 修改记录
 */
export function ledgerLines(ledger: OpenLedger, isWhole: boolean): RecordLine[] {
  const branch = readBranch(ledger)
  const branchId = branch.id
  const roster = readRosterHistory(ledger)
  const { explanations, overrides } = readOwnRules(ledger)
  const lines: unknown[] = [
    { kind: 'branch', branchId, ...branch },
    ...roster.groups.map((group) => ({ kind: 'group', branchId, ...group })),
    ...roster.persons.map((person) => ({ kind: 'person', branchId, ...person })),
    ...roster.memberships.map((membership) => ({ kind: 'membership', branchId, ...membership })),
    ...roster.intervals.map(({ kind: intervalKind, ...interval }) => ({ kind: 'interval', branchId, intervalKind, ...interval })),
    ...readEveryActivity(ledger).map((activity) => ({ kind: 'activity', branchId, ...activity })),
    ...readEveryDossier(ledger).map(({ kind: dossierKind, ...dossier }) => ({
      kind: 'dossier',
      branchId,
      dossierKind,
      ...dossier,
      // What is sealed travels apart, or not at all; the sealed part itself says what it holds.
      hasSealed: false,
      attachments: dossier.attachments.filter(({ isSealed }) => !isSealed),
    })),
    ...readEveryAttachment(ledger)
      .filter(({ isSealed }) => !isSealed)
      .map((attachment) => ({
        kind: 'attachment',
        branchId,
        ...attachment,
        path: ledger.attachments.has(attachment.sha256) ? contentPath(attachment.sha256) : null,
      })),
    ...explanations.map((explanation) => ({ kind: 'explanation', branchId, ...explanation })),
    ...overrides.map((override) => ({ kind: 'override', branchId, ...override })),
    ...twoTables.flatMap((table) =>
      keptTables(ledger, table).map(({ kind: _kind, ...rest }) => ({ kind: 'table', branchId, table, ...rest })),
    ),
    ...readKeptSchemes(ledger).map((scheme) => ({ kind: 'ratingScheme', branchId, ...scheme })),
    ...readAssessments(ledger).map((assessment) => ({ kind: 'assessment', branchId, ...assessment })),
    ...(isWhole ? readChains(ledger.db) : []).map((link) => ({
      kind: 'history',
      branchId,
      id: `${link.deviceId}-${String(link.seq).padStart(10, '0')}`,
      ...link,
    })),
  ]
  return lines.map((line) => recordLineSchema.parse(line))
}
