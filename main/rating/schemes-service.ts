import { AppError } from '#shared/kernel/errors.ts'
import { newId } from '#shared/kernel/ids.ts'
import { safeName } from '#shared/packs/names.ts'
import { canonicalJson } from '#shared/packs/records.ts'
import { schemeFileFaults } from '#shared/rating/file-faults.ts'
import { mapRows } from '#shared/rating/import/map-rows.ts'
import type { MappingInput } from '#shared/rating/import/mapping.ts'
import { nextVersion, type Scheme, schemeSchema, schemeShape } from '#shared/rating/scheme.ts'
import type { ListedScheme } from '#shared/rating/schemes-contract.ts'
import { isFrom } from '#shared/rating/status.ts'
import type { Core } from '../core.ts'
import { readJson } from '../files/json.ts'
import type { OpenLedger } from '../ledger/open-ledger.ts'
import { readWorkbook } from '../platform/spreadsheet/read.ts'
import { changeAssessment } from './change.ts'
import { bundledScheme, bundledText } from './schemes.ts'
import { putScheme, removeScheme, selectAssessments, selectScheme, selectSchemes } from './store.ts'
import { ratingLedger } from './switch.ts'

/** Rows of a sheet that are looked at: no scheme has more. */
const maxSheetRows = 1000

const indicatorsOf = ({ categories }: Pick<Scheme, 'categories'>) => categories.flatMap(({ indicators }) => indicators)
const yearsOf = (ledger: OpenLedger, id: string) =>
  selectAssessments(ledger.db).flatMap(({ schemeId, year }) => (schemeId === id ? [year] : []))

function contentOf(ledger: OpenLedger, id: string | null): string {
  if (id === null) return bundledText()
  const found = selectScheme(ledger.db, id)
  if (!found) throw new AppError('NOT_FOUND', { what: '评定办法' })
  return found.content
}

/** Kept schemes, the newest first, and the one that comes with the program. @throws AppError LEDGER_NOT_OPEN */
export function listSchemes(core: Core): ListedScheme[] {
  const ledger = ratingLedger(core)
  const kept = selectSchemes(ledger.db).map(({ id, content, savedAt }) => ({ id, content, savedAt }))
  return [...kept, { id: null, content: bundledText(), savedAt: null }].map(({ id, content, savedAt }) => {
    const scheme = schemeShape.parse(JSON.parse(content))
    return {
      id,
      savedAt,
      name: scheme.schemeName,
      version: scheme.version,
      notice: scheme.notice,
      indicators: indicatorsOf(scheme).length,
      years: id === null ? [] : yearsOf(ledger, id),
    }
  })
}

/** @throws AppError NOT_FOUND */
export function readScheme(core: Core, id: string | null): { scheme: Scheme; isUsed: boolean } {
  const ledger = ratingLedger(core)
  const scheme = schemeSchema.parse(JSON.parse(contentOf(ledger, id)))
  return { scheme, isUsed: id === null || yearsOf(ledger, id).length > 0 }
}

/**
 * Keeps a scheme. One that a year has used is never changed: a new version is made of it, with a version of its own.
 *
 * @throws AppError NOT_FOUND
 */
export function saveScheme(
  core: Core,
  { id, scheme }: { id?: string | undefined; scheme: Scheme },
  source = 'typed',
): { id: string; version: string; isNew: boolean } {
  const ledger = ratingLedger(core)
  const before = id === undefined ? undefined : selectScheme(ledger.db, id)
  if (id !== undefined && !before) throw new AppError('NOT_FOUND', { what: '评定办法' })
  const isUsed = before !== undefined && yearsOf(ledger, before.id).length > 0
  const isNew = before === undefined || isUsed
  const others = selectSchemes(ledger.db).filter((each) => each.name === scheme.schemeName && (isNew || each.id !== id))
  const bundled = bundledScheme()
  const taken = [...others.map(({ version }) => version), ...(bundled.schemeName === scheme.schemeName ? [bundled.version] : [])]
  const version = nextVersion(scheme.version, taken)
  const kept = isNew ? newId() : before.id
  ledger.write(isNew ? '保存评定办法' : '修改评定办法', (rows) =>
    putScheme(rows, ledger.branchId, {
      id: kept,
      name: scheme.schemeName,
      version,
      content: JSON.stringify({ ...scheme, version }),
      source: before?.source ?? source,
      savedAt: core.clock.now().toISOString(),
    }),
  )
  return { id: kept, version, isNew }
}

