import type { Entry, ZipFile } from 'yauzl'
import { AppError } from '#shared/kernel/errors.ts'
import { pathDanger } from '#shared/packs/bagit/paths.ts'
import { foldedName, isReservedName } from '#shared/packs/names.ts'
import type { PackProblem } from '#shared/packs/schema.ts'
import { collectFindings, type Findings } from '../verify/findings.ts'
import type { DirectoryBounds } from './zip-directory.ts'
import { maxZipDepth, maxZipEntries, maxZipNameOctets, maxZipRatio, ratioFloor } from './zip-limits.ts'
import { entryKind, entryName } from './zip-names.ts'

/** What an archive says it holds, before anything is unpacked. Nothing in it is to be read while there are problems. */
export interface ZipSurvey {
  readonly files: ReadonlyMap<string, Entry>
  readonly folders: ReadonlySet<string>
  /** The one folder that everything lies in; null: several, or files beside it. */
  readonly root: string | null
  readonly problems: readonly PackProblem[]
}

const HEADER_OCTETS = 30
const DIRECTORY_OCTETS = 46

/** Whether two entries share octets of the archive (a bomb that is small by any ratio), or reach into its directory. */
function overlaps(spans: readonly (readonly [start: number, end: number])[], directory: number): boolean {
  const sorted = spans.toSorted((a, b) => a[0] - b[0])
  return sorted.some(([, end], index) => end > (sorted[index + 1]?.[0] ?? directory))
}

interface Seen {
  readonly files: Map<string, Entry>
  readonly folders: Set<string>
  /** Spelling by folded path: what Windows and macOS take for the same name. */
  readonly spellings: Map<string, string>
}

/** Every folder above a path counts as one, and must not be spelt in two ways. */
function addParents(path: string, { folders, spellings, files }: Seen, findings: Findings): void {
  for (let end = path.indexOf('/'); end >= 0; end = path.indexOf('/', end + 1)) {
    const folder = path.slice(0, end)
    if (folders.has(folder)) continue
    const key = foldedName(folder)
    if (files.has(folder) || (spellings.has(key) && spellings.get(key) !== folder)) {
      findings.add(folder, 'unsafePath', '与另一个名称只有大小写或字形之别，或与文件同名')
    }
    spellings.set(key, folder)
    folders.add(folder)
  }
}

function judgeEntry(entry: Entry, seen: Seen, findings: Findings): void {
  const name = entryName(entry)
  if (name === null) return findings.add(entry.fileNameRaw.toString('latin1'), 'malformed', '名称的文字编码不符')
  const kind = entryKind(entry, name)
  const path = name.replace(/\/$/, '')
  const danger = pathDanger(path)
  if (danger !== null || name.includes('\\')) return findings.add(name, 'unsafePath', '会写到资料包以外')
  if (kind === 'link') return findings.add(name, 'unsafePath', '是链接，不是文件')
  if (kind === 'other') return findings.add(name, 'unsafePath', '不是普通文件')
  const segments = path.split('/')
  if (segments.length > maxZipDepth) return findings.add(segments.slice(0, 3).join('/'), 'unsupported', `层数超过 ${maxZipDepth}`)
  if (segments.some(isReservedName)) return findings.add(name, 'unsafePath', '是 Windows 保留的设备名')
  if (segments.some((segment) => /[. ]$/.test(segment))) findings.add(name, 'unsafePath', '名称以点或空格结尾，Windows 会改掉它')
  if (entry.isEncrypted()) return findings.add(name, 'unsupported', '有密码')
  if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8) findings.add(name, 'unsupported', '压缩方法不认识')
  addParents(kind === 'folder' ? `${path}/` : path, seen, findings)
  if (kind === 'folder') {
    if (entry.uncompressedSize > 0) findings.add(name, 'malformed', '文件夹里有内容')
    return
  }
  const key = foldedName(path)
  const other = seen.spellings.get(key)
  if (other !== undefined) findings.add(name, 'unsafePath', other === path ? '出现两次' : `与“${other}”只有大小写或字形之别`)
  seen.spellings.set(key, path)
  seen.files.set(path, entry)
  if (entry.uncompressedSize > ratioFloor && entry.uncompressedSize > entry.compressedSize * maxZipRatio) {
    findings.add(name, 'unsupported', `解开后会膨胀 ${maxZipRatio} 倍以上`)
  }
}

/**
 * Reads the directory of an archive and judges it: escapes, links, names that two systems read differently, sizes and
 * counts beyond every real pack. Memory is bounded whatever the archive says. @throws AppError CANCELLED
 */
export async function surveyZip(zip: ZipFile, bounds: DirectoryBounds | null, signal?: AbortSignal): Promise<ZipSurvey> {
  const findings = collectFindings()
  const seen: Seen = { files: new Map(), folders: new Set(), spellings: new Map() }
  const spans: [number, number][] = []
  let nameOctets = 0
  let octets = 0
  let listed = 0
  const answer = (): ZipSurvey => {
    const tops = new Set([...seen.folders, ...seen.files.keys()].map((path) => path.split('/', 1)[0] ?? ''))
    const [only] = tops
    const root = tops.size === 1 && only !== undefined && seen.folders.has(only) ? only : null
    return { files: seen.files, folders: seen.folders, root, problems: findings.problems }
  }
  if (bounds === null) {
    findings.add('', 'malformed', '压缩文件的目录有误，或者登记的大小不实')
    return answer()
  }
  if (zip.entryCount > maxZipEntries) {
    findings.add('', 'unsupported', `文件数超过 ${maxZipEntries}`)
    return answer()
  }
  try {
    for await (const entry of zip.eachEntry()) {
      if (signal?.aborted) throw new AppError('CANCELLED')
      nameOctets += entry.fileNameLength + entry.extraFieldLength
      if (spans.length >= maxZipEntries || nameOctets > maxZipNameOctets) {
        findings.add('', 'unsupported', `文件数超过 ${maxZipEntries}，或者名称过长`)
        return answer()
      }
      octets += entry.uncompressedSize
      listed += DIRECTORY_OCTETS + entry.fileNameLength + entry.extraFieldLength + entry.fileCommentLength
      const start = entry.relativeOffsetOfLocalHeader
      spans.push([start, start + HEADER_OCTETS + entry.fileNameLength + entry.compressedSize])
      judgeEntry(entry, seen, findings)
    }
  } catch (error) {
    if (error instanceof AppError) throw error
    findings.add('', 'malformed', '压缩文件的目录有误，或者登记的大小不实')
    return answer()
  }
  if (octets > ratioFloor && octets > zip.fileSize * maxZipRatio)
    findings.add('', 'unsupported', `解开后会膨胀 ${maxZipRatio} 倍以上`)
  // Programs that go by the directory's size would see more files, or fewer, than those that go by their number.
  if (listed !== bounds.size) findings.add('', 'malformed', '压缩文件的目录登记的文件数或大小不实')
  if (overlaps(spans, bounds.start)) findings.add('', 'unsafePath', '其中的文件互相重叠')
  return answer()
}
