import { dossierKind } from '#shared/dossier/kinds/index.ts'
import type { EvidenceChoice, EvidenceRef } from '#shared/rating/assessment.ts'
import type { EvidenceCandidate, EvidenceItem } from '#shared/rating/contract.ts'
import { countableName } from '#shared/rating/countable.ts'
import type { FactRecord, RatingFacts } from '#shared/rating/facts.ts'
import { fits } from '#shared/rating/propose.ts'
import type { Indicator } from '#shared/rating/scheme.ts'
import { findActivity } from '../activities/read.ts'
import { readEveryAttachment } from '../attachments/read.ts'
import { findDossier } from '../dossier/read.ts'
import type { OpenLedger } from '../ledger/open-ledger.ts'
import { titleOfSitting } from './titles.ts'

/** The part of a sitting that an indicator counts; null: the sitting as a whole. */
function countedPart({ autoRule }: Indicator, { parts }: FactRecord): string | null {
  if (!autoRule || !('record' in autoRule) || parts.length < 2) return null
  return parts.find(({ purpose }) => purpose === autoRule.record)?.id ?? null
}

const itemOf = (indicator: Indicator, record: FactRecord, isPinned: boolean): EvidenceItem => ({
  id: record.id,
  type: record.type,
  date: record.date,
  title: record.title,
  kindName: countableName(record.countsAs[0] ?? ''),
  partId: countedPart(indicator, record),
  isPinned,
})

type StoredFile = ReturnType<typeof readEveryAttachment>[number]

/** Where pinned things are found: the ledger, and its files read once for all indicators. */
export interface EvidenceSource {
  readonly ledger: OpenLedger
  /** By id, none of them sealed. */
  readonly files: () => ReadonlyMap<string, StoredFile>
}

export function evidenceSource(ledger: OpenLedger): EvidenceSource {
  let files: ReadonlyMap<string, StoredFile> | undefined
  return {
    ledger,
    files: () =>
      (files ??= new Map(readEveryAttachment(ledger).flatMap((each) => (each.isSealed ? [] : [[each.id, each] as const])))),
  }
}

/** A pinned record of any year, or a file; null: it lies in the bin or is gone. */
function findPinned({ ledger, files }: EvidenceSource, { type, id }: EvidenceRef): EvidenceItem | null {
  const base = { id, type, partId: null, isPinned: true }
  if (type === 'activity') {
    const found = findActivity(ledger, id)
    return found ? { ...base, date: found.date, ...titleOfSitting(found) } : null
  }
  if (type === 'dossier') {
    const found = findDossier(ledger, id)
    return found ? { ...base, date: found.date, title: found.title, kindName: dossierKind(found.kind).name } : null
  }
  const found = files().get(id)
  return found ? { ...base, date: null, title: found.name, kindName: '附件' } : null
}

/** What proves an indicator: what its rule has found, less what was taken off, and what a person has pinned. */
export function evidenceOf(
  source: EvidenceSource,
  indicator: Indicator,
  found: readonly FactRecord[],
  choice: EvidenceChoice | undefined,
): EvidenceItem[] {
  const pinned = (choice?.pinned ?? []).flatMap((ref) => findPinned(source, ref) ?? [])
  const taken = new Set([...(choice?.hidden ?? []), ...pinned.map(({ id }) => id)])
  return [...found.filter(({ id }) => !taken.has(id)).map((record) => itemOf(indicator, record, false)), ...pinned].toSorted(
    (a, b) => (a.date ?? '9999').localeCompare(b.date ?? '9999'),
  )
}

/**
 * Everything of a year that could prove an indicator: records of the kinds it accepts first, then the others, then the files on
 * all of them. Never a sealed file.
 */
export function evidenceCandidates(ledger: OpenLedger, indicator: Indicator, facts: RatingFacts): EvidenceCandidate[] {
  const records = [...new Map(facts.records.map((record) => [record.id, record])).values()]
  const owners = new Map(records.map((record) => [record.id, record]))
  const files = readEveryAttachment(ledger).flatMap((attachment): EvidenceCandidate[] => {
    const owner = owners.get(attachment.activityId ?? attachment.dossierId ?? '')
    if (!owner || attachment.isSealed) return []
    const { id, name, evidenceKind } = attachment
    return [
      {
        id,
        type: 'attachment',
        date: null,
        title: `${name}（${owner.title}）`,
        kindName: '附件',
        partId: null,
        isPinned: false,
        isSuggested: evidenceKind !== null && indicator.evidence.includes(evidenceKind),
      },
    ]
  })
  const all = records.map((record) => ({
    ...itemOf(indicator, record, false),
    isSuggested: fits(indicator, record, facts.year),
  }))
  return [...all.filter(({ isSuggested }) => isSuggested), ...all.filter(({ isSuggested }) => !isSuggested), ...files]
}
