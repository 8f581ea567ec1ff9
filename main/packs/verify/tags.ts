import {
  checksumOctets,
  type ManifestDialect,
  manifestKind,
  parseFetchLine,
  parseManifestLine,
} from '#shared/packs/bagit/manifest.ts'
import { pathDanger } from '#shared/packs/bagit/paths.ts'
import {
  type Declaration,
  infoValues,
  knownVersions,
  parseBagInfo,
  parseDeclaration,
  parsePayloadOxum,
} from '#shared/packs/bagit/tag-files.ts'
import type { BagTree } from './bag-tree.ts'
import { type BagContents, maxEntries } from './contents.ts'
import type { Findings } from './findings.ts'
import { type ListedFiles, listedFiles } from './listed.ts'
import { knowsEncoding, linesOf, TagTextError } from './tag-text.ts'

/** Largest bag-info.txt and bagit.txt that are read, in octets. */
const MAX_TEXT = 1024 * 1024

/** Largest list of files, in octets: three times what `maxEntries` paths of ordinary length take. */
const MAX_MANIFEST = 64 * 1024 * 1024

/** Everything the tag files of a bag say. */
export interface TagFiles {
  readonly dialect: ManifestDialect
  readonly payload: ListedFiles
  readonly tags: ListedFiles
  /** Names of manifests that could be read to the end. */
  readonly payloadManifests: readonly string[]
  readonly tagManifests: readonly string[]
  /** Every manifest in the bag, readable or not. */
  readonly hasPayloadManifest: boolean
  /** Made by this program: its format asks for more than RFC 8493, every tag file is listed. */
  readonly isOurs: boolean
  readonly oxum: { readonly octets: number; readonly files: number } | null
}

interface Reading {
  readonly tree: BagTree
  readonly contents: BagContents
  readonly findings: Findings
  readonly dialect: ManifestDialect
  readonly encoding: string
}

const explain = (error: unknown): readonly ['malformed' | 'unsupported' | 'unreadable', string?] =>
  error instanceof TagTextError
    ? error.reason === 'encoding'
      ? ['malformed', '文字编码不符']
      : ['unsupported', '有过长的行']
    : ['unreadable']

/** A small tag file as a whole, or null after reporting why not. */
async function wholeText({ tree, contents, findings, encoding }: Omit<Reading, 'dialect'>, path: string): Promise<string | null> {
  if ((contents.files.get(path) ?? 0) > MAX_TEXT) {
    findings.add(path, 'unsupported', '文件过大')
    return null
  }
  try {
    const lines: string[] = []
    for await (const line of linesOf(tree.read(path), encoding)) lines.push(line)
    // Each with its end: an empty last line is a line too, and one too many in bagit.txt.
    return lines.map((line) => `${line}\n`).join('')
  } catch (error) {
    findings.add(path, ...explain(error))
    return null
  }
}

async function readDeclaration(reading: Omit<Reading, 'dialect' | 'encoding'>): Promise<Declaration> {
  const fallback = { version: '1.0', encoding: 'UTF-8' }
  const text = await wholeText({ ...reading, encoding: 'UTF-8' }, 'bagit.txt')
  if (text === null) return fallback
  const declaration = parseDeclaration(text)
  if (!declaration) {
    reading.findings.add('bagit.txt', 'malformed')
    return fallback
  }
  if (!knownVersions.some((version) => version === declaration.version))
    reading.findings.add('bagit.txt', 'unsupported', `版本 ${declaration.version}`)
  if (!knowsEncoding(declaration.encoding)) {
    reading.findings.add('bagit.txt', 'unsupported', `文字编码 ${declaration.encoding}`)
    return { ...declaration, encoding: 'UTF-8' }
  }
  return declaration
}

/** Reads one manifest into `listed`; true when it was read to its end, whatever its single lines were like. */
async function readManifest(
  reading: Reading,
  name: string,
  of: 'payload' | 'tags',
  algorithm: string,
  listed: ListedFiles,
): Promise<boolean> {
  const { tree, contents, findings, dialect, encoding } = reading
  let number = 0
  if ((contents.files.get(name) ?? 0) > MAX_MANIFEST) {
    findings.add(name, 'unsupported', '文件过大')
    return false
  }
  try {
    for await (const line of linesOf(tree.read(name), encoding)) {
      number += 1
      if (number > maxEntries) {
        findings.add(name, 'unsupported', `行数超过 ${maxEntries}`)
        return false
      }
      const entry = parseManifestLine(line, algorithm, dialect)
      if (!entry) {
        findings.add(name, 'malformed', `第 ${number} 行`)
        continue
      }
      const isPayloadPath = entry.path.startsWith('data/')
      if (pathDanger(entry.path) !== null) findings.add(entry.path, 'unsafePath', `${name} 第 ${number} 行`)
      else if (isPayloadPath !== (of === 'payload') || manifestKind(entry.path)?.of === 'tags') {
        findings.add(name, 'malformed', `第 ${number} 行不应列出 ${entry.path}`)
      } else {
        const added = listed.add(name, algorithm, entry.path, entry.checksum)
        // The drafts did not forbid listing a file twice; two checksums for it cannot both be true.
        if (added === 'conflict' || (added === 'repeated' && dialect === 'current')) {
          findings.add(name, 'malformed', `第 ${number} 行重复列出 ${entry.path}`)
        }
      }
    }
    return true
  } catch (error) {
    findings.add(name, ...explain(error))
    return false
  }
}

