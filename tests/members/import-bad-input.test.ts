import { mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as xlsx from '@e965/xlsx'
import { describe, expect, it } from 'vitest'
import { importActivities } from '#main/activities/import.ts'
import { importPosts, importRoster, previewRosterImport } from '#main/members/import.ts'
import { readMembers } from '#main/members/service.ts'
import { storedZip } from '#main/platform/spreadsheet/stored-zip.ts'
import { xmlParts } from '#main/platform/spreadsheet/zip-entries.ts'
import type { AppError } from '#shared/kernel/errors.ts'
import { dumpLedger, openTestLedger, temporaryFolder } from '../helpers/ledger.ts'
import { writeWorkbook } from '../helpers/workbook.ts'

const sample = join(import.meta.dirname, '../fixtures/samples/党员花名册-全国样式.xlsx')

function branch() {
  const { core, ledger } = openTestLedger()
  return { core, ledger, folder: temporaryFolder(), staged: (path: string) => core.staging.find(core.staging.fromPath(path).token) }
}

/** A ZIP file of these parts, as the spreadsheet library writes one. */
function zipOf(parts: Readonly<Record<string, string>>): Buffer {
  const container = xlsx.CFB.utils.cfb_new()
  for (const [name, content] of Object.entries(parts)) xlsx.CFB.utils.cfb_add(container, `/${name}`, Buffer.from(content))
  return xlsx.CFB.write(container, { fileType: 'zip', type: 'buffer', compression: true }) as Buffer
}

const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

/** A workbook whose only sheet has this XML. */
function workbookOf(worksheet: string): Buffer {
  return zipOf({
    '[Content_Types].xml': `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
    '_rels/.rels': `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${relationships}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/_rels/workbook.xml.rels': `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${relationships}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/workbook.xml': `<?xml version="1.0"?><workbook xmlns="${main}" xmlns:r="${relationships}"><sheets><sheet name="名册" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/worksheets/sheet1.xml': `<?xml version="1.0"?><worksheet xmlns="${main}" xmlns:r="${relationships}">${worksheet}</worksheet>`,
  })
}

const cell = (ref: string, text: string) => `<c r="${ref}" t="inlineStr"><is><t>${text}</t></is></c>`
const nameRows = `<row r="1">${cell('A1', '姓名')}</row><row r="2">${cell('A2', '张三')}</row>`

describe('a file that is no roster', () => {
  const cases: readonly (readonly [what: string, name: string, write: (path: string) => void, code: string, params?: object])[] = [
    ['text renamed to .xlsx', '名册.xlsx', (path) => writeFileSync(path, '姓名,性别\n张三,男\n'), 'SHEET_NOT_A_WORKBOOK'],
    [
      'a picture',
      '名册.xlsx',
      (path) => writeFileSync(path, Buffer.from('89504e470d0a1a0a0000000d', 'hex')),
      'SHEET_NOT_A_WORKBOOK',
    ],
    ['an empty file', '名册.xlsx', (path) => writeFileSync(path, ''), 'SHEET_EMPTY'],
    ['binary data called .csv', '名册.csv', (path) => writeFileSync(path, Buffer.from([0, 1, 2, 3])), 'SHEET_NOT_A_WORKBOOK'],
    [
      'a ZIP file without a workbook',
      '名册.xlsx',
      (path) => writeFileSync(path, zipOf({ 'a.txt': 'x', 'word/document.xml': '<x/>' })),
      'SHEET_NOT_A_WORKBOOK',
    ],
    [
      'a workbook that was cut off',
      '名册.xlsx',
      (path) => {
        writeFileSync(path, readFileSync(sample))
        truncateSync(path, 3000)
      },
      'SHEET_NOT_A_WORKBOOK',
      { reason: expect.stringContaining('损坏') },
    ],
    [
      'a file of more than 20 MB',
      '名册.xlsx',
      (path) => {
        writeFileSync(path, 'PK\u0003\u0004')
        truncateSync(path, 21 * 1024 ** 2)
      },
      'FILE_TOO_LARGE',
      { limit: '20 MB' },
    ],
    [
      'a small file that unpacks to more than 200 MB',
      '名册.xlsx',
      (path) => writeFileSync(path, zipOf({ 'xl/workbook.xml': ' '.repeat(210 * 1024 ** 2) })),
      'FILE_TOO_LARGE',
      { limit: '200 MB' },
    ],
    [
      'a workbook with thousands of parts',
      '名册.xlsx',
      (path) =>
        writeFileSync(
          path,
          storedZip(Array.from({ length: 2100 }, (_, index) => ({ name: `xl/p${index}.xml`, content: Buffer.alloc(0) }))),
        ),
      'FILE_TOO_LARGE',
    ],
    [
      'a header and nothing below it',
      '名册.xlsx',
      (path) => writeFileSync(path, workbookOf(`<sheetData><row r="1">${cell('A1', '姓名')}</row></sheetData>`)),
      'SHEET_EMPTY',
    ],
    ['an empty sheet', '名册.xlsx', (path) => writeFileSync(path, workbookOf('<sheetData/>')), 'SHEET_EMPTY'],
  ]

  it.each(cases.map(([what, name, write, code, params]) => ({ what, name, write, code, params })))(
    'refuses $what',
    async ({ name, write, code, params = {} }) => {
      const { core, ledger, folder, staged } = branch()
      const path = join(folder, name)
      write(path)
      const [before, file] = [dumpLedger(ledger), readFileSync(path)]
      const expected = { code, params: expect.objectContaining({ file: name, ...params }) }
      await expect(previewRosterImport(core, staged(path))).rejects.toMatchObject(expected)
      await expect(importRoster(core, staged(path))).rejects.toMatchObject(expected)
      await expect(importPosts(core, staged(path))).rejects.toMatchObject({ name: 'AppError' })
      await expect(importActivities(core, staged(path))).rejects.toMatchObject({ name: 'AppError' })
      expect(dumpLedger(ledger)).toEqual(before)
      expect(readFileSync(path).equals(file)).toBe(true)
    },
  )

  it('refuses a sheet without a name column, and a ledger without a date or kind column', async () => {
    const { core, ledger, folder, staged } = branch()
    const path = writeWorkbook(folder, '名册.xlsx', {
      name: '表一',
      rows: [
        ['序号', '性别'],
        [1, '男'],
      ],
    })
    const before = dumpLedger(ledger)
    await expect(importRoster(core, staged(path))).rejects.toMatchObject({
      code: 'SHEET_NO_HEADER',
      params: { file: '名册.xlsx', sheet: '表一', column: '姓名' },
    })
    await expect(importPosts(core, staged(path))).rejects.toMatchObject({ code: 'SHEET_NO_HEADER' })
    await expect(importActivities(core, staged(path))).rejects.toMatchObject({
      code: 'SHEET_NO_HEADER',
      params: { column: '日期、类别' },
    })
    expect(dumpLedger(ledger)).toEqual(before)
  })

  it('refuses 50,000 rows, and takes 20,000 no further than the limit says', async () => {
    const { core, ledger, folder, staged } = branch()
    const rows = Array.from({ length: 50_000 }, (_, index) => [`党员${index}`, '正式党员'])
    const before = dumpLedger(ledger)
    for (const name of ['名册.xlsx', '名册.csv']) {
      const path = writeWorkbook(folder, name, { rows: [['姓名', '人员类别'], ...rows] })
      const error: unknown = await importRoster(core, staged(path)).catch((reason: unknown) => reason)
      expect(error as AppError).toMatchObject({ code: 'SHEET_TOO_MANY_ROWS', params: { file: name, limit: 20_000 } })
    }
    expect(dumpLedger(ledger)).toEqual(before)
  })

  it('names a file that is gone', async () => {
    const { core, folder, staged } = branch()
    const path = join(folder, '名册.xlsx')
    writeFileSync(path, 'x')
    const file = staged(path)
    mkdirSync(join(folder, 'other'))
    await expect(importRoster(core, { ...file, path: join(folder, 'other', '名册.xlsx') })).rejects.toMatchObject({
      code: 'FILE_UNREADABLE',
      params: { file: '名册.xlsx' },
    })
  })
})

describe('a file that only looks large', () => {
  it('reads a sheet that claims a million rows, has formatted empty ones and a link over all of it', async () => {
    const { core, ledger, folder, staged } = branch()
    const blank = Array.from({ length: 200_000 }, (_, index) => `<row r="${index + 3}"><c r="A${index + 3}" s="0"/></row>`).join('')
    const path = join(folder, '名册.xlsx')
    writeFileSync(
      path,
      workbookOf(
        `<dimension ref="A1:XFD1048576"/><sheetData>${nameRows}${blank}<row r="1048576"><c r="A1048576" s="0"/></row></sheetData>` +
          '<autoFilter ref="A1:XFD1048576"/><hyperlinks><hyperlink ref="A1:XFD1048576" location="x"/></hyperlinks>',
      ),
    )
    expect(await importRoster(core, staged(path))).toMatchObject({ imported: 1, skipped: [] })
    expect(readMembers(ledger).map(({ person }) => person.name)).toEqual(['张三'])
  })

  it('reads a workbook with many parts that hold no cells', async () => {
    const { core, folder, staged } = branch()
    const parts = (await xmlParts(workbookOf(`<sheetData>${nameRows}</sheetData>`))).concat(
      Array.from({ length: 1900 }, (_, index) => ({ name: `xl/other/p${index}.xml`, content: Buffer.from('<x/>') })),
    )
    const path = join(folder, '名册.xlsx')
    writeFileSync(path, storedZip(parts))
    expect(await importRoster(core, staged(path))).toMatchObject({ imported: 1 })
  })

  it('keeps the row numbers that users see when rows are far apart', async () => {
    const { core, folder, staged } = branch()
    const path = join(folder, '名册.xlsx')
    writeFileSync(path, workbookOf(`<sheetData>${nameRows}<row r="900000">${cell('A900000', '3号')}</row></sheetData>`))
    expect((await importRoster(core, staged(path))).skipped).toEqual([
      { row: 900_000, reason: expect.stringContaining('不像姓名') },
    ])
  })
})
