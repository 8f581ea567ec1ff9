import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  decodePath,
  encodePath,
  manifestKind,
  parseFetchLine,
  parseManifestLine,
  printManifest,
} from '#shared/packs/bagit/manifest.ts'
import { isPortablePath, pathDanger } from '#shared/packs/bagit/paths.ts'
import { parseBagInfo, parseDeclaration, parsePayloadOxum, printBagInfo, tagFileLines } from '#shared/packs/bagit/tag-files.ts'

const sum = 'ab'.repeat(32)

describe('manifest lines', () => {
  test('print and parse are inverse for any path', () => {
    const path = fc.string({ unit: 'binary', minLength: 1 }).filter((text) => !/^[ \t]/.test(text) && text.isWellFormed())
    const checksum = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((octets) => Buffer.from(octets).toString('hex'))
    fc.assert(
      fc.property(fc.array(fc.record({ path, checksum })), (entries) => {
        const text = printManifest(entries)
        expect(tagFileLines(text).map((line) => parseManifestLine(line, 'sha256'))).toEqual(entries)
      }),
    )
  })

  test('only LF, CR and % are encoded', () => {
    expect(encodePath('data/a%b\r\nc d:e')).toBe('data/a%25b%0D%0Ac d:e')
    expect(decodePath('data/a%25b%0d%0Ac')).toBe('data/a%b\r\nc')
    expect(decodePath('data/100%.txt%41')).toBe('data/100%.txt%41')
    expect(decodePath('data/a%25b%0A', 'draft')).toBe('data/a%25b\n')
  })

  test.each([
    [`${sum}  data/a b `, { path: 'data/a b ', checksum: sum }],
    [`${sum.toUpperCase()}\tdata/会议`, { path: 'data/会议', checksum: sum }],
    [`${sum} *data/a`, { path: '*data/a', checksum: sum }],
    [sum, null],
    [`${sum}  `, null],
    [`${sum.slice(2)}  data/a`, null],
    [`${sum}zz  data/a`, null],
    ['', null],
    [`\ufeff${sum}  data/a`, null],
  ])('%j', (line, expected) => {
    expect(parseManifestLine(line, 'sha256')).toEqual(expected)
  })

  test('the drafts allow what md5sum writes', () => {
    expect(parseManifestLine(`${sum} *data/a`, 'sha256', 'draft')?.path).toBe('data/a')
    expect(parseManifestLine(`${sum}  ./data/a`, 'sha256', 'draft')?.path).toBe('data/a')
  })

  test('kinds of manifests', () => {
    expect(manifestKind('manifest-sha256.txt')).toEqual({ of: 'payload', algorithm: 'sha256' })
    expect(manifestKind('tagmanifest-md5.txt')).toEqual({ of: 'tags', algorithm: 'md5' })
    expect(manifestKind('manifest.txt')).toBeNull()
    expect(manifestKind('data/manifest-md5.txt')).toBeNull()
  })

  test('fetch.txt', () => {
    expect(parseFetchLine('https://x/y 12 data/a b')).toEqual({ url: 'https://x/y', octets: 12, path: 'data/a b' })
    expect(parseFetchLine('https://x/y - data/a%0Ab')).toEqual({ url: 'https://x/y', octets: null, path: 'data/a\nb' })
    expect(parseFetchLine('data/a')).toBeNull()
    expect(parseFetchLine('https://x/y many data/a')).toBeNull()
  })
})

