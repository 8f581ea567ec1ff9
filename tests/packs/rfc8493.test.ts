import { readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { temporaryFolder } from '../helpers/ledger.ts'
import { type HandMade, handMadeBag, hexOf, verdictLines, writeFiles } from './bags.ts'

/** One clause of RFC 8493 (or of the draft 0.97 where it differs), a bag that keeps or breaks it, and what must be said. */
interface Clause {
  readonly section: string
  readonly rule: string
  readonly bag?: HandMade
  readonly change?: (root: string) => void
  readonly expected: readonly string[]
}

const sum = (content: string) => hexOf('sha256', content)
const line = (content: string, path: string, gap = '  ') => `${sum(content)}${gap}${path}\n`
const damaged = (...problems: string[]) => ['damaged', ...problems]
const UTF8 = 'Tag-File-Character-Encoding: UTF-8\n'

const declared = (text: string | Uint8Array): HandMade => ({ tagManifest: false, tags: { 'bagit.txt': text } })
/** A bag with one payload file that its manifest names in this way. */
const listed = (manifest: string, payload: Record<string, string> = { 'data/a.txt': 'x' }, version = '1.0'): HandMade => ({
  version,
  payload,
  tagManifest: false,
  tags: { 'manifest-sha256.txt': manifest },
})
const info = (text: string, version = '1.0'): HandMade => ({ version, tags: { 'bag-info.txt': text } })
const fetched = (text: string): HandMade => ({ tags: { 'fetch.txt': text } })

const declaration: Clause[] = [
  ...(
    [
      ['a byte-order mark', `\ufeffBagIt-Version: 1.0\n${UTF8}`],
      ['a space before the colon', `BagIt-Version : 1.0\n${UTF8}`],
      ['two spaces after the colon', `BagIt-Version:  1.0\n${UTF8}`],
      ['no space after the colon', `BagIt-Version:1.0\n${UTF8}`],
      ['a space at the end', `BagIt-Version: 1.0 \n${UTF8}`],
      ['no minor version', `BagIt-Version: 1\n${UTF8}`],
      ['the lines in the other order', `${UTF8}BagIt-Version: 1.0\n`],
      ['a third line', `BagIt-Version: 1.0\n${UTF8}X: y\n`],
      ['an empty third line', `BagIt-Version: 1.0\n${UTF8}\n`],
      ['one line', 'BagIt-Version: 1.0\n'],
      ['nothing', ''],
      ['octets that are no UTF-8', Buffer.from([0xff, 0xfe, 0x42])],
    ] as const
  ).map(([rule, text]): Clause => ({ section: '2.1.1', rule, bag: declared(text), expected: damaged('malformed bagit.txt') })),
  { section: '2.1.1', rule: 'CR alone ends a line', bag: declared(`BagIt-Version: 1.0\r${UTF8}`), expected: ['valid'] },
  {
    section: '2.1.1',
    rule: 'the last line may lack its end',
    bag: declared(`BagIt-Version: 1.0\n${UTF8.trim()}`),
    expected: ['valid'],
  },
  {
    section: '2.1.1',
    rule: 'a version nobody knows',
    bag: declared(`BagIt-Version: 1.1\n${UTF8}`),
    expected: damaged('unsupported bagit.txt'),
  },
  {
    section: '2.1.1',
    rule: 'an encoding nobody knows',
    bag: declared('BagIt-Version: 1.0\nTag-File-Character-Encoding: KLINGON\n'),
    expected: damaged('unsupported bagit.txt'),
  },
  { section: '0.97 2.1.1', rule: 'spaces around the colon', bag: declared(`BagIt-Version : 0.97\n${UTF8}`), expected: ['valid'] },
  {
    section: '2.1',
    rule: 'bagit.txt is required',
    change: (root) => rmSync(join(root, 'bagit.txt')),
    expected: ['notABag', 'missing bagit.txt'],
  },
]

const manifests: Clause[] = [
  { section: '2.1.2', rule: 'the payload may be empty', bag: { payload: { 'data/.keep': '' } }, expected: ['valid'] },
  {
    section: '2.1.3',
    rule: 'upper-case checksum',
    bag: listed(line('x', 'data/a.txt').replace(sum('x'), sum('x').toUpperCase())),
    expected: ['valid'],
  },
  { section: '2.1.3', rule: 'one space', bag: listed(line('x', 'data/a.txt', ' ')), expected: ['valid'] },
  { section: '2.1.3', rule: 'tabs and spaces', bag: listed(line('x', 'data/a.txt', '\t \t')), expected: ['valid'] },
  {
    section: '2.1.3',
    rule: 'lines ended by CRLF',
    bag: listed(line('x', 'data/a.txt').replace('\n', '\r\n')),
    expected: ['valid'],
  },
  { section: '2.1.3', rule: 'lines ended by CR', bag: listed(line('x', 'data/a.txt').replace('\n', '\r')), expected: ['valid'] },
  { section: '2.1.3', rule: 'the last line may lack its end', bag: listed(line('x', 'data/a.txt').trim()), expected: ['valid'] },
  {
    section: '2.1.3',
    rule: 'no space',
    bag: listed(line('x', 'data/a.txt', '')),
    expected: damaged('added data/a.txt', 'malformed manifest-sha256.txt'),
  },
  {
    section: '2.1.3',
    rule: '* belongs to the path',
    bag: listed(line('x', '*data/a.txt')),
    expected: damaged('added data/a.txt', 'malformed manifest-sha256.txt'),
  },
  {
    section: '2.1.3',
    rule: './ is refused',
    bag: listed(line('x', './data/a.txt')),
    expected: damaged('added data/a.txt', 'unsafePath ./data/a.txt'),
  },
  {
    section: '0.97 2.1.3',
    rule: '* and ./ of md5sum',
    bag: listed(line('x', './data/a.txt', ' *'), { 'data/a.txt': 'x' }, '0.97'),
    expected: ['valid'],
  },
  { section: '2.1.3', rule: '%25 is a %', bag: listed(line('x', 'data/1%25.txt'), { 'data/1%.txt': 'x' }), expected: ['valid'] },
  { section: '2.1.3', rule: '%0a and %0D', bag: listed(line('x', 'data/a%0ab%0Dc'), { 'data/a\nb\rc': 'x' }), expected: ['valid'] },
  {
    section: '2.1.3',
    rule: 'nothing else is decoded',
    bag: listed(line('x', 'data/a%20b'), { 'data/a%20b': 'x' }),
    expected: ['valid'],
  },
  {
    section: '2.1.3',
    rule: '%250A is decoded once',
    bag: listed(line('x', 'data/a%250A'), { 'data/a%0A': 'x' }),
    expected: ['valid'],
  },
  {
    section: '0.97 2.1.3',
    rule: '%25 stays',
    bag: listed(line('x', 'data/1%25'), { 'data/1%25': 'x' }, '0.97'),
    expected: ['valid'],
  },
  {
    section: '2.1.3',
    rule: 'a path twice',
    bag: listed(line('x', 'data/a.txt').repeat(2)),
    expected: damaged('malformed manifest-sha256.txt'),
  },
  {
    section: '0.97 2.1.3',
    rule: 'a path twice, the same',
    bag: listed(line('x', 'data/a.txt').repeat(2), { 'data/a.txt': 'x' }, '0.97'),
    expected: ['valid'],
  },
  {
    section: '2.1.3',
    rule: 'a payload file not listed',
    bag: listed('', { 'data/a.txt': 'x' }),
    expected: damaged('added data/a.txt'),
  },
  {
    section: '2.1.3',
    rule: 'a tag file is no payload',
    bag: listed(`${line('x', 'data/a.txt')}${line('y', 'bagit.txt')}`),
    expected: damaged('malformed manifest-sha256.txt'),
  },
  {
    section: '2.1.3',
    rule: 'an empty line',
    bag: listed(`${line('x', 'data/a.txt')}\n`),
    expected: damaged('malformed manifest-sha256.txt'),
  },
  {
    section: '2.1.3',
    rule: 'every payload file in every manifest',
    bag: {
      payload: { 'data/a': 'x', 'data/b': 'y' },
      algorithms: ['md5'],
      tagManifest: false,
      tags: { 'manifest-sha256.txt': line('x', 'data/a') },
    },
    expected: damaged('malformed manifest-sha256.txt'),
  },
  {
    section: '2.1.3',
    rule: 'one manifest at least',
    bag: { algorithms: [], tagManifest: false },
    expected: ['incomplete', 'missing manifest-*.txt'],
  },
  {
    section: '2.4',
    rule: 'a checksum of the wrong length',
    bag: listed(line('x', 'data/a.txt').slice(1)),
    expected: damaged('added data/a.txt', 'malformed manifest-sha256.txt'),
  },
  {
    section: '2.4',
    rule: 'an algorithm nobody knows, beside a known one',
    bag: { tagManifest: false, tags: { 'manifest-whirlpool.txt': `${'0'.repeat(128)}  data/a.txt\n` } },
    expected: damaged('unsupported manifest-whirlpool.txt'),
  },
  {
    section: '2.4',
    rule: 'an algorithm in upper case',
    bag: { tagManifest: false, tags: { 'manifest-SHA512.txt': '' } },
    expected: damaged('malformed manifest-SHA512.txt'),
  },
]

const tagFiles: Clause[] = [
  {
    section: '2.2.1',
    rule: 'a tag manifest lists every payload manifest',
    bag: { tagManifest: false },
    change: (root) => writeFiles(root, { 'tagmanifest-sha256.txt': line(`BagIt-Version: 1.0\n${UTF8}`, 'bagit.txt') }),
    expected: damaged('malformed tagmanifest-sha256.txt'),
  },
  {
    section: '2.2.1',
    rule: 'a tag manifest lists no tag manifest',
    change: (root) => writeFileSync(join(root, 'tagmanifest-sha256.txt'), line('x', 'tagmanifest-md5.txt'), { flag: 'a' }),
    expected: damaged('malformed tagmanifest-sha256.txt'),
  },
  {
    section: '2.2.1',
    rule: 'a listed tag file is missing',
    bag: info('A: b\n'),
    change: (root) => rmSync(join(root, 'bag-info.txt')),
    expected: ['incomplete', 'missing bag-info.txt'],
  },
  {
    section: '2.2.1',
    rule: 'a listed tag file is changed',
    bag: info('A: b\n'),
    change: (root) => writeFileSync(join(root, 'bag-info.txt'), 'A: c\n'),
    expected: damaged('changed bag-info.txt'),
  },
  {
    section: '2.2.1',
    rule: 'no payload in a tag manifest',
    change: (root) => writeFileSync(join(root, 'tagmanifest-sha256.txt'), line('hello', 'data/a.txt'), { flag: 'a' }),
    expected: damaged('malformed tagmanifest-sha256.txt'),
  },
  {
    section: '2.2.1',
    rule: 'tag manifests that list different tag files (only recommended to be the same)',
    bag: { ...info('A: b\n'), algorithms: ['sha256', 'sha512'] },
    change: (root) => {
      const file = join(root, 'tagmanifest-sha512.txt')
      const lines = readFileSync(file, 'utf8').split('\n')
      writeFileSync(file, lines.filter((text) => !text.endsWith('bag-info.txt')).join('\n'))
    },
    expected: ['valid'],
  },
  {
    section: '2.2.1',
    rule: 'a changed file is found by the one tag manifest that lists it',
    bag: { ...info('A: b\n'), algorithms: ['sha256', 'sha512'] },
    change: (root) => {
      const file = join(root, 'tagmanifest-sha512.txt')
      const lines = readFileSync(file, 'utf8').split('\n')
      writeFileSync(file, lines.filter((text) => !text.endsWith('bag-info.txt')).join('\n'))
      writeFileSync(join(root, 'bag-info.txt'), 'A: c\n')
    },
    expected: damaged('changed bag-info.txt'),
  },
  {
    section: '2.2.4',
    rule: 'other tag files in folders, listed and not listed',
    bag: { tags: { 'metadata/a.xml': '<a/>' } },
    change: (root) => writeFiles(root, { 'metadata/b.xml': '<b/>', '.DS_Store': 'x' }),
    expected: ['valid'],
  },
  { section: '2.2.2', rule: 'order, repetition, continuation', bag: info('A: b\nA: c\n  d\n\te\n'), expected: ['valid'] },
  { section: '2.2.2', rule: 'a space before the colon', bag: info('A : b\n'), expected: damaged('malformed bag-info.txt') },
  { section: '0.97 2.2.2', rule: 'a space before the colon', bag: info('A : b\n', '0.97'), expected: ['valid'] },
  { section: '2.2.2', rule: 'a right Payload-Oxum', bag: info('payload-oxum: 11.2\n'), expected: ['valid'] },
  { section: '2.2.2', rule: 'wrong octets', bag: info('Payload-Oxum: 12.2\n'), expected: damaged('oxumMismatch bag-info.txt') },
  {
    section: '2.2.2',
    rule: 'wrong number of files',
    bag: info('Payload-Oxum: 11.3\n'),
    expected: damaged('oxumMismatch bag-info.txt'),
  },
  {
    section: '2.2.2',
    rule: 'Payload-Oxum twice',
    bag: info('Payload-Oxum: 11.2\n'.repeat(2)),
    expected: damaged('malformed bag-info.txt'),
  },
  { section: '2.2.2', rule: 'no Payload-Oxum', bag: info('Payload-Oxum: -1.2\n'), expected: damaged('malformed bag-info.txt') },
  {
    section: '2.2.3',
    rule: 'everything fetched',
    bag: fetched('https://example.org/a 5 data/a.txt\n'),
    expected: ['valid', 'remote fetch.txt'],
  },
  {
    section: '2.2.3',
    rule: 'something not fetched',
    bag: fetched('https://example.org/a - data/a.txt\n'),
    change: (root) => rmSync(join(root, 'data/a.txt')),
    expected: ['incomplete', 'missing data/a.txt', 'remote fetch.txt'],
  },
  {
    section: '2.2.3',
    rule: 'a file no manifest lists',
    bag: fetched('https://example.org/a - data/z\n'),
    expected: damaged('malformed fetch.txt', 'remote fetch.txt'),
  },
  {
    section: '2.2.3',
    rule: 'a tag file is not fetched',
    bag: fetched('https://example.org/a - bagit.txt\n'),
    expected: damaged('malformed fetch.txt', 'remote fetch.txt'),
  },
  {
    section: '2.2.3',
    rule: 'a length that is no number',
    bag: fetched('https://example.org/a five data/a.txt\n'),
    expected: damaged('malformed fetch.txt', 'remote fetch.txt'),
  },
  {
    section: '2.2.3',
    rule: 'an encoded name',
    bag: {
      payload: { 'data/a%b\n': 'x' },
      tagManifest: false,
      tags: { 'manifest-sha256.txt': line('x', 'data/a%25b%0A'), 'fetch.txt': 'https://example.org/a 1 data/a%25b%0A\n' },
    },
    expected: ['valid', 'remote fetch.txt'],
  },
  {
    section: '2.2.3',
    rule: 'no URL',
    bag: fetched('a 5 data/a.txt\n'),
    expected: damaged('malformed fetch.txt', 'remote fetch.txt'),
  },
]

const outside = [
  '../x',
  'data/../../x',
  'data/..',
  '/x',
  '//host/x',
  'C:\\x',
  'C:x',
  '\\\\host\\x',
  '\\\\?\\C:\\x',
  '\\x',
  '~',
  '~/x',
  '~user/x',
  '%HomeDrive%/x',
  '$HOME/x',
  'data\\..\\..\\x',
  'data/.. /x',
  'data/.../x',
  'data/./x',
  'data//x',
  'data/x/',
]

const paths: Clause[] = [
  ...outside.flatMap((path): Clause[] => [
    {
      section: '5.1',
      rule: `${path} in a manifest`,
      bag: listed(`${line('x', 'data/a.txt')}${line('x', path)}`),
      expected: damaged(`unsafePath ${path}`),
    },
    {
      section: '5.1',
      rule: `${path} in fetch.txt`,
      bag: fetched(`https://example.org/a - ${path}\n`),
      expected: ['damaged', `unsafePath ${path}`, 'remote fetch.txt'],
    },
  ]),
  {
    section: '5.1',
    rule: 'a link out of the bag',
    change: (root) => symlinkSync('/etc', join(root, 'data/etc')),
    expected: damaged('unsafePath data/etc'),
  },
  {
    section: '5.1',
    rule: 'a link out of the bag on the way to a listed file',
    change: (root) => {
      const away = temporaryFolder()
      renameSync(join(root, 'data/b'), join(away, 'b'))
      symlinkSync(join(away, 'b'), join(root, 'data/b'))
    },
    expected: damaged('missing data/b/c.txt', 'unsafePath data/b'),
  },
  {
    section: '5.1',
    rule: 'data itself is a link',
    change: (root) => {
      const away = temporaryFolder()
      renameSync(join(root, 'data'), join(away, 'data'))
      symlinkSync(join(away, 'data'), join(root, 'data'))
    },
    expected: damaged('missing data/', 'missing data/a.txt', 'missing data/b/c.txt', 'unsafePath data'),
  },
  {
    section: '5.1',
    rule: 'the manifest is a link',
    change: (root) => {
      const away = temporaryFolder()
      renameSync(join(root, 'manifest-sha256.txt'), join(away, 'm'))
      symlinkSync(join(away, 'm'), join(root, 'manifest-sha256.txt'))
    },
    expected: damaged('missing manifest-*.txt', 'unsafePath manifest-sha256.txt'),
  },
  {
    section: '5.1',
    rule: 'the declaration is a link, which is not followed',
    change: (root) => {
      const away = temporaryFolder()
      renameSync(join(root, 'bagit.txt'), join(away, 'b'))
      symlinkSync(join(away, 'b'), join(root, 'bagit.txt'))
    },
    expected: ['notABag', 'missing bagit.txt'],
  },
  {
    section: '5.3',
    rule: 'a space and a dot at the end of a name; Windows keeps one at the beginning',
    bag: { payload: { 'data/ a': 'x', 'data/b ': 'y', 'data/c.': 'z' } },
    expected: ['valid', 'notPortable data/b ', 'notPortable data/c.'],
  },
  {
    section: '5.2',
    rule: 'system files of Windows and macOS beside the payload, not listed',
    change: (root) => writeFiles(root, { 'data/Thumbs.db': 'x', 'data/b/.DS_Store': 'x', 'data/._a.txt': 'x' }),
    expected: damaged('added data/._a.txt', 'added data/Thumbs.db', 'added data/b/.DS_Store'),
  },
  {
    section: '5.2',
    rule: 'two names of one case',
    bag: { payload: { 'data/A': 'x', 'data/a': 'y' } },
    expected: ['valid', 'notPortable data/a'],
  },
  {
    section: '5.3',
    rule: 'a device name of Windows',
    bag: { payload: { 'data/NUL.txt': 'x' } },
    expected: ['valid', 'notPortable data/NUL.txt'],
  },
  {
    section: '5.3',
    rule: 'another normalisation',
    bag: listed(line('x', 'data/\u00e9'), { 'data/e\u0301': 'x' }),
    expected: ['valid'],
  },
]

describe.each([
  ['declaration', declaration],
  ['manifests', manifests],
  ['tag files', tagFiles],
  ['paths', paths],
])('RFC 8493, %s', (_, clauses) => {
  test.each(clauses.map((clause) => [clause.section, clause.rule, clause] as const))('§%s %s', async (_section, _rule, clause) => {
    const root = temporaryFolder()
    handMadeBag(root, clause.bag)
    clause.change?.(root)
    expect((await verdictLines(root)).toSorted()).toEqual([...clause.expected].toSorted())
  })
})