/** @throws AppError NOT_FOUND; INPUT_INVALID while a year uses it */
export function deleteScheme(core: Core, id: string): void {
  const ledger = ratingLedger(core)
  contentOf(ledger, id)
  const years = yearsOf(ledger, id)
  if (years.length > 0)
    throw new AppError('INPUT_INVALID', { field: '评定办法', reason: `${years.join('、')}年度的自评用的是这一版，不能删除。` })
  ledger.write('删除评定办法', (rows) => removeScheme(rows, id))
}

/**
 * Lets a year be assessed by a scheme. What was confirmed stays where the indicator means the same; `dropped` are the codes that
 * have to be confirmed again.
 *
 * @throws AppError CHANGED_ELSEWHERE, NOT_FOUND; INPUT_INVALID once the year is 已自评
 */
export function useScheme(core: Core, input: { year: number; revision: number; id: string | null }) {
  const dropped: string[] = []
  const changed = changeAssessment(core, input, '选用评定办法', ({ ledger, scheme: before, content, status }) => {
    if (isFrom(status, 'selfAssessed'))
      throw new AppError('INPUT_INVALID', { field: '评定办法', reason: '本年度已经自评，不能再换评定办法。' })
    const text = contentOf(ledger, input.id)
    const after = new Map(indicatorsOf(schemeSchema.parse(JSON.parse(text))).map((each) => [each.code, each]))
    const old = new Map(indicatorsOf(before).map((each) => [each.code, each]))
    const isSame = (code: string) =>
      after.get(code)?.name === old.get(code)?.name && after.get(code)?.points === old.get(code)?.points && after.has(code)
    dropped.push(...Object.keys(content.items).filter((code) => !isSame(code)))
    const items = Object.fromEntries(Object.entries(content.items).filter(([code]) => isSame(code)))
    const evidence = Object.fromEntries(Object.entries(content.evidence).filter(([code]) => after.has(code)))
    return { content: { ...content, items, evidence, review: null }, scheme: { id: input.id, content: text } }
  })
  return { ...changed, dropped }
}

/** A scheme as a JSON file in the outbox. @throws AppError NOT_FOUND */
export function exportScheme(core: Core, id: string | null) {
  const scheme = schemeShape.parse(JSON.parse(contentOf(ratingLedger(core), id)))
  return core.outbox.put({
    fileName: safeName(`${scheme.schemeName}_${scheme.version}.json`),
    mediaType: 'application/json',
    content: new TextEncoder().encode(`${JSON.stringify(scheme, null, 1)}\n`),
  })
}

/** A scheme from a staged JSON file. @throws AppError INPUT_INVALID with every fault; FILE_UNREADABLE, FILE_TOO_LARGE, FILE_EXPIRED */
export function importScheme(core: Core, file: string): { id: string; version: string } {
  const staged = core.staging.find(file)
  const content = readJson(staged, '评定办法')
  const parsed = schemeSchema.safeParse(content)
  if (!parsed.success) {
    const faults = schemeFileFaults(parsed.error.issues, content)
    throw new AppError('INPUT_INVALID', { field: `评定办法「${staged.name}」`, reason: `${faults.join('；')}。没有导入。` })
  }
  const same = selectSchemes(ratingLedger(core).db).find(
    ({ content }) => canonicalJson(JSON.parse(content)) === canonicalJson(parsed.data),
  )
  if (same) return { id: same.id, version: same.version }
  return saveScheme(core, { scheme: parsed.data }, 'imported')
}

/** Rows of a superior's own sheet, at most what a scheme can have. @throws AppError of `readWorkbook` */
export async function readSchemeSheet(core: Core, file: string): Promise<{ name: string; rows: string[][] }[]> {
  const sheets = await readWorkbook(core.staging.find(file))
  return sheets.map(({ name, rows }) => {
    // Empty rows stay, so that a row is named by the number the spreadsheet program shows.
    const texts = new Map(rows.map(({ row, cells }) => [row, cells.slice(0, 60).map((cell) => cell.text.slice(0, 4000))]))
    const last = Math.min(maxSheetRows, rows.at(-1)?.row ?? 0)
    return { name, rows: Array.from({ length: last }, (_, at) => texts.get(at + 1) ?? []) }
  })
}

/** What rows become under a mapping; writes nothing. */
export const previewMapping = (input: MappingInput) => mapRows(input, bundledScheme())
