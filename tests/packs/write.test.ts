import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { BagEntry, BagPlan } from '#main/packs/bag/bag-plan.ts'
import { clearLeftover, findLeftovers } from '#main/packs/bag/leftovers.ts'
import { type WriteOptions, writeBag } from '#main/packs/bag/write.ts'
import { parseManifestLine } from '#shared/packs/bagit/manifest.ts'
import { pathTable } from '#shared/packs/names.ts'
import { temporaryFolder } from '../helpers/ledger.ts'
import { hexOf, listFiles, readFiles, samplePlan, textEntry, verdictLines } from './bags.ts'

const owner = 'device-1'
const write = (plan: BagPlan, targetPath: string, options: Partial<WriteOptions> = {}) =>
  writeBag(plan, { targetPath, owner, ...options })

/** A small file system of its own, or null where this process may not mount one. */
function smallFileSystem(octets: number): string | null {
  const folder = temporaryFolder()
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${octets}`, 'tmpfs', folder], { stdio: 'pipe' })
  } catch {
    return null
  }
  onTestFinished(() => {
    execFileSync('umount', ['-l', folder])
  })
  return folder
}

describe('a written bag', () => {
  test('is valid, holds what was planned, and nothing beside it', async () => {
    const target = temporaryFolder()
    const result = await write(samplePlan(), target)
    expect(result).toMatchObject({ name: '支部_2025年度_佐证材料_20260110', files: 2, octets: 9 })
    expect(result.path).toBe(join(target, result.name))
    expect(readdirSync(target)).toEqual([result.name])
    expect(listFiles(result.path)).toEqual([
      'bag-info.txt',
      'bagit.txt',
      'data/01_会议/记录.txt',
      'data/index.html',
      'manifest-sha256.txt',
      'tagmanifest-sha256.txt',
      '校验说明.txt',
    ])
    expect(await verdictLines(result.path)).toEqual(['valid'])
    expect(readFileSync(join(result.path, 'bag-info.txt'), 'utf8')).toContain('Payload-Oxum: 9.2\n')
    expect(result.tagManifestSha256).toBe(hexOf('sha256', readFileSync(join(result.path, 'tagmanifest-sha256.txt'))))
  })

  test('passes sha256sum, for the payload and for the tag files', async () => {
    const { path } = await write(samplePlan(), temporaryFolder())
    for (const list of ['manifest-sha256.txt', 'tagmanifest-sha256.txt']) {
      expect(execFileSync('sha256sum', ['--strict', '-c', list], { cwd: path, encoding: 'utf8' })).toMatch(/OK\n$/)
    }
  })

  test('takes files, bytes and documents made in their turn; each is read once', async () => {
    const folder = temporaryFolder()
    const big = Buffer.alloc(2_500_000, 'ab')
    writeFileSync(join(folder, 'source'), big)
    const made: string[] = []
    const entries: BagEntry[] = [
      {
        path: 'a.bin',
        source: { kind: 'file', file: join(folder, 'source'), label: '照片', octets: big.length, sha256: hexOf('sha256', big) },
      },
      { path: 'b.pdf', source: { kind: 'made', estimate: 1, make: async () => (made.push('b'), Buffer.from('pdf')) } },
      { path: 'empty.txt', source: { kind: 'bytes', content: new Uint8Array() } },
    ]
    const target = temporaryFolder()
    const { path, octets, files } = await write(samplePlan(entries), target)
    expect([octets, files, made]).toEqual([2_500_003, 3, ['b']])
    expect(readFileSync(join(path, 'data/a.bin')).equals(big)).toBe(true)
    expect(await verdictLines(path)).toEqual(['valid'])
  })

  test.skipIf(process.platform === 'win32').each(['folder', 'zip'] as const)(
    'a source that can be read only once, a pipe, becomes a good pack (%s)',
    { timeout: 30_000 },
    async (form) => {
      const pipe = join(temporaryFolder(), 'pipe')
      execFileSync('mkfifo', [pipe])
      const content = Buffer.alloc(900_000, 'abc')
      const fed = writeFile(pipe, content)
      const source = { kind: 'file', file: pipe, label: '照片', octets: content.length, sha256: hexOf('sha256', content) } as const
      const { path } = await writeBag(samplePlan([{ path: 'a.bin', source }]), { targetPath: temporaryFolder(), owner, form })
      await fed
      expect(await verdictLines(path)).toEqual(['valid'])
    },
  )

  test('round trip for any tree of names and contents', async () => {
    const target = temporaryFolder()
    const tree = fc.array(
      fc.tuple(
        fc.constantFrom('', '01_会议', '01_会议/附件'),
        fc.string({ unit: 'binary', maxLength: 60 }),
        fc.uint8Array({ maxLength: 200 }),
      ),
      { maxLength: 8 },
    )
    await fc.assert(
      fc.asyncProperty(tree, async (files) => {
        const table = pathTable('data/')
        const entries = files.map(
          ([folder, name, content]): BagEntry => ({ path: table.place(folder, name), source: { kind: 'bytes', content } }),
        )
        const { path } = await write(samplePlan(entries), target)
        expect(await verdictLines(path)).toEqual(['valid'])
        const written = readFiles(join(path, 'data'))
        expect(Object.fromEntries(entries.map((entry, index) => [entry.path, Buffer.from(files[index]?.[2] ?? [])]))).toEqual(
          written,
        )
        const manifest = readFileSync(join(path, 'manifest-sha256.txt'), 'utf8').split('\n').filter(Boolean)
        expect(manifest.map((line) => parseManifestLine(line, 'sha256')?.path)).toEqual(
          Object.keys(written).map((name) => `data/${name}`),
        )
        rmSync(path, { recursive: true })
      }),
      { numRuns: 40 },
    )
  })

  test('refuses paths that are not fit for a pack', async () => {
    const target = temporaryFolder()
    for (const path of ['../x', 'a/../../x', '/x', 'CON', 'a:b', 'a%b', 'x.']) {
      await expect(write(samplePlan([textEntry(path, 'x')]), target)).rejects.toThrow(RangeError)
    }
    expect(readdirSync(target)).toEqual([])
  })

  test('every kind of damage is found in it', async () => {
    const damages: [(root: string) => void, string[]][] = [
      [(root) => writeFileSync(join(root, 'data/index.html'), '<q>'), ['damaged', 'changed data/index.html']],
      [(root) => rmSync(join(root, 'data/index.html')), ['incomplete', 'missing data/index.html']],
      [(root) => writeFileSync(join(root, 'data/01_会议/x'), ''), ['damaged', 'added data/01_会议/x']],
      [(root) => writeFileSync(join(root, 'notes.txt'), ''), ['damaged', 'added notes.txt']],
      [(root) => writeFileSync(join(root, '校验说明.txt'), 'x'), ['damaged', 'changed 校验说明.txt']],
      [(root) => rmSync(join(root, '校验说明.txt')), ['incomplete', 'missing 校验说明.txt']],
      [(root) => rmSync(join(root, 'tagmanifest-sha256.txt')), ['incomplete', 'missing tagmanifest-sha256.txt']],
      [
        (root) => {
          const list = readFileSync(join(root, 'manifest-sha256.txt'), 'utf8').split('\n')
          writeFileSync(join(root, 'manifest-sha256.txt'), list.slice(1).join('\n'))
        },
        ['damaged', 'added data/01_会议/记录.txt', 'changed manifest-sha256.txt'],
      ],
      [
        (root) => {
          const info = readFileSync(join(root, 'bag-info.txt'), 'utf8')
          writeFileSync(join(root, 'bag-info.txt'), info.replace('9.2', '8.2'))
        },
        ['damaged', 'changed bag-info.txt', 'oxumMismatch bag-info.txt'],
      ],
    ]
    for (const [damage, expected] of damages) {
      const { path } = await write(samplePlan(), temporaryFolder())
      damage(path)
      expect(await verdictLines(path)).toEqual(expected)
    }
  })
})

describe('names that are taken', () => {
  test('get a number, and what is there stays as it is', async () => {
    const target = temporaryFolder()
    const first = await write(samplePlan(), target)
    const before = readFiles(first.path)
    const second = await write(samplePlan([textEntry('other.txt', 'x')]), target)
    writeFileSync(join(target, `${first.name}_3`), 'a file')
    mkdirSync(join(target, `${first.name}_4`))
    const next = await write(samplePlan(), target)
    expect([second.name, next.name]).toEqual([`${first.name}_2`, `${first.name}_5`])
    expect(readFiles(first.path)).toEqual(before)
    expect(readFileSync(join(second.path, '校验说明.txt'), 'utf8')).toContain('_2')
  })
})

describe('unfinished work', () => {
  /** What a killed program leaves: reached by stopping in the middle and keeping the folder. */
  async function leftOver(target: string, by = owner): Promise<string> {
    const copy = temporaryFolder()
    const work = join(target, `${samplePlan().name}.in-progress`)
    const entry: BagEntry = {
      path: 'a.txt',
      source: {
        kind: 'made',
        estimate: 1,
        make: async () => {
          execFileSync('cp', ['-a', work, copy])
          throw new Error('killed')
        },
      },
    }
    await expect(writeBag(samplePlan([textEntry('done.txt', 'x'), entry]), { targetPath: target, owner: by })).rejects.toThrow(
      'killed',
    )
    expect(existsSync(work)).toBe(false)
    execFileSync('cp', ['-a', join(copy, `${samplePlan().name}.in-progress`), target])
    return work
  }

  test('of this ledger is neither replaced nor passed over', async () => {
    const target = temporaryFolder()
    const work = await leftOver(target)
    const before = readFiles(work)
    await expect(write(samplePlan(), target)).rejects.toMatchObject({ code: 'PACK_LEFTOVER' })
    expect(readFiles(work)).toEqual(before)
  })

  test('of another ledger is never touched', async () => {
    const target = temporaryFolder()
    const work = await leftOver(target, 'device-2')
    const before = readFiles(work)
    const { name } = await write(samplePlan(), target)
    expect(name).toBe(`${samplePlan().name}_2`)
    expect(readFiles(work)).toEqual(before)
  })

  test.each<[string, (work: string) => void]>([
    ['a folder without our marker', (work) => (mkdirSync(work), writeFileSync(join(work, 'thesis.docx'), 'x'))],
    ['a file', (work) => writeFileSync(work, 'x')],
    ['a link', (work) => symlinkSync('/etc', work)],
    ['a marker that is not one', (work) => (mkdirSync(work), writeFileSync(join(work, '支部手册-正在写入.json'), 'null'))],
    ['a marker that is a link', (work) => (mkdirSync(work), symlinkSync('/etc/passwd', join(work, '支部手册-正在写入.json')))],
  ])('%s of that name is never touched', async (_, make) => {
    const target = temporaryFolder()
    const work = join(target, `${samplePlan().name}.in-progress`)
    make(work)
    const { name } = await write(samplePlan(), target)
    expect(name).toBe(`${samplePlan().name}_2`)
    expect(existsSync(work)).toBe(true)
  })

  test('two packs of one name at the same time do not disturb each other', async () => {
    const target = temporaryFolder()
    const results = await Promise.all([write(samplePlan(), target), write(samplePlan(), target)])
    expect(readdirSync(target).toSorted()).toEqual(results.map(({ name }) => name).toSorted())
    for (const { path } of results) expect(await verdictLines(path)).toEqual(['valid'])
  })
})

describe('what goes wrong leaves nothing behind', () => {
  test('cancelling, at any step', async () => {
    let steps = 0
    await write(samplePlan(), temporaryFolder(), { onProgress: () => (steps += 1) })
    for (let stop = 0; stop < steps; stop++) {
      const target = temporaryFolder()
      const controller = new AbortController()
      let seen = 0
      const onProgress = () => {
        if (seen++ === stop) controller.abort()
      }
      await expect(write(samplePlan(), target, { signal: controller.signal, onProgress })).rejects.toMatchObject({
        code: 'CANCELLED',
      })
      expect(readdirSync(target)).toEqual([])
    }
    const target = temporaryFolder()
    await expect(write(samplePlan(), target, { signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'CANCELLED' })
    expect(readdirSync(target)).toEqual([])
  })

  test('a source that is gone, or no longer what was stored', async () => {
    const folder = temporaryFolder()
    const target = temporaryFolder()
    const source = {
      kind: 'file',
      file: join(folder, 'x'),
      label: '签到表.jpg',
      octets: 3,
      sha256: hexOf('sha256', 'abc'),
    } as const
    await expect(write(samplePlan([{ path: 'x', source }]), target)).rejects.toMatchObject({
      code: 'FILE_UNREADABLE',
      params: { file: '签到表.jpg' },
    })
    writeFileSync(join(folder, 'x'), 'abd')
    await expect(write(samplePlan([{ path: 'x', source }]), target)).rejects.toMatchObject({
      code: 'ATTACHMENT_DAMAGED',
      params: { file: '签到表.jpg' },
    })
    expect(readdirSync(target)).toEqual([])
  })

  test('a file that changes between writing and reading back', async () => {
    const target = temporaryFolder()
    const onProgress: WriteOptions['onProgress'] = ({ phase, item }) => {
      const file = join(target, `${samplePlan().name}.in-progress`, 'bag', 'data/index.html')
      if (phase === 'readBack' && item === 'data/index.html') writeFileSync(file, '<q>')
    }
    await expect(write(samplePlan(), target, { onProgress })).rejects.toMatchObject({
      code: 'PACK_READ_BACK_FAILED',
      params: { file: 'data/index.html' },
    })
    expect(readdirSync(target)).toEqual([])
  })

  test('a target that is no folder, is not there, or is read only', async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'file'), '')
    for (const path of [join(folder, 'file'), join(folder, 'nothing')]) {
      await expect(write(samplePlan(), path)).rejects.toMatchObject({ code: 'TARGET_NOT_WRITABLE', params: { path } })
    }
    const small = smallFileSystem(1024 * 1024)
    if (small) {
      execFileSync('mount', ['-o', 'remount,ro', small])
      await expect(write(samplePlan([]), small)).rejects.toMatchObject({ code: expect.stringMatching(/^TARGET_/) })
    } else {
      mkdirSync(join(folder, 'locked'))
      chmodSync(join(folder, 'locked'), 0o500)
      await expect(write(samplePlan(), join(folder, 'locked'))).rejects.toMatchObject({ code: 'TARGET_NOT_WRITABLE' })
    }
  })

  test('a target that lies in a pack would spoil that pack', async () => {
    const { path } = await write(samplePlan(), temporaryFolder())
    for (const folder of [path, join(path, 'data'), join(path, 'data/01_会议')]) {
      await expect(write(samplePlan(), folder)).rejects.toMatchObject({ code: 'TARGET_EXISTS', params: { path } })
    }
    expect(await verdictLines(path)).toEqual(['valid'])
  })

  test('too little space is said before anything is written, and after when the plan was wrong', async (context) => {
    const small = smallFileSystem(4 * 1024 * 1024)
    if (!small) return context.skip('this process may not mount a file system')
    const big: BagEntry = { path: 'big', source: { kind: 'bytes', content: new Uint8Array(8 * 1024 * 1024) } }
    const refused = write(samplePlan([big]), small)
    await expect(refused).rejects.toMatchObject({
      code: 'TARGET_NO_SPACE',
      params: { path: small, needed: expect.any(Number), free: expect.any(Number) },
    })
    expect(readdirSync(small)).toEqual([])
    const larger: BagEntry = {
      path: 'big',
      source: { kind: 'made', estimate: 10, make: async () => new Uint8Array(8 * 1024 * 1024) },
    }
    await expect(write(samplePlan([textEntry('a.txt', 'x'), larger]), small)).rejects.toMatchObject({ code: 'TARGET_NO_SPACE' })
    expect(readdirSync(small)).toEqual([])
    expect((await write(samplePlan(), small)).files).toBe(2)
  })
})

describe('a target that fails in the middle keeps what can be gone on with', () => {
  const name = `${samplePlan().name}.in-progress`
  const job = { year: 2025 }
  const photo = textEntry('photo.jpg', 'x'.repeat(300_000))
  const left = { name, packName: samplePlan().name, canContinue: true }

  test('no space: named, untouched by the next export, completed when there is room', async (context) => {
    const small = smallFileSystem(4 * 1024 * 1024)
    if (!small) return context.skip('this process may not mount a file system')
    const larger: BagEntry = {
      path: 'paper.pdf',
      source: { kind: 'made', estimate: 10, make: async () => new Uint8Array(8 * 1024 * 1024) },
    }
    const plan = samplePlan([photo, larger])
    await expect(write(plan, small, { job })).rejects.toMatchObject({ code: 'TARGET_NO_SPACE', params: { isLeft: true } })
    expect(await findLeftovers(small, owner)).toMatchObject([left])
    expect(await findLeftovers(small, 'device-2')).toEqual([])
    await expect(write(plan, small, { job })).rejects.toMatchObject({ code: 'PACK_LEFTOVER' })
    execFileSync('mount', ['-o', 'remount,size=16777216', small])
    const { path } = await write(plan, small, { job, continues: plan.name })
    expect(readdirSync(small)).toEqual([plan.name])
    expect(await verdictLines(path)).toEqual(['valid'])
  })

  test.each(['write', 'readBack'])('pulled out while it is in phase %s, and put in again', async (during) => {
    const target = join(temporaryFolder(), 'stick')
    const away = `${target} in the pocket`
    mkdirSync(target)
    const plan = samplePlan([photo, textEntry('second.jpg', 'y')])
    const onProgress: WriteOptions['onProgress'] = ({ phase, item }) => {
      if (phase === during && item === 'data/second.jpg' && existsSync(target)) renameSync(target, away)
    }
    await expect(write(plan, target, { job, onProgress })).rejects.toMatchObject({ code: 'TARGET_NOT_WRITABLE' })
    expect(existsSync(target)).toBe(false)
    renameSync(away, target)
    expect(await findLeftovers(target, owner)).toMatchObject([left])
    await clearLeftover(target, name, owner)
    expect(readdirSync(target)).toEqual([])
  })

  test('a read or write error of the device is told with what lies there', async () => {
    const target = temporaryFolder()
    const onProgress: WriteOptions['onProgress'] = ({ item }) => {
      if (item === 'data/second.jpg') throw Object.assign(new Error('EIO: i/o error, write'), { code: 'EIO', syscall: 'write' })
    }
    const plan = samplePlan([photo, textEntry('second.jpg', 'y')])
    await expect(write(plan, target, { job, onProgress })).rejects.toMatchObject({
      code: 'TARGET_NOT_WRITABLE',
      params: { reason: 'EIO', isLeft: true },
    })
    expect(await findLeftovers(target, owner)).toMatchObject([left])
    const { path } = await write(plan, target, { job, continues: plan.name })
    expect(await verdictLines(path)).toEqual(['valid'])
    // In an archive nothing can be gone on with: there it is cleared away.
    await expect(write(plan, target, { job, onProgress, form: 'zip' })).rejects.toMatchObject({ params: { isLeft: false } })
    expect(readdirSync(target)).toEqual([plan.name])
  })
})

test('progress goes through writing and checking, in octets, to the end of each', async () => {
  const seen: { phase: string; done: number; total: number }[] = []
  await write(samplePlan(), temporaryFolder(), { onProgress: ({ phase, done, total }) => seen.push({ phase, done, total }) })
  expect([...new Set(seen.map(({ phase }) => phase))]).toEqual(['write', 'readBack'])
  for (const phase of ['write', 'readBack']) {
    const last = seen.findLast((step) => step.phase === phase)
    expect(last?.done).toBe(last?.total)
  }
})
