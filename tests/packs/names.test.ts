import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isPortablePath } from '#shared/packs/bagit/paths.ts'
import {
  foldedName,
  isReservedName,
  maxNameCharacters,
  maxNameOctets,
  maxPathUnits,
  packName,
  pathTable,
  safeName,
  utf8Octets,
} from '#shared/packs/names.ts'

/** Any text at all, with what names trip over made likely. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc.string({
    unit: fc.constantFrom(
      '.',
      ' ',
      '_',
      '~',
      '/',
      '\\',
      '%',
      ':',
      'a',
      'A',
      'ß',
      '会',
      '\u202e',
      '\n',
      '\ud800',
      'é',
      'e\u0301',
      '\u200d',
      'con',
      'NUL',
      '.txt',
    ),
    maxLength: 150,
  }),
)

describe('safeName', () => {
  test.each([
    ['2025年第二季度支部党员大会记录', '2025年第二季度支部党员大会记录'],
    ['../../etc/passwd', 'etc_passwd'],
    ['a:b*c?d"e<f>g|h', 'a_b_c_d_e_f_g_h'],
    ['完成率50%.xlsx', '完成率50.xlsx'],
    ['  两端空格 . ', '两端空格'],
    ['张　三.jpg', '张_三.jpg'],
    ['con', '文件_con'],
    ['NUL.txt', '文件_NUL.txt'],
    ['COM1 .log', '文件_COM1.log'],
    ['发票\u202egpj.exe', '发票gpj.exe'],
    ['e\u0301tude', 'étude'],
    ['', '未命名'],
    ['...', '未命名'],
    ['\u0000\u0007', '未命名'],
    ['.bashrc', 'bashrc'],
    ['坏\ud800字', '坏字'],
  ])('%j → %j', (text, expected) => {
    expect(safeName(text)).toBe(expected)
  })

  test('cuts between characters and keeps the extension', () => {
    const name = safeName(`${'𬭎'.repeat(200)}.docx`)
    expect(name.endsWith('𬭎.docx')).toBe(true)
    expect(utf8Octets(name)).toBeLessThanOrEqual(maxNameOctets)
  })

  test('is total, idempotent, portable and within its limits', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const name = safeName(text)
        expect(safeName(name)).toBe(name)
        expect(name).not.toMatch(/[%\\/:*?"<>|\p{Cc}\p{Cf}\s]/u)
        expect(name).not.toMatch(/^[. ]|[. ]$/)
        expect(name.normalize('NFC')).toBe(name)
        expect(isReservedName(name)).toBe(false)
        expect([...name].length).toBeLessThanOrEqual(maxNameCharacters)
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(maxNameOctets)
        expect(isPortablePath(`data/${name}`)).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })

  test('counts octets as UTF-8 does', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => utf8Octets(text) === Buffer.byteLength(text)))
  })
})

describe('pathTable', () => {
  test('numbers what some file system would take for the same', () => {
    const table = pathTable('data/')
    expect(table.place('01_会议', 'Photo.JPG')).toBe('01_会议/Photo.JPG')
    expect(table.place('01_会议', 'photo.jpg')).toBe('01_会议/photo_2.jpg')
    expect(table.place('02_会议', 'photo.jpg')).toBe('02_会议/photo.jpg')
    expect(table.place('01_会议', 'ｐhoto.jpg')).toBe('01_会议/ｐhoto_3.jpg')
    expect(table.place('', '01_会议')).toBe('01_会议_2')
  })

  test('never gives two paths that fold to one, in the same way each time, none too long', () => {
    const names = fc.array(fc.tuple(fc.constantFrom('', '01_支部党员大会', '01_支部党员大会/附件'), anyText), { maxLength: 40 })
    fc.assert(
      fc.property(names, (calls) => {
        const place = () => {
          const table = pathTable('data/')
          return calls.map(([folder, name]) => table.place(folder, name))
        }
        const paths = place()
        expect(new Set(paths.map(foldedName)).size).toBe(paths.length)
        expect(place()).toEqual(paths)
        for (const path of paths) expect(`data/${path}`.length).toBeLessThanOrEqual(maxPathUnits)
        for (const path of paths) expect(isPortablePath(`data/${path}`)).toBe(true)
      }),
    )
  })
})

test('packName joins office, branch, year and day', () => {
  expect(packName('某局机关党委', '某局机关第三党支部', 2025, '2026-01-10')).toBe(
    '某局机关党委_某局机关第三党支部_2025年度_佐证材料_20260110',
  )
  expect(packName('', '第三党支部', 2025, '2026-01-10')).toBe('第三党支部_2025年度_佐证材料_20260110')
  expect(packName('a/b', '..', 2025, '2026-01-10')).toBe('a_b_支部_2025年度_佐证材料_20260110')
})
