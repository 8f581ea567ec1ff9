import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { verifyPack, verifyTree } from '#main/packs/verify/verify.ts'
import { temporaryFolder } from '../helpers/ledger.ts'
import { type HandMade, handMadeBag, hexOf, verdictLines, writeFiles } from './bags.ts'

/** The verdict of a bag made by hand and then changed. */
async function verdict(bag: HandMade, change: (root: string) => void = () => undefined): Promise<string[]> {
  const root = temporaryFolder()
  handMadeBag(root, bag)
  change(root)
  return await verdictLines(root)
}

describe('valid bags of other programs', () => {
  test.each<[string, HandMade]>([
    ['1.0 with sha256', {}],
    ['several algorithms', { algorithms: ['md5', 'sha1', 'sha256', 'sha512'] }],
    ['0.97 with md5', { version: '0.97', algorithms: ['md5'] }],
    ['no tag manifest', { tagManifest: false }],
    ['no payload file', { payload: { 'data/.keep': '' } }],
    ['unlisted tag file of a foreign bag', { tagManifest: false, tags: { 'notes/readme.txt': 'x' } }],
    ['CRLF', { tags: { 'bagit.txt': 'BagIt-Version: 1.0\r\nTag-File-Character-Encoding: UTF-8\r\n' } }],
    [
      'upper-case checksums',
      { payload: { 'data/a.txt': 'x' }, tags: { 'manifest-sha256.txt': `${hexOf('sha256', 'x').toUpperCase()}\t data/a.txt` } },
    ],
    ['a right Payload-Oxum', { tags: { 'bag-info.txt': 'Payload-Oxum: 11.2\n' } }],
  ])('%s', async (_, bag) => {
    expect(await verdict(bag)).toEqual(['valid'])
  })

  test('names with encoded characters, and a % that nobody encoded', async () => {
    const root = temporaryFolder()
    const list = [
      `${hexOf('sha256', 'x')}  data/100%25.txt`,
      `${hexOf('sha256', 'y')}  data/a%0Ab`,
      `${hexOf('sha256', 'z')}  data/50% raw`,
    ]
    handMadeBag(root, {
      payload: { 'data/100%.txt': 'x', 'data/a\nb': 'y', 'data/50% raw': 'z' },
      tags: { 'manifest-sha256.txt': list.join('\n') },
    })
    expect(await verdictLines(root)).toEqual(['valid'])
  })

  test('tag files in the declared encoding', async () => {
    const manifest = `${hexOf('sha256', 'x')}  data/记录.txt\n`
    for (const [encoding, content] of [
      ['UTF-16', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(manifest, 'utf16le')])],
      ['UTF-16', Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(manifest, 'utf16le').swap16()])],
      [
        'GB18030',
        Buffer.concat([
          Buffer.from(`${hexOf('sha256', 'x')}  data/`),
          Buffer.from([0xbc, 0xc7, 0xc2, 0xbc]),
          Buffer.from('.txt\n'),
        ]),
      ],
    ] as const) {
      const root = temporaryFolder()
      writeFiles(root, {
        'bagit.txt': `BagIt-Version: 0.97\nTag-File-Character-Encoding: ${encoding}\n`,
        'data/记录.txt': 'x',
        'manifest-sha256.txt': content,
      })
      expect(await verdictLines(root)).toEqual(['valid'])
    }
  })

  test('a name that the file system stores in another normalisation', async () => {
    expect(
      await verdict({
        payload: { 'data/e\u0301.txt': 'x' },
        tags: { 'manifest-sha256.txt': `${hexOf('sha256', 'x')}  data/é.txt\n` },
      }),
    ).toEqual(['valid'])
  })

  test('in 0.97 a file may stand in one of several manifests', async () => {
    const payload = { 'data/a': 'x', 'data/b': 'y' }
    const tags = { 'manifest-md5.txt': `${hexOf('md5', 'x')} *data/a\n`, 'manifest-sha1.txt': `${hexOf('sha1', 'y')}  ./data/b\n` }
    expect(await verdict({ version: '0.97', payload, algorithms: [], tags })).toEqual(['valid'])
    expect(
      await verdict({
        payload,
        algorithms: [],
        tags: { 'manifest-md5.txt': `${hexOf('md5', 'x')}  data/a\n`, 'manifest-sha1.txt': `${hexOf('sha1', 'y')}  data/b\n` },
      }),
    ).toEqual(['damaged', 'malformed manifest-md5.txt', 'malformed manifest-sha1.txt'])
  })

  test('files named in fetch.txt that are all here are said, not held against it', async () => {
    expect(await verdict({ tags: { 'fetch.txt': 'https://example.org/a 5 data/a.txt\n' } })).toEqual(['valid', 'remote fetch.txt'])
  })
})

