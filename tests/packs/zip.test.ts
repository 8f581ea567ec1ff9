import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { writeBag } from '#main/packs/bag/write.ts'
import { fat32FileLimit } from '#main/packs/file-limit.ts'
import { verifyPack } from '#main/packs/verify/verify.ts'
import { maxZipEntries } from '#main/packs/zip/zip-limits.ts'
import { temporaryFolder } from '../helpers/ledger.ts'
import { handMadeBag, listFiles, readFiles, samplePlan, textEntry, verdictLines, writeFiles } from './bags.ts'
import { unpackedZip } from './zip-checker.ts'
import { type RawEntry, writeRawZip, zipFolderTo } from './zips.ts'

/** Entries of a good bag in the folder `bag`. */
function goodEntries(deflate = false): RawEntry[] {
  const root = temporaryFolder()
  handMadeBag(root)
  return Object.entries(readFiles(root)).map(([path, content]) => ({ name: `bag/${path}`, content, deflate }))
}

async function verdictOfZip(entries: readonly RawEntry[], claimedCount?: number): Promise<string[]> {
  return await verdictLines(writeRawZip(join(temporaryFolder(), 'x.zip'), entries, claimedCount))
}

/** Folders in which a hostile archive could have written. */
const watched = temporaryRoot()
function temporaryRoot(): string[] {
  return [process.cwd(), dirname(process.cwd())]
}
const escapes = ['evil.txt', 'evil']
afterEach(() => {
  for (const folder of watched) for (const name of escapes) expect(existsSync(join(folder, name))).toBe(false)
})

describe('packs in one ZIP', () => {
  test.each([false, true])('of other programs are valid, compressed or not', async (deflate) => {
    expect(await verdictOfZip(goodEntries(deflate))).toEqual(['valid'])
  })

  test('with folder entries, of macOS without the UTF-8 mark, of Windows in its Chinese code page', async () => {
    const root = temporaryFolder()
    handMadeBag(root, { payload: { 'data/记录.txt': 'x' } })
    const files = Object.entries(readFiles(root))
    const unmarked = files.map(([path, content]) => ({ name: `bag/${path}`, content, flags: 0 }))
    expect(await verdictOfZip([{ name: 'bag/' }, { name: 'bag/data/', mode: 0o40755 }, ...unmarked])).toEqual(['valid'])
    const gbk = Buffer.concat([Buffer.from('bag/data/'), Buffer.from([0xbc, 0xc7, 0xc2, 0xbc]), Buffer.from('.txt')])
    expect(
      await verdictOfZip(
        files.map(([path, content]) => ({ name: path.startsWith('data/') ? gbk : `bag/${path}`, content, flags: 0 })),
      ),
    ).toEqual(['valid'])
  })

  test('through a file manager', async () => {
    const root = temporaryFolder()
    handMadeBag(root)
    const file = await zipFolderTo(join(temporaryFolder(), 'y.zip'), '材料', readFiles(root))
    expect(await verdictLines(file)).toEqual(['valid'])
  })

  test('damage is named by file', async () => {
    const entries = goodEntries()
    expect(
      await verdictOfZip(entries.map((entry) => (entry.name === 'bag/data/a.txt' ? { ...entry, content: 'hellO' } : entry))),
    ).toEqual(['damaged', 'changed data/a.txt'])
    expect(await verdictOfZip(entries.filter(({ name }) => name !== 'bag/data/a.txt'))).toEqual([
      'incomplete',
      'missing data/a.txt',
    ])
    expect(await verdictOfZip([...entries, { name: 'bag/data/new.txt', content: 'x' }])).toEqual(['damaged', 'added data/new.txt'])
    expect(await verdictOfZip(entries.filter(({ name }) => name !== 'bag/bagit.txt'))).toEqual(['notABag', 'missing bagit.txt'])
  })

  test('what is no archive is no bag', async () => {
    const file = join(temporaryFolder(), 'z.zip')
    for (const content of [Buffer.alloc(0), Buffer.from('hello'), randomBytes(5000)]) {
      writeFileSync(file, content)
      expect((await verifyPack(file)).status).toBe('notABag')
    }
  })

  test('one folder at the top', async () => {
    expect(await verdictOfZip([...goodEntries(), { name: 'other/x', content: '1' }])).toEqual(['damaged', 'malformed '])
    expect(await verdictOfZip(goodEntries().map((entry) => ({ ...entry, name: String(entry.name).slice(4) })))).toEqual([
      'damaged',
      'malformed ',
    ])
  })
})

