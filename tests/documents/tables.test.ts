import { read, utils } from '@e965/xlsx'
import { createRouterClient } from '@orpc/server'
import { afterAll, describe, expect, it } from 'vitest'
import { openChromiumPrinter } from '#main/documents/chromium-printer.ts'
import { documentsRouter } from '#main/documents/router.ts'
import { saveMember } from '#main/members/service.ts'
import { findBrowser } from '#main/platform/browser-finder.ts'
import { type TableKind, tableKinds } from '#shared/documents/contract.ts'
import { sampleBranch } from '../helpers/sample-branch.ts'
import { pdfInfo, pdfPages } from './pdf-reader.ts'
import { squeezed } from './sample-branch.ts'

const browser = findBrowser()
if (!browser) throw new Error('these tests print with Chromium: apt-get install chromium poppler-utils')
const printer = openChromiumPrinter(browser.path)
afterAll(() => printer.close())

const idNumber = '350102199001011234'
const mobile = '13800005678'

function withMember(more: readonly string[] = []) {
  const { core, ledger } = sampleBranch()
  for (const name of ['林甲', ...more])
    saveMember(ledger, {
      person: { name, declaredCategory: 'formalMember', gender: 'male', ethnicity: '汉族', joinedOn: '2010-07-01', job: '=1+1' },
      sealed: name === '林甲' ? { idNumber, mobile } : {},
    })
  const program = { ...core, pdf: printer }
  return { program, ledger, documents: createRouterClient(documentsRouter, { context: { core: program } }) }
}

const looks = (ledger: ReturnType<typeof sampleBranch>['ledger']) =>
  ledger.db.all<{ what: string }>('SELECT what FROM access_log').map(({ what }) => what)

describe('tables of the year on paper', () => {
  it.each(tableKinds)('are one page across the paper (%s)', async (table: TableKind) => {
    const { program, documents } = withMember()
    const { token } = await documents.makeTable({ table, year: 2025, fonts: 'bundled', format: 'pdf' })
    const pdf = program.outbox.find(token).content
    expect(pdfInfo(pdf)).toMatchObject({ Pages: '1', 'Page size': '841.92 x 594.96 pts (A4)' })
    expect(squeezed(pdfPages(pdf).join(''))).toContain('某局机关第三党支部')
    const { html } = await documents.previewTable({ table, year: 2025, fonts: 'bundled' })
    expect(html).toContain('A4 landscape')
  })

  it('repeat the heads of a roster of 200 on every page', async () => {
    const { program, documents } = withMember(Array.from({ length: 186 }, (_, i) => `王${i}`))
    const { token } = await documents.makeTable({ table: 'roster', year: 2025, fonts: 'bundled', format: 'pdf' })
    const pages = pdfPages(program.outbox.find(token).content)
    expect(pages.length).toBeGreaterThan(5)
    for (const page of pages) expect(squeezed(page)).toContain('转正日期')
    expect(squeezed(pages.join(''))).toContain('王185')
  })

  it('show ID numbers and telephones only where they were asked for, and log it', async () => {
    const { program, ledger, documents } = withMember()
    const textOf = async (withSensitive: boolean) => {
      const made = await documents.makeTable({ table: 'roster', year: 2025, fonts: 'bundled', format: 'pdf', withSensitive })
      return squeezed(pdfPages(program.outbox.find(made.token).content).join(''))
    }
    const plain = await textOf(false)
    expect(plain).toContain('林甲')
    expect(plain).not.toMatch(/3501021990|1380000|公民身份证号/)
    expect(looks(ledger)).toEqual([])
    const whole = await textOf(true)
    expect(whole).toContain(idNumber)
    expect(whole).toContain(mobile)
    expect(looks(ledger)).toEqual(['导出含身份证号和电话的党员花名册'])
  })
})

describe('党员基本信息汇总表', () => {
  const sheetOf = (content: Uint8Array) => {
    const sheet = read(content).Sheets['党员基本信息汇总表']
    if (!sheet) throw new Error('no such sheet')
    return { sheet, rows: utils.sheet_to_json<(string | number | null)[]>(sheet, { header: 1, defval: null }) }
  }

  it('has the columns of the national form, two rows of heads and a row for each member', async () => {
    const { program, documents } = withMember()
    const made = await documents.makeRosterSheet({ year: 2025, withSensitive: true })
    expect(made.fileName).toBe('某局机关第三党支部党员基本信息汇总表.xlsx')
    const { sheet, rows } = sheetOf(program.outbox.find(made.token).content)
    expect(rows[2]?.slice(0, 4)).toEqual(['序号', '姓名', '所在党支部', '公民身份证号'])
    expect(rows[2]?.[12]).toBe('联系电话')
    expect(rows[3]?.slice(12, 14)).toEqual(['手机号', '固定电话'])
    expect(rows).toHaveLength(4 + 15)
    const own = rows.find((row) => row[1] === '林甲')
    expect(own?.slice(3, 6)).toEqual([idNumber, '男', '01 汉族'])
    expect(own?.[12]).toBe(mobile)
    // The heads stay in sight, on the screen and on every printed page.
    const files = read(program.outbox.find(made.token).content, { bookFiles: true }) as {
      files?: Record<string, { content: Uint8Array }>
    }
    const xml = Buffer.from(files.files?.['xl/worksheets/sheet1.xml']?.content ?? []).toString('utf8')
    expect(xml).toMatch(/<pane [^>]*ySplit="4"[^>]*state="frozen"/)
    // Text that looks like a formula is text.
    const cell = Object.values(sheet).find((each: { v?: unknown }) => each?.v === '=1+1') as { t: string; f?: string }
    expect(cell).toMatchObject({ t: 's' })
    expect(cell.f).toBeUndefined()
  })

  it('leaves sensitive columns empty by default', async () => {
    const { program, ledger, documents } = withMember()
    const made = await documents.makeRosterSheet({ year: 2025 })
    const { rows } = sheetOf(program.outbox.find(made.token).content)
    const own = rows.find((row) => row[1] === '林甲')
    expect([own?.[3], own?.[12], own?.[13]].filter(Boolean)).toEqual([])
    expect(looks(ledger)).toEqual([])
  })
})
