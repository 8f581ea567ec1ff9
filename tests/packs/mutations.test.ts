import { expect, test } from 'vitest'
import type { BagTree, TreeEntry } from '#main/packs/verify/bag-tree.ts'
import { verifyTree } from '#main/packs/verify/verify.ts'
import {
  bags,
  type Files,
  foldersOf,
  isPossible,
  mutate,
  mutationCount,
  mutationSeed,
  pick,
  randomFrom,
  relist,
} from './mutation-source.ts'
import { checkBag, checkOwnPack } from './rfc8493-checker.ts'

const COUNT = Math.ceil(mutationCount * 0.7)

function memoryTree(files: Files): BagTree {
  return {
    async *entries() {
      for (const path of foldersOf(files)) yield { path, kind: 'folder', octets: 0 } satisfies TreeEntry
      for (const [path, content] of files) yield { path, kind: 'file', octets: content.length } satisfies TreeEntry
    },
    async *read(path) {
      yield files.get(path) ?? new Uint8Array()
    },
  }
}

test('the good ones are good, by both', async () => {
  for (const files of bags) {
    expect((await verifyTree(memoryTree(files))).status).toBe('valid')
    expect(checkOwnPack({ files, folders: foldersOf(files) })).toBe('valid')
    expect(checkBag({ files, folders: foldersOf(files) })).toBe('valid')
  }
})

test(`${COUNT} mutations of bags in folders from one seed: never a crash, and the verdict of the independent checker`, async () => {
  const random = randomFrom(mutationSeed)
  const verdicts: Record<string, number> = {}
  let tried = 0
  while (tried < COUNT) {
    const files: Files = new Map(pick(random, bags))
    for (let count = 1 + random(3); count > 0; count--) mutate(random, files)
    if (random(3) === 0) relist(files)
    if (!isPossible(files)) continue
    tried += 1
    const { status, problems } = await verifyTree(memoryTree(files))
    const expected = checkOwnPack({ files, folders: foldersOf(files) })
    const shown = () =>
      JSON.stringify(
        { tried, problems, files: [...files].map(([path, content]) => [path, Buffer.from(content).toString('utf8')]) },
        null,
        1,
      )
    if (status !== expected) expect.fail(`${status}, the checker says ${expected}: ${shown()}`)
    verdicts[status] = (verdicts[status] ?? 0) + 1
  }
  // Every verdict comes up often enough to mean something.
  for (const status of ['valid', 'damaged', 'incomplete', 'notABag']) expect(verdicts[status], status).toBeGreaterThan(50)
}, 300_000)