describe('damage is named', () => {
  test.each<[string, (root: string) => void, string[]]>([
    ['changed octet', (root) => writeFileSync(join(root, 'data/a.txt'), 'hellO'), ['damaged', 'changed data/a.txt']],
    ['missing', (root) => rmSync(join(root, 'data/a.txt')), ['incomplete', 'missing data/a.txt']],
    ['added', (root) => writeFileSync(join(root, 'data/b/Thumbs.db'), ''), ['damaged', 'added data/b/Thumbs.db']],
    [
      'missing and added',
      (root) => {
        rmSync(join(root, 'data/a.txt'))
        writeFileSync(join(root, 'data/A.txt'), 'hello')
      },
      ['damaged', 'added data/A.txt', 'missing data/a.txt'],
    ],
    [
      'no list of the payload',
      (root) => rmSync(join(root, 'manifest-sha256.txt')),
      ['incomplete', 'missing manifest-*.txt', 'missing manifest-sha256.txt'],
    ],
    [
      'no payload folder',
      (root) => rmSync(join(root, 'data'), { recursive: true }),
      ['incomplete', 'missing data/', 'missing data/a.txt', 'missing data/b/c.txt'],
    ],
    ['no bagit.txt', (root) => rmSync(join(root, 'bagit.txt')), ['notABag', 'missing bagit.txt']],
    [
      'bagit.txt is a folder',
      (root) => (rmSync(join(root, 'bagit.txt')), mkdirSync(join(root, 'bagit.txt'))),
      ['notABag', 'missing bagit.txt'],
    ],
    [
      'bagit.txt with a mark',
      (root) => writeFileSync(join(root, 'bagit.txt'), '\ufeffBagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n'),
      ['damaged', 'changed bagit.txt', 'malformed bagit.txt'],
    ],
    [
      'an unknown version',
      (root) => writeFileSync(join(root, 'bagit.txt'), 'BagIt-Version: 2.0\nTag-File-Character-Encoding: UTF-8\n'),
      ['damaged', 'changed bagit.txt', 'unsupported bagit.txt'],
    ],
    [
      'an unknown encoding',
      (root) => writeFileSync(join(root, 'bagit.txt'), 'BagIt-Version: 1.0\nTag-File-Character-Encoding: KLINGON\n'),
      ['damaged', 'changed bagit.txt', 'unsupported bagit.txt'],
    ],
    [
      'an algorithm nobody knows',
      (root) => writeFileSync(join(root, 'manifest-crc9.txt'), ''),
      ['damaged', 'unsupported manifest-crc9.txt'],
    ],
    ['a link in the payload', (root) => symlinkSync('/etc/passwd', join(root, 'data/link')), ['damaged', 'unsafePath data/link']],
    [
      'a link in place of a file',
      (root) => {
        rmSync(join(root, 'data/a.txt'))
        symlinkSync('b/c.txt', join(root, 'data/a.txt'))
      },
      ['damaged', 'unsafePath data/a.txt'],
    ],
    ['a link to a folder', (root) => symlinkSync('/etc', join(root, 'data/etc')), ['damaged', 'unsafePath data/etc']],
  ])('%s', async (_, change, expected) => {
    expect(await verdict({}, change)).toEqual(expected)
  })

  test('wrong Payload-Oxum', async () => {
    expect(await verdict({ tags: { 'bag-info.txt': 'Payload-Oxum: 12.2\n' } })).toEqual(['damaged', 'oxumMismatch bag-info.txt'])
    expect(await verdict({ tags: { 'bag-info.txt': 'Payload-Oxum: 11.2\nPayload-Oxum: 11.2\n' } })).toEqual([
      'damaged',
      'malformed bag-info.txt',
    ])
    expect(await verdict({ tags: { 'bag-info.txt': 'Payload-Oxum: lots\n' } })).toEqual(['damaged', 'malformed bag-info.txt'])
  })

  test('a tag manifest must list every payload manifest, and no tag manifest', async () => {
    const root = temporaryFolder()
    handMadeBag(root, { tagManifest: false })
    const bagit = `${hexOf('sha256', 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n')} bagit.txt\n`
    writeFiles(root, { 'tagmanifest-sha256.txt': bagit })
    expect(await verdictLines(root)).toEqual(['damaged', 'malformed tagmanifest-sha256.txt'])
  })

  test('a file of 16 MB is read to its end', async () => {
    const big = Buffer.alloc(16 * 1024 * 1024 + 5, 'x').toString()
    expect(await verdict({ payload: { 'data/big': big } })).toEqual(['valid'])
    expect(
      await verdict({ payload: { 'data/big': big } }, (root) => writeFileSync(join(root, 'data/big'), `${big.slice(0, -1)}y`)),
    ).toEqual(['damaged', 'changed data/big'])
  })
})