async function readFetchFile(reading: Reading, payload: ListedFiles, manifests: readonly string[]): Promise<void> {
  const { tree, contents, findings, dialect, encoding } = reading
  if (!contents.files.has('fetch.txt')) return
  let number = 0
  try {
    for await (const line of linesOf(tree.read('fetch.txt'), encoding)) {
      number += 1
      if (number > maxEntries) return findings.add('fetch.txt', 'unsupported', `行数超过 ${maxEntries}`)
      const entry = parseFetchLine(line, dialect)
      if (!entry) findings.add('fetch.txt', 'malformed', `第 ${number} 行`)
      else if (pathDanger(entry.path) !== null) findings.add(entry.path, 'unsafePath', `fetch.txt 第 ${number} 行`)
      else if (dialect === 'current' && manifests.some((name) => !payload.manifests(entry.path).includes(name))) {
        findings.add('fetch.txt', 'malformed', `第 ${number} 行的文件不在清单中`)
      }
    }
    findings.add('fetch.txt', 'remote', '列有需从网络另取的文件，本程序不会下载')
  } catch (error) {
    findings.add('fetch.txt', ...explain(error))
  }
}

async function readInfo(reading: Reading): Promise<Pick<TagFiles, 'isOurs' | 'oxum'>> {
  const { contents, findings, dialect } = reading
  const none = { isOurs: false, oxum: null }
  if (!contents.files.has('bag-info.txt')) return none
  const text = await wholeText(reading, 'bag-info.txt')
  if (text === null) return none
  const { elements, malformed } = parseBagInfo(text, dialect === 'current')
  for (const line of malformed) findings.add('bag-info.txt', 'malformed', `第 ${line} 行`)
  const values = infoValues(elements, 'Payload-Oxum')
  const oxum = parsePayloadOxum(values[0] ?? '')
  if (values.length > 1 || (values.length === 1 && !oxum)) findings.add('bag-info.txt', 'malformed', 'Payload-Oxum')
  return { isOurs: infoValues(elements, 'Pack-Kind').length > 0, oxum: values.length === 1 ? oxum : null }
}

/** Reads all tag files that RFC 8493 describes and reports what is wrong with each. */
export async function readTagFiles(tree: BagTree, contents: BagContents, findings: Findings): Promise<TagFiles> {
  const declaration = await readDeclaration({ tree, contents, findings })
  const dialect: ManifestDialect = declaration.version.startsWith('0.') ? 'draft' : 'current'
  const reading: Reading = { tree, contents, findings, dialect, encoding: declaration.encoding }
  const listed = { payload: listedFiles(), tags: listedFiles() }
  const whole = { payload: [] as string[], tags: [] as string[] }
  let hasPayloadManifest = false
  for (const name of [...contents.files.keys()].filter((path) => !path.includes('/')).toSorted()) {
    const kind = manifestKind(name)
    if (!kind) continue
    if (kind.of === 'payload') hasPayloadManifest = true
    // The drafts only recommended the lower-case name.
    const algorithm = dialect === 'draft' ? kind.algorithm.toLowerCase().replace(/[^a-z0-9]/g, '') : kind.algorithm
    if (!/^[a-z0-9]+$/.test(algorithm)) findings.add(name, 'malformed', '算法名应为小写字母和数字')
    else if (checksumOctets[algorithm] === undefined) findings.add(name, 'unsupported', `算法 ${algorithm}`)
    else if (await readManifest(reading, name, kind.of, algorithm, listed[kind.of])) whole[kind.of].push(name)
  }
  await readFetchFile(reading, listed.payload, whole.payload)
  return {
    dialect,
    ...listed,
    payloadManifests: whole.payload,
    tagManifests: whole.tags,
    hasPayloadManifest,
    ...(await readInfo(reading)),
  }
}
