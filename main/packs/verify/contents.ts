import { AppError } from '#shared/kernel/errors.ts'
import { foldedName, isReservedName } from '#shared/packs/names.ts'
import type { BagTree } from './bag-tree.ts'
import type { Findings } from './findings.ts'

/** Most files and list entries that are looked at: far above any real pack, far below what fills the memory. */
export const maxEntries = 100_000

/** The files of a bag by path with their sizes, and its folders. */
export interface BagContents {
  readonly files: ReadonlyMap<string, number>
  readonly folders: ReadonlySet<string>
  /** False when there is more than `maxEntries`: nothing further can be said. */
  readonly isWhole: boolean
  /**
   * The path under which the bag really has a listed file: the same, or the only one that is spelt the same in another
   * Unicode normalisation (macOS stores names decomposed). Null: not there.
   */
  find(path: string): string | null
}

/**
 * Names that are good where the bag lies and lost when it is copied: two that Windows or macOS take for one, and device
 * names of Windows (RFC 8493 §5.2, §5.3: advice to whoever makes a bag, so a remark and no fault).
 */
function judgeNames(paths: readonly string[], findings: Findings): void {
  const spellings = new Map<string, string>()
  for (const path of paths) {
    const name = path.slice(path.lastIndexOf('/') + 1)
    if (isReservedName(name)) findings.add(path, 'notPortable', '是 Windows 保留的设备名')
    else if (/[. ]$/.test(name)) findings.add(path, 'notPortable', '名称以点或空格结尾，Windows 会改掉它')
    const key = foldedName(path)
    const other = spellings.get(key)
    if (other !== undefined) findings.add(path, 'notPortable', `与“${other}”只有大小写或字形之别`)
    else spellings.set(key, path)
  }
}

/** Lists a bag. Links and devices are reported and never opened, inside the payload and out of it. */
export async function readContents(tree: BagTree, findings: Findings, signal?: AbortSignal): Promise<BagContents> {
  const files = new Map<string, number>()
  const folders = new Set<string>()
  let isWhole = true
  for await (const entry of tree.entries()) {
    if (signal?.aborted) throw new AppError('CANCELLED')
    // A folder is no entry of its own in most archives, so it does not use up the number of files.
    if (files.size + (entry.kind === 'folder' ? 0 : 1) > maxEntries || folders.size >= maxEntries) {
      findings.add('', 'unsupported', `文件数超过 ${maxEntries}`)
      isWhole = false
      break
    }
    if (entry.kind === 'file') files.set(entry.path, entry.octets)
    else if (entry.kind === 'folder') folders.add(entry.path)
    else if (entry.kind === 'unreadable') findings.add(entry.path, 'unreadable')
    else findings.add(entry.path, 'unsafePath', entry.kind === 'link' ? '是链接，不是文件' : '不是普通文件')
  }
  judgeNames([...folders, ...files.keys()], findings)
  let normalised: Map<string, string | null> | null = null
  return {
    files,
    folders,
    isWhole,
    find(path) {
      if (files.has(path)) return path
      if (!normalised) {
        normalised = new Map()
        for (const name of files.keys()) normalised.set(name.normalize('NFC'), normalised.has(name.normalize('NFC')) ? null : name)
      }
      return normalised.get(path.normalize('NFC')) ?? null
    },
  }
}
