import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Sheet } from '#shared/files/sheet.ts'
import { findHeader, plainHeader } from '#shared/files/sheet-columns.ts'
import { rosterAliases } from '#shared/members/import/columns.ts'
import { checkDigit, idNumberDoubts, plainIdNumber, readIdNumber } from '#shared/members/import/id-number.ts'
import { withoutCode, yesOrNo } from '#shared/members/import/loose-fields.ts'
import { readPosts } from '#shared/members/import/post-names.ts'

/** Numbers of no real region: 99 is given to none. */
const figures = fc
  .tuple(
    fc.integer({ min: 0, max: 9999 }),
    fc.integer({ min: 1920, max: 2010 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
    fc.integer({ min: 0, max: 999 }),
  )
  .map(
    ([region, y, m, d, order]) =>
      `99${String(region).padStart(4, '0')}${y}${String(m).padStart(2, '0')}${String(d).padStart(2, '0')}${String(order).padStart(3, '0')}`,
  )

describe('an ID number', () => {
  it('is right with its own check digit only, and says birth date and sex', () => {
    fc.assert(
      fc.property(figures, fc.constantFrom(...'0123456789X'), (body, last) => {
        const number = `${body}${last}`
        const birth = `${body.slice(6, 10)}-${body.slice(10, 12)}-${body.slice(12, 14)}`
        const gender = Number(body[16]) % 2 === 1 ? 'male' : 'female'
        expect(readIdNumber(number)).toEqual({ birthDate: birth, gender, isChecked: last === checkDigit(body) })
        expect(idNumberDoubts(number, birth, gender).length).toBe(last === checkDigit(body) ? 0 : 1)
        expect(idNumberDoubts(number, birth.slice(0, 7), gender).length).toBe(last === checkDigit(body) ? 0 : 1)
      }),
    )
  })

  it('differs from every number with one other figure', () => {
    fc.assert(
      fc.property(figures, fc.integer({ min: 0, max: 16 }), fc.integer({ min: 1, max: 9 }), (body, at, shift) => {
        const changed = body.slice(0, at) + String((Number(body[at]) + shift) % 10) + body.slice(at + 1)
        expect(checkDigit(changed)).not.toBe(checkDigit(body))
      }),
    )
  })

  it('of 15 figures becomes one of 18, and spaces, apostrophes and small x do not matter', () => {
    expect(plainIdNumber('990000750312041')).toBe(`990000197503120410`.slice(0, 17) + checkDigit('99000019750312041'))
    expect(plainIdNumber(" '990000 19750312 041x ")).toBe('99000019750312041X')
    expect(plainIdNumber('９９００００１９７５０３１２０４１Ｘ')).toBe('99000019750312041X')
  })

  it('never appears in what is said about it', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{10,20}X?$/), (number) => {
        for (const doubt of idNumberDoubts(number, '1975-03-12', 'male')) expect(doubt).not.toMatch(/\d{3,}/)
      }),
    )
  })
})

describe('other fields of a roster', () => {
  it.each([
    ['01 汉族', '汉族'],
    ['汉族', '汉族'],
    ['1A 中央党校研究生', '中央党校研究生'],
    ['0211 事业单位管理岗位', '事业单位管理岗位'],
    ['6 普通高中', '普通高中'],
    ['12硕士研究生', '硕士研究生'],
  ])('takes the code off %s', (text, name) => {
    expect(withoutCode(text)).toBe(name)
  })

  it('knows yes, no and neither', () => {
    expect(['是', '√', '否', '', '/', '待定'].map(yesOrNo)).toEqual([true, true, false, false, false, null])
  })

  it.each([
    ['书记', ['branchSecretary']],
    ['党支部书记、第一党小组组长', ['branchSecretary', 'groupLeader']],
    ['组织委员兼纪检委员', ['organizationCommissioner', 'disciplineCommissioner']],
    ['青年委员', ['otherCommissioner 青年委员']],
    ['普通党员', []],
    ['', []],
  ])('reads the posts of %s', (text, expected) => {
    expect(readPosts(text).posts.map(({ post, title }) => `${post} ${title}`.trim())).toEqual(expected)
    expect(readPosts(text).unknown).toEqual([])
  })

  it('compares headers without spaces, line breaks, stars and notes in brackets', () => {
    for (const text of ['姓名', ' 姓 名 ', '姓　名', '姓\n名', '*姓名', '姓名（必填）', '姓名:'])
      expect(plainHeader(text)).toBe('姓名')
  })

  it('finds every alias wherever the header stands, and never a header without a name', () => {
    const keys = Object.keys(rosterAliases) as (keyof typeof rosterAliases)[]
    const chosen = fc.uniqueArray(fc.constantFrom(...keys), { minLength: 1, maxLength: keys.length })
    fc.assert(
      fc.property(chosen, fc.integer({ min: 0, max: 13 }), fc.nat(20), (columns, above, pick) => {
        const cells = columns.map((key) => ({
          text: rosterAliases[key][pick % rosterAliases[key].length] as string,
          kind: 'text' as const,
        }))
        const sheet: Sheet = {
          file: 'a.xlsx',
          name: 'a',
          date1904: false,
          rows: [
            ...Array.from({ length: above }, (_, index) => ({
              row: index + 1,
              cells: [{ text: `标题${index}`, kind: 'text' as const }],
            })),
            { row: above + 1, cells },
            { row: above + 2, cells: columns.map(() => ({ text: '1', kind: 'number' as const })) },
          ],
        }
        const header = findHeader(sheet, rosterAliases, [['name']])
        if (!columns.includes('name')) expect(header).toBeNull()
        else {
          expect(header?.rows.map(({ row }) => row)).toEqual([above + 2])
          expect(header?.columns).toEqual(Object.fromEntries(columns.map((key, index) => [key, index])))
        }
      }),
    )
  })
})