describe('hostile archives are refused before anything is unpacked', () => {
  const nul = String.fromCharCode(0)
  test.each<[string, RawEntry, string]>([
    ['zip-slip', { name: 'bag/../../evil.txt', content: 'x' }, 'unsafePath'],
    ['zip-slip at the start', { name: '../evil.txt', content: 'x' }, 'unsafePath'],
    ['zip-slip by backslash', { name: 'bag\\..\\..\\evil.txt', content: 'x' }, 'unsafePath'],
    ['dots that Windows drops', { name: 'bag/.. /evil.txt', content: 'x' }, 'unsafePath'],
    ['absolute', { name: '/evil.txt', content: 'x' }, 'unsafePath'],
    ['drive', { name: 'C:/evil.txt', content: 'x' }, 'unsafePath'],
    ['drive-relative', { name: 'C:evil.txt', content: 'x' }, 'unsafePath'],
    ['UNC', { name: '\\\\host\\share\\evil.txt', content: 'x' }, 'unsafePath'],
    ['UNC by slashes', { name: '//host/share/evil.txt', content: 'x' }, 'unsafePath'],
    ['home', { name: '~/evil.txt', content: 'x' }, 'unsafePath'],
    ['home of somebody', { name: '~root/evil.txt', content: 'x' }, 'unsafePath'],
    ['variable', { name: '%HomeDrive%/evil.txt', content: 'x' }, 'unsafePath'],
    ['NUL character', { name: `bag/evil${nul}.txt`, content: 'x' }, 'unsafePath'],
    ['empty segment', { name: 'bag//evil.txt', content: 'x' }, 'unsafePath'],
    ['link', { name: 'bag/data/evil', content: '/etc/passwd', mode: 0o120777 }, 'unsafePath'],
    ['device', { name: 'bag/data/evil', mode: 0o20666 }, 'unsafePath'],
    ['reserved name', { name: 'bag/data/CON', content: 'x' }, 'unsafePath'],
    ['reserved name with extension', { name: 'bag/data/nul.txt', content: 'x' }, 'unsafePath'],
    ['reserved folder', { name: 'bag/com1/evil.txt', content: 'x' }, 'unsafePath'],
    ['closing dot', { name: 'bag/data/a.txt.', content: 'x' }, 'unsafePath'],
    ['duplicate', { name: 'bag/data/a.txt', content: 'x' }, 'unsafePath'],
    ['duplicate by case', { name: 'bag/data/A.TXT', content: 'x' }, 'unsafePath'],
    ['duplicate folder by case', { name: 'bag/DATA/n.txt', content: 'x' }, 'unsafePath'],
    ['file where a folder is', { name: 'bag/data', content: 'x' }, 'unsafePath'],
    ['encrypted', { name: 'bag/data/evil', content: 'thirteen octs', claimedSize: 1, flags: 0x801 }, 'unsupported'],
    ['unknown compression', { name: 'bag/data/evil', content: 'x', method: 12 }, 'unsupported'],
    ['too deep', { name: `bag/${'d/'.repeat(40)}evil`, content: 'x' }, 'unsupported'],
    ['bomb by ratio', { name: 'bag/data/evil', content: Buffer.alloc(4 * 1024 * 1024), deflate: true }, 'unsupported'],
    ['folder with content', { name: 'bag/evil/', content: 'xx' }, 'malformed'],
    ['overlapping', { name: 'bag/data/again.txt', content: 'hello', sameAs: 0 }, 'unsafePath'],
    [
      'beyond the end',
      { name: 'bag/data/evil', content: 'x', claimedCompressedSize: 5_000_000, claimedSize: 5_000_000 },
      'unsafePath',
    ],
  ])('%s', async (_, entry, problem) => {
    const { status, problems } = await verifyPack(writeRawZip(join(temporaryFolder(), 'x.zip'), [...goodEntries(), entry]))
    expect(status).toBe('damaged')
    expect(problems.map((found) => found.problem)).toContain(problem)
    expect(problems.every(({ detail }) => detail !== undefined && detail !== '')).toBe(true)
  })

  test('duplicate by normalisation', async () => {
    const both = [
      { name: 'bag/data/\u00e9', content: 'x' },
      { name: 'bag/data/e\u0301', content: 'x' },
    ]
    expect((await verdictOfZip([...goodEntries(), ...both]))[0]).toBe('damaged')
  })

  test('sizes that lie', async () => {
    const big = Buffer.alloc(300_000, 'ab')
    const lying: RawEntry[] = [{ name: 'bag/data/a.txt', content: big, deflate: true, claimedSize: 5 }]
    const others = goodEntries().filter(({ name }) => name !== 'bag/data/a.txt')
    expect(await verdictOfZip([...others, ...lying])).toEqual(['damaged', 'unreadable data/a.txt'])
    const stored: RawEntry[] = [{ name: 'bag/data/a.txt', content: 'hello', claimedSize: 50 }]
    expect(await verdictOfZip([...others, ...stored])).toEqual(['damaged', 'malformed '])
  })

  test('a file with another name in its own header', async () => {
    const entries = goodEntries().map((entry) =>
      entry.name === 'bag/data/a.txt' ? { ...entry, localName: 'bag/data/b.txt' } : entry,
    )
    expect(await verdictOfZip(entries)).toEqual(['damaged', 'unreadable data/a.txt'])
  })

  test('a file with another size in its own header', async () => {
    const withLocal = (more: Partial<RawEntry>) =>
      verdictOfZip(goodEntries().map((entry) => (entry.name === 'bag/data/a.txt' ? { ...entry, ...more } : entry)))
    expect(await withLocal({ localSize: 2 })).toEqual(['damaged', 'unreadable data/a.txt'])
    expect(await withLocal({ localSize: 0 })).toEqual(['damaged', 'unreadable data/a.txt'])
    // Written as a stream: the size follows the content.
    expect(await withLocal({ localSize: 0, flags: 0x808 })).toEqual(['valid'])
  })

  test('more entries than any pack has', async () => {
    const many = Array.from({ length: maxZipEntries + 10 }, (_, index): RawEntry => ({ name: `bag/data/${index}` }))
    const before = process.memoryUsage().rss
    expect((await verdictOfZip([...goodEntries(), ...many]))[0]).toBe('damaged')
    expect(process.memoryUsage().rss - before).toBeLessThan(512 * 1024 * 1024)
  }, 60_000)

  test('one line without end', async () => {
    // Not compressible below the ratio, and never a line end.
    const endless = Buffer.from(randomBytes(6 * 1024 * 1024).toString('hex'))
    const entries = goodEntries().map((entry) =>
      entry.name === 'bag/manifest-sha256.txt' ? { ...entry, content: endless } : entry,
    )
    expect((await verdictOfZip(entries)).slice(0, 2)).toEqual(['damaged', 'changed manifest-sha256.txt'])
  })
})