describe('hostile lists', () => {
  const line = (path: string) => `${hexOf('sha256', 'root')}  ${path}\n`
  test.each([
    '../outside.txt',
    'data/../../outside.txt',
    '/etc/passwd',
    'C:\\Windows\\win.ini',
    '\\\\host\\share\\x',
    '~/x',
    '~root/x',
    '%HomeDrive%/x',
    'data/..\\..\\x',
    'data/%0A/../../../x',
    './data/a.txt',
    'data//a.txt',
    'data/b/',
  ])('%s is refused and not opened', async (path) => {
    const lines = await verdict({}, (root) => {
      writeFileSync(
        join(root, 'manifest-sha256.txt'),
        `${hexOf('sha256', 'hello')} data/a.txt\n${hexOf('sha256', '会议')} data/b/c.txt\n${line(path)}`,
      )
      writeFileSync(join(root, 'tagmanifest-sha256.txt'), '')
      rmSync(join(root, 'tagmanifest-sha256.txt'))
    })
    expect(lines[0]).toBe('damaged')
    expect(lines.slice(1).every((text) => text.startsWith('unsafePath '))).toBe(true)
  })

  test.each([
    ['a path outside data', line('bagit.txt')],
    ['a path twice', `${hexOf('sha256', 'hello')} data/a.txt\n`],
    ['a checksum of the wrong length', `${'a'.repeat(63)} data/a.txt\n`],
    ['an empty line', '\n'],
    ['rubbish', 'hello\n'],
  ])('%s is malformed', async (_, extra) => {
    const lines = await verdict({ tagManifest: false }, (root) => {
      writeFileSync(
        join(root, 'manifest-sha256.txt'),
        `${hexOf('sha256', 'hello')} data/a.txt\n${hexOf('sha256', '会议')} data/b/c.txt\n${extra}`,
      )
    })
    expect(lines).toEqual(['damaged', 'malformed manifest-sha256.txt'])
  })

  test('a list that is not in its encoding, and one without line ends', async () => {
    const withManifest = (content: Uint8Array | string) =>
      verdict({ tagManifest: false }, (root) => writeFileSync(join(root, 'manifest-sha256.txt'), content))
    expect(await withManifest(Buffer.from([0xff, 0xfe, 0xfd, 0x0a]))).toEqual(['damaged', 'malformed manifest-sha256.txt'])
    expect(await withManifest('a'.repeat(3_000_000))).toEqual(['damaged', 'unsupported manifest-sha256.txt'])
  })

  test('more entries than any pack has end the look at them', async () => {
    const tree = {
      async *entries() {
        yield { path: 'bagit.txt', kind: 'file', octets: 5 } as const
        for (let index = 0; ; index++) yield { path: `data/${index}`, kind: 'file', octets: 0 } as const
      },
      read: () => {
        throw new Error('must not be read')
      },
    }
    expect(await verifyTree(tree)).toEqual({
      status: 'damaged',
      problems: [{ path: '', problem: 'unsupported', detail: expect.any(String) }],
    })
  })

  test('as many files as are allowed, in folders of their own, are all looked at', async () => {
    const bare = (files: number) => ({
      async *entries() {
        yield { path: 'data', kind: 'folder', octets: 0 } as const
        yield { path: 'bagit.txt', kind: 'file', octets: 5 } as const
        for (let index = 1; index < files; index++) yield { path: `data/${index}`, kind: 'file', octets: 0 } as const
      },
      async *read() {
        yield Buffer.from('BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n')
      },
    })
    expect((await verifyTree(bare(100_000))).problems).not.toContainEqual(expect.objectContaining({ problem: 'unsupported' }))
    expect((await verifyTree(bare(100_001))).problems).toContainEqual(expect.objectContaining({ problem: 'unsupported' }))
  })

  test('fetch.txt that leads outside', async () => {
    expect(await verdict({ tags: { 'fetch.txt': 'https://example.org/a - ../a.txt\n' } })).toEqual([
      'damaged',
      'unsafePath ../a.txt',
      'remote fetch.txt',
    ])
    expect(await verdict({ tags: { 'fetch.txt': 'https://example.org/a - data/other.txt\n' } })).toEqual([
      'damaged',
      'malformed fetch.txt',
      'remote fetch.txt',
    ])
  })
})

test('nothing there, a file, an empty folder, cancelling', async () => {
  const root = temporaryFolder()
  await expect(verifyPack(join(root, 'nothing'))).rejects.toMatchObject({ code: 'FILE_UNREADABLE' })
  writeFileSync(join(root, 'x.zip'), 'PK')
  expect((await verifyPack(join(root, 'x.zip'))).status).toBe('notABag')
  mkdirSync(join(root, 'empty'))
  expect((await verifyPack(join(root, 'empty'))).status).toBe('notABag')
  handMadeBag(join(root, 'bag'))
  await expect(verifyPack(join(root, 'bag'), { signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'CANCELLED' })
})

test('progress counts octets up to the total', async () => {
  const root = temporaryFolder()
  handMadeBag(root, { payload: { 'data/a': 'x'.repeat(3_000_000), 'data/b': 'y' } })
  const seen: { done: number; total: number }[] = []
  await verifyPack(root, { onProgress: ({ done, total }) => seen.push({ done, total }) })
  expect(seen.at(-1)?.done).toBe(seen.at(-1)?.total)
  expect(seen.every(({ done }, index) => index === 0 || done >= (seen[index - 1]?.done ?? 0))).toBe(true)
})
