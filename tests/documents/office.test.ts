import { createRouterClient } from '@orpc/server'
import { describe, expect, it } from 'vitest'
import { documentDocx } from '#main/documents/docx.ts'
import { documentsRouter } from '#main/documents/router.ts'
import { saveMember } from '#main/members/service.ts'
import { minutesDocument } from '#shared/documents/minutes.ts'
import { sampleBranch as branchInLedger } from '../helpers/sample-branch.ts'
import { hasOffice, openedByOffice } from './office-reader.ts'
import { pdfInfo, pdfPages } from './pdf-reader.ts'
import { sampleBranch, squeezed } from './sample-branch.ts'
import { generalMeeting } from './sample-general-meeting.ts'
import { organizationalLife } from './samples-january.ts'

// An office program is no part of every machine; `npm test` installs it where it can.
const opened = describe.skipIf(!hasOffice())
const patience = 240_000

opened('DOCX in LibreOffice', () => {
  it.each(['table', 'official'] as const)(
    'opens with every word, numbered pages and A4 (%s)',
    async (style) => {
      const model = minutesDocument(generalMeeting, sampleBranch, { style })
      const pdf = openedByOffice(await documentDocx(model, style), 'docx', 'pdf')
      const pages = pdfPages(pdf, 'raw').map(squeezed)
      expect(pages.length).toBeGreaterThan(1)
      expect(pdfInfo(pdf)['Page size']).toContain('A4')
      for (const [i, page] of pages.entries()) expect(page).toContain(`—${i + 1}—`)
      const text = pages.join('')
      for (const block of model.body)
        if ('text' in block) expect(text.replace(/—\d+—|2025-党员大会-\d\d/g, '')).toContain(squeezed(block.text))
      expect(pages.at(-1)).toContain('主持人（签字）')
      // Heading, facts and the first words on one page: neither the form nor its open cell begins on a page of its own.
      expect(pages[0]).toContain('会议议题')
    },
    patience,
  )

  it(
    'has named styles, a real table and the fonts that offices use',
    async () => {
      const model = minutesDocument(organizationalLife, sampleBranch, { style: 'official' })
      const xml = openedByOffice(await documentDocx(model, 'official'), 'docx', 'fodt').toString('utf8')
      expect(xml).toContain('<table:table-header-rows>')
      expect(xml).toContain('<text:page-number')
      for (const font of ['仿宋_GB2312', '黑体', '方正小标宋简体'])
        expect(xml).toMatch(new RegExp(`font-(family|name)(-asian)?="[^"]*${font}`))
      expect(xml).toMatch(/style:display-name="(Heading 1|Title)"|style:name="(Heading_20_1|Title)"/)
    },
    patience,
  )
})

opened('tables across the page in LibreOffice', () => {
  it(
    'lie across an A4 page',
    async () => {
      const { core } = branchInLedger()
      const documents = createRouterClient(documentsRouter, { context: { core } })
      const { token } = await documents.makeTable({ table: 'roster', year: 2025, format: 'docx' })
      const pdf = openedByOffice(core.outbox.find(token).content, 'docx', 'pdf')
      const [width = 0, height = 0] = (pdfInfo(pdf)['Page size'] ?? '').match(/[\d.]+/g)?.map(Number) ?? []
      expect(width).toBeGreaterThan(height)
      expect(squeezed(pdfPages(pdf, 'raw').join(''))).toContain('蒋己')
    },
    patience,
  )
})

opened('XLSX in LibreOffice', () => {
  it(
    'has a print area, rows repeated at the top, and text that stays text',
    async () => {
      const { core, ledger } = branchInLedger()
      for (const job of ['=1+1', '+1', '-1', '@x'])
        saveMember(ledger, {
          person: { name: `林${job.length}${job.charCodeAt(0)}`, declaredCategory: 'formalMember', joinedOn: '2010-07-01', job },
        })
      const documents = createRouterClient(documentsRouter, { context: { core } })
      const { token } = await documents.makeRosterSheet({ year: 2025 })
      const xml = openedByOffice(core.outbox.find(token).content, 'xlsx', 'fods').toString('utf8')
      expect(xml).toMatch(/table:print-ranges="[^"]*A1:[^"]*S22"/)
      expect(xml).toContain('<table:table-header-rows>')
      for (const text of ['=1+1', '+1', '-1', '@x']) expect(xml).toContain(`<text:p>${text}</text:p>`)
      expect(xml).not.toContain('table:formula')
    },
    patience,
  )
})
