import { dossierKind } from '#shared/dossier/kinds/index.ts'
import { byText } from '#shared/kernel/order.ts'
import {
  canonicalJson,
  evidenceKinds,
  historyFile,
  type RecordKind,
  type RecordLine,
  recordFiles,
  recordLineSchema,
  recordsJsonSchema,
} from '#shared/packs/records.ts'
import type { BagEntry } from '../bag/bag-plan.ts'
import type { GatheredYear } from './gather.ts'

const encoder = new TextEncoder()
const bytes = (path: string, text: string): BagEntry => ({
  path: `records/${path}`,
  source: { kind: 'bytes', content: encoder.encode(text) },
})

/** True when a membership touches the year; an open end reaches as far as it must. */
const touches = (from: string | null, to: string | null, year: number) =>
  (from === null || Number(from.slice(0, 4)) <= year) && (to === null || Number(to.slice(0, 4)) >= year)

/** Persons who were members in the year or are named in one of its records. */
function personIds({ roster, records, dossiers, year }: GatheredYear): Set<string> {
  const members = roster.memberships.filter(({ validFrom, validTo }) => touches(validFrom, validTo, year))
  const mentioned = records.flatMap(({ activity }) => [
    activity.chair?.personId,
    activity.recorder?.personId,
    ...activity.parts.flatMap((part) => [part.lecturer?.personId, ...part.attendance.map(({ personId }) => personId)]),
  ])
  const named = dossiers.flatMap(({ dossier }) => dossier.people.map(({ personId }) => personId))
  return new Set([
    ...members.map(({ personId }) => personId),
    ...[...mentioned, ...named].filter((id) => id !== null && id !== undefined),
  ])
}

/** The lines of a year. @param attachmentPaths where each attachment lies, from the pack's root */
export function recordLines(gathered: GatheredYear, attachmentPaths: ReadonlyMap<string, string>): RecordLine[] {
  const { branch, roster, records, dossiers } = gathered
  const branchId = branch.id
  const persons = personIds(gathered)
  const lines: unknown[] = [
    { kind: 'branch', branchId, ...branch },
    ...roster.groups.map((group) => ({ kind: 'group', branchId, ...group })),
    ...roster.persons.filter(({ id }) => persons.has(id)).map((person) => ({ kind: 'person', branchId, ...person })),
    ...roster.memberships
      .filter(({ personId }) => persons.has(personId))
      .map((membership) => ({ kind: 'membership', branchId, ...membership })),
    ...roster.intervals
      .filter(({ personId }) => persons.has(personId))
      .map(({ kind: intervalKind, ...interval }) => ({ kind: 'interval', branchId, intervalKind, ...interval })),
    ...records.map(({ activity }) => ({ kind: 'activity', branchId, ...activity })),
    ...dossiers.map(({ dossier: { kind, content, attachments: refs, ...dossier } }) => ({
      kind: 'dossier',
      branchId,
      dossierKind: kind,
      ...dossier,
      // Of talks and criticism only the list travels.
      ...(dossierKind(kind).isListedOnly
        ? { content: {}, attachments: [] }
        : { content, attachments: refs.filter(({ isSealed }) => !isSealed) }),
      hasSealed: false,
    })),
    ...[...records, ...dossiers.filter(({ dossier }) => !dossierKind(dossier.kind).isListedOnly)].flatMap(({ attachments }) =>
      attachments.map((attachment) => ({
        kind: 'attachment',
        branchId,
        ...attachment,
        path: attachmentPaths.get(attachment.id) ?? null,
      })),
    ),
  ]
  // Parsing drops whatever the schema does not name: a field that a store adds tomorrow does not leave the house by itself.
  return lines.map((line) => recordLineSchema.parse(line))
}

const jsonl = (lines: readonly RecordLine[]) =>
  lines
    .toSorted((a, b) => byText(a.id, b.id))
    .map((line) => `${canonicalJson(line)}\n`)
    .join('')

/** `records/*.jsonl`, one canonical line each, sorted by id, and `records/schema.json`. */
export function recordEntries(
  lines: readonly RecordLine[],
  kinds: readonly Exclude<RecordKind, 'history'>[] = evidenceKinds,
): BagEntry[] {
  const chains = Map.groupBy(
    lines.filter((line) => line.kind === 'history'),
    ({ deviceId }) => deviceId,
  )
  return [
    ...kinds.map((kind) => bytes(recordFiles[kind], jsonl(lines.filter((line) => line.kind === kind)))),
    ...[...chains].map(([deviceId, chain]) => bytes(historyFile(deviceId), jsonl(chain))),
    bytes('schema.json', `${JSON.stringify(recordsJsonSchema(), null, 2)}\n`),
  ]
}