describe('paths', () => {
  test.each([
    ['data/会议/记录 1.pdf', null],
    ['data/a:b', null],
    ['data/..a', null],
    ['data/a~', null],
    ['', 'empty'],
    ['/etc/passwd', 'absolute'],
    ['\\windows', 'absolute'],
    ['//host/share/x', 'network'],
    ['\\\\host\\share\\x', 'network'],
    ['\\\\?\\C:\\x', 'network'],
    ['C:\\x', 'drive'],
    ['c:x', 'drive'],
    ['~/x', 'home'],
    ['~root/x', 'home'],
    ['%HomeDrive%/x', 'variable'],
    ['$HOME/x', 'variable'],
    ['${HOME}/x', 'variable'],
    ['../x', 'dotSegment'],
    ['data/../../x', 'dotSegment'],
    ['data/..', 'dotSegment'],
    ['data\\..\\..\\x', 'dotSegment'],
    ['data/.. /x', 'dotSegment'],
    ['data/.../x', 'dotSegment'],
    ['./data/x', 'dotSegment'],
    ['data//x', 'emptySegment'],
    ['data/x/', 'emptySegment'],
    ['data/x\0.txt', 'nul'],
    [decodePath('data/%0A/../x'), 'dotSegment'],
    [decodePath('%2E%2E/x'), null],
  ])('%j: %s', (path, danger) => {
    expect(pathDanger(path)).toBe(danger)
  })

  test.each([
    ['data/记录.pdf', true],
    ['data/CON', false],
    ['data/aux.txt', false],
    ['data/com¹.txt', false],
    ['data/a.', false],
    ['data/a ', false],
    ['data/ a', false],
    ['data/a\nb', false],
    ['data/a%b', false],
    ['data/a:b', false],
    ['data/e\u0301', false],
    [`data/${'长'.repeat(101)}`, false],
    [`data/${'很长/'.repeat(60)}x`, false],
    ['../x', false],
  ])('portable %j: %s', (path, expected) => {
    expect(isPortablePath(path)).toBe(expected)
  })
})

describe('bagit.txt', () => {
  test.each([
    ['BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n', { version: '1.0', encoding: 'UTF-8' }],
    ['BagIt-Version: 1.0\r\nTag-File-Character-Encoding: UTF-8', { version: '1.0', encoding: 'UTF-8' }],
    ['BagIt-Version: 0.97\rTag-File-Character-Encoding: ISO-8859-1\r', { version: '0.97', encoding: 'ISO-8859-1' }],
    ['BagIt-Version : 0.96\nTag-File-Character-Encoding :  UTF-8\n', { version: '0.96', encoding: 'UTF-8' }],
    ['\ufeffBagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n', null],
    ['BagIt-Version : 1.0\nTag-File-Character-Encoding: UTF-8\n', null],
    ['BagIt-Version:  1.0\nTag-File-Character-Encoding: UTF-8\n', null],
    ['BagIt-Version: 1.0 \nTag-File-Character-Encoding: UTF-8\n', null],
    ['BagIt-Version: 1\nTag-File-Character-Encoding: UTF-8\n', null],
    ['Tag-File-Character-Encoding: UTF-8\nBagIt-Version: 1.0\n', null],
    ['BagIt-Version: 1.0\n', null],
    ['BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n\n', null],
    ['', null],
  ])('%j', (text, expected) => {
    expect(parseDeclaration(text)).toEqual(expected)
  })
})

describe('bag-info.txt', () => {
  test('print and parse are inverse; order and repetition stay', () => {
    const label = fc.stringMatching(/^[A-Za-z][A-Za-z -]{0,20}[A-Za-z]$/)
    const value = fc.string({ unit: 'grapheme' }).map((text) => text.replace(/\s+/g, ' ').trim())
    fc.assert(
      fc.property(fc.array(fc.tuple(label, value)), (elements) => {
        expect(parseBagInfo(printBagInfo(elements), true)).toEqual({ elements, malformed: [] })
      }),
    )
  })

  test('continued lines, odd lines', () => {
    expect(parseBagInfo('A: one\n  two\nno colon\nB : x\nC: y\n', true)).toEqual({
      elements: [
        ['A', 'one two'],
        ['C', 'y'],
      ],
      malformed: [3, 4],
    })
    expect(parseBagInfo('B : x\n', false).elements).toEqual([['B', 'x']])
  })

  test('Payload-Oxum', () => {
    expect(parsePayloadOxum('12.3')).toEqual({ octets: 12, files: 3 })
    expect(parsePayloadOxum('12')).toBeNull()
    expect(parsePayloadOxum('-1.3')).toBeNull()
  })
})
