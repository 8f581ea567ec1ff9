import { AppError } from '#shared/kernel/errors.ts'
import type { PackImportResult, PackPreview } from '#shared/packs/import-schema.ts'
import type { Core } from '../../core.ts'
import type { OpenLedger } from '../../ledger/open-ledger.ts'
import { readRosterHistory } from '../../members/read.ts'
import type { StoredContent } from '../../platform/files/content-store.ts'
import { applyPack } from './apply.ts'
import { type Compared, type Comparison, comparePack, differenceKey, differenceOf } from './compare.ts'
import { takeContents, wantedContents } from './contents.ts'
import { maxListed } from './limits.ts'
import { type ReadPack, type ReadPackOptions, withPack } from './read-pack.ts'
import { applySealed, type SealedResult, takeSealedFiles } from './sealed.ts'

const isRow = (state: Compared['state']) => (row: Compared) => row.state === state

/** What a reader should know before saying yes. */
function notesOf(ledger: OpenLedger, pack: ReadPack, { takesIdentity, rows }: Comparison): string[] {
  const fresh = rows.filter(isRow('new')).map(({ line }) => line)
  const names = new Set(takesIdentity ? [] : readRosterHistory(ledger).persons.map(({ name }) => name))
  const doubles = fresh.flatMap((line) => (line.kind === 'person' && names.has(line.name) ? [line.name] : []))
  const missing = fresh.filter((line) => line.kind === 'attachment' && line.path === null && !ledger.attachments.has(line.sha256))
  return [
    pack.sealed === 'none' ? '身份证号、电话、住址和不公开的内容不在材料包里，导入后需要另行登记。' : '',
    pack.sealed === 'closed' ? '材料包里有加密的身份证号、电话、住址和不公开的内容；没有给口令，不导入这一部分。' : '',
    pack.kind === 'evidence' ? '佐证材料包只有一个年度已经召开的会议，没有其他年度、回收站和修改记录。' : '',
    doubles.length > 0 ? `与已有党员同名、但不是同一条登记的有：${doubles.slice(0, 20).join('、')}，请导入后核对。` : '',
    missing.length > 0 ? `${missing.length} 个附件的内容在材料包里缺失。` : '',
    pack.unknown.length > 0 ? `由较新的程序制作，本程序不认识、不会导入的内容：${pack.unknown.join('、')}。` : '',
  ].filter((note) => note !== '')
}

const kindsOf = (rows: readonly Compared[]) => [...new Set(rows.map(({ line }) => line.kind))]

/**
 * Verifies and reads a pack and says what taking it in would do. Writes nothing.
 *
 * @throws AppError LEDGER_NOT_OPEN, PACK_OTHER_BRANCH and those of `withPack`
 */
export async function previewPackImport(core: Core, path: string, options: ReadPackOptions): Promise<PackPreview> {
  const ledger = core.session.require()
  return await withPack(path, options, async (pack) => {
    const comparison = comparePack(ledger, pack)
    const { rows, takesIdentity } = comparison
    const branch = pack.lines.find((line) => line.kind === 'branch')
    if (branch?.kind !== 'branch') throw new Error('checked before')
    const { id, fullName, shortName, isSample } = branch
    const contents = wantedContents(
      ledger,
      rows.map(({ line }) => line),
    )
    return {
      kind: pack.kind,
      branch: { id, fullName, shortName, isSample },
      year: pack.year,
      madeOn: pack.madeOn,
      takesIdentity,
      counts: kindsOf(rows).map((kind) => {
        const count = (state: Compared['state']) => rows.filter((row) => row.line.kind === kind && row.state === state).length
        return { kind, new: count('new'), changed: count('changed'), older: count('older'), same: count('same') }
      }),
      differences: rows
        .filter(({ state }) => state === 'changed' || state === 'older')
        .slice(0, maxListed)
        .map(differenceOf),
      attachments: { files: contents.length, octets: contents.reduce((sum, { octets }) => sum + octets, 0) },
      sealed: typeof pack.sealed === 'string' ? pack.sealed : 'open',
      notes: notesOf(ledger, pack, comparison),
    }
  })
}

export interface ImportPackOptions extends ReadPackOptions {
  /** Keys of differing rows that are taken from the pack; all others stay as they are. */
  readonly choices: readonly string[]
}

/**
 * Takes a pack in: verified and read as a whole, contents of attachments first, then all rows in one transaction. Rows that the
 * ledger does not have are added; rows that differ stay, except those chosen; a sitting that is newer here always stays.
 *
 * @throws AppError as `previewPackImport`, LEDGER_NO_SPACE
 */
export async function importPack(core: Core, path: string, { choices, ...options }: ImportPackOptions): Promise<PackImportResult> {
  const ledger = core.session.require()
  const wanted = new Set(choices)
  return await withPack(path, options, async (pack) => {
    const seen = ledger.changes()
    const first = comparePack(ledger, pack)
    const lines = first.rows.map(({ line }) => line)
    const attachments = await takeContents(ledger, pack.tree, lines, options)
    const part = typeof pack.sealed === 'string' ? null : pack.sealed
    const files = part ? await takeSealedFiles(ledger, pack.tree, part, options.signal) : new Map<string, StoredContent>()
    if (options.signal?.aborted) throw new AppError('CANCELLED')
    // Taking contents in waits, and somebody may have typed meanwhile.
    const comparison = ledger.changes() === seen ? first : comparePack(ledger, pack)
    const { rows, takesIdentity } = comparison
    const added = rows.filter(isRow('new'))
    const changed = rows.filter((row) => row.state === 'changed' && wanted.has(differenceKey(row)))
    const differing = rows.filter(({ state }) => state === 'changed' || state === 'older').length
    let sealed: SealedResult = { added: 0, kept: 0 }
    const chosen = takesIdentity ? [...rows] : [...added, ...changed]
    const refusedChains = await applyPack(ledger, pack.lines, comparison, chosen, (writer) => {
      if (part) sealed = applySealed(ledger, writer, pack.branchId, part, files)
    })
    return {
      added: added.length,
      changed: changed.length,
      kept: differing - changed.length,
      same: rows.filter(isRow('same')).length,
      attachments,
      notes: [
        ...notesOf(ledger, pack, { takesIdentity, rows: [] }),
        part ? `不公开的内容：新增 ${sealed.added} 项，与本机不同、保持本机的 ${sealed.kept} 项。` : '',
        ...refusedChains.map((device) => `设备 ${device.slice(0, 8)} 的修改记录与本机不同，没有合并。`),
      ].filter((note) => note !== ''),
    }
  })
}