describe('writing one ZIP', () => {
  const plan = () =>
    samplePlan([
      textEntry('01_会议/记录.txt', '记录'),
      { path: 'big.bin', source: { kind: 'bytes', content: randomBytes(3_500_000) } },
      { path: 'made.txt', source: { kind: 'made', estimate: 10, make: async () => Buffer.from('made') } },
    ])

  test('it is valid, and a reader that knows nothing of the program, and sha256sum, agree', async () => {
    const target = temporaryFolder()
    const written = await writeBag(plan(), { targetPath: target, owner: 'me', form: 'zip' })
    expect(written.path).toBe(join(target, `${written.name}.zip`))
    expect(listFiles(target)).toEqual([`${written.name}.zip`])
    expect(await verdictLines(written.path)).toEqual(['valid'])
    expect(written).toMatchObject({ files: 3 })
    const out = temporaryFolder()
    writeFiles(out, unpackedZip(readFileSync(written.path)))
    expect(await verdictLines(join(out, written.name))).toEqual(['valid'])
    execFileSync('sha256sum', ['--quiet', '-c', 'manifest-sha256.txt'], { cwd: join(out, written.name) })
    expect(readFileSync(join(out, written.name, '校验说明.txt'), 'utf8')).toContain(written.name)
  })

  test('a second one of the same name gets a number; a cancelled one leaves nothing', async () => {
    const target = temporaryFolder()
    const options = { targetPath: target, owner: 'me', form: 'zip' as const }
    const first = await writeBag(plan(), options)
    const second = await writeBag(plan(), options)
    expect(second.path).toBe(join(target, `${first.name}_2.zip`))
    const controller = new AbortController()
    const cancelled = writeBag(plan(), {
      ...options,
      signal: controller.signal,
      onProgress: ({ done }) => done > 0 && controller.abort(),
    })
    await expect(cancelled).rejects.toMatchObject({ code: 'CANCELLED' })
    expect(listFiles(target)).toHaveLength(2)
  })

  test('an attachment that is no longer what was stored stops it and leaves nothing', async () => {
    const target = temporaryFolder()
    const source = join(temporaryFolder(), 'photo.jpg')
    writeFileSync(source, 'photo')
    const entry = {
      path: 'p.jpg',
      source: { kind: 'file' as const, file: source, label: '照片', octets: 5, sha256: '0'.repeat(64) },
    }
    await expect(writeBag(samplePlan([entry]), { targetPath: target, owner: 'me', form: 'zip' })).rejects.toMatchObject({
      code: 'ATTACHMENT_DAMAGED',
    })
    expect(listFiles(target)).toEqual([])
  })

  test('what FAT32 cannot hold is said before anything is written; as a folder it fits', async () => {
    const target = temporaryFolder()
    const huge = (path: string, octets: number) => ({
      path,
      source: { kind: 'file' as const, file: '/nowhere', label: path, octets },
    })
    const two = samplePlan([huge('a.mp4', 3e9), huge('b.mp4', 3e9)])
    const options = { targetPath: target, owner: 'me', maxFileOctets: fat32FileLimit }
    await expect(writeBag(two, { ...options, form: 'zip' })).rejects.toMatchObject({
      code: 'TARGET_FILE_LIMIT',
      params: { form: 'zip' },
    })
    await expect(writeBag(two, options)).rejects.toMatchObject({ code: 'FILE_UNREADABLE' })
    await expect(writeBag(samplePlan([huge('c.mp4', 5e9)]), options)).rejects.toMatchObject({ code: 'TARGET_FILE_LIMIT' })
    expect(listFiles(target)).toEqual([])
  })
})
