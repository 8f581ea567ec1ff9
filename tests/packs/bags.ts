import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { BagEntry, BagPlan } from '#main/packs/bag/bag-plan.ts'
import { verifyPack } from '#main/packs/verify/verify.ts'

export const hexOf = (algorithm: string, content: string | Uint8Array) => createHash(algorithm).update(content).digest('hex')

/** Writes files by hand, in any state, as somebody else's program would. */
export function writeFiles(root: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), content)
  }
}

export interface HandMade {
  readonly version?: string
  readonly payload?: Readonly<Record<string, string>>
  readonly algorithms?: readonly string[]
  /** Tag files in place of, or beside, the ones made here. */
  readonly tags?: Readonly<Record<string, string | Uint8Array>>
  readonly tagManifest?: boolean
}

/** A bag as the RFC describes it, made without the program's own writer. */
export function handMadeBag(root: string, bag: HandMade = {}): void {
  const {
    version = '1.0',
    payload = { 'data/a.txt': 'hello', 'data/b/c.txt': '会议' },
    algorithms = ['sha256'],
    tagManifest = true,
  } = bag
  const manifests = Object.fromEntries(
    algorithms.map((name) => [
      `manifest-${name}.txt`,
      Object.entries(payload)
        .map(([path, content]) => `${hexOf(name, content)} ${path}\n`)
        .join(''),
    ]),
  )
  const tags: Record<string, string | Uint8Array> = {
    'bagit.txt': `BagIt-Version: ${version}\nTag-File-Character-Encoding: UTF-8\n`,
    ...manifests,
    ...bag.tags,
  }
  writeFiles(root, { ...payload, ...tags })
  if (!tagManifest) return
  for (const name of algorithms) {
    const lines = Object.entries(tags).map(([path, content]) => `${hexOf(name, content)} ${path}\n`)
    writeFiles(root, { [`tagmanifest-${name}.txt`]: lines.join('') })
  }
}

/** Every file below a folder by path, sorted. */
export function listFiles(root: string, folder = ''): string[] {
  return readdirSync(join(root, folder))
    .flatMap((name) => {
      const path = folder === '' ? name : `${folder}/${name}`
      return statSync(join(root, path)).isDirectory() ? listFiles(root, path) : [path]
    })
    .toSorted()
}

/** Every file below a folder with its content. */
export const readFiles = (root: string) => Object.fromEntries(listFiles(root).map((path) => [path, readFileSync(join(root, path))]))

export const textEntry = (path: string, content: string): BagEntry => ({
  path,
  source: { kind: 'bytes', content: Buffer.from(content) },
})

/** A plan of a few files, for the writer alone. */
export function samplePlan(
  entries: readonly BagEntry[] = [textEntry('01_会议/记录.txt', '记录'), textEntry('index.html', '<p>')],
): BagPlan {
  return {
    name: '支部_2025年度_佐证材料_20260110',
    entries,
    info: [
      ['Source-Organization', '某局机关第三党支部'],
      ['Pack-Kind', 'evidence'],
    ],
    tagFiles: ({ name, files }) => [{ path: '校验说明.txt', content: `${name}\n${files}\n` }],
  }
}

/** `['changed data/a.txt']`: the problems of a pack in one line each, with its status first. */
export async function verdictLines(path: string): Promise<string[]> {
  const { status, problems } = await verifyPack(path)
  return [status, ...problems.map(({ problem, path: at }) => `${problem} ${at}`)]
}
