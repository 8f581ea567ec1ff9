import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import { describe, expect, it } from 'vitest'
import { saveActivity } from '#main/activities/service.ts'
import { openChromiumPrinter } from '#main/documents/chromium-printer.ts'
import { documentsRouter } from '#main/documents/router.ts'
import { findBrowser } from '#main/platform/browser-finder.ts'
import { type Activity, saveActivitySchema } from '#shared/activities/schema.ts'
import { sampleBranch } from '../helpers/sample-branch.ts'
import { bodyText, pdfPages } from './pdf-reader.ts'
import { squeezed } from './sample-branch.ts'
import { generalMeeting } from './sample-general-meeting.ts'
import { groupMeeting } from './samples-other.ts'

/** The record as the form hands it in: what the ledger works out for itself is left out. */
function inputOf(activity: Activity) {
  return saveActivitySchema.parse({
    ...Object.fromEntries(
      Object.entries(activity).filter(([key]) => !['id', 'revision', 'origin', 'isLate', 'enteredOn', 'attachments'].includes(key)),
    ),
    parts: activity.parts.map(({ purpose, title, absentees, opening, agenda, resolutions, forYear }) => ({
      purpose,
      title,
      absentees,
      opening,
      agenda,
      forYear,
      resolutions: resolutions.map(({ text, owner, dueOn }) => ({ text, owner, dueOn })),
    })),
  })
}

function withRecord() {
  const { core } = sampleBranch()
  const { id } = saveActivity(core, inputOf(generalMeeting))
  return { core, id, documents: createRouterClient(documentsRouter, { context: { core } }) }
}

describe('documents of a record in the ledger', () => {
  it('are previewed as the page that is printed', async () => {
    const { id, documents } = withRecord()
    const { html, title } = await documents.previewMinutes({ activityId: id, style: 'official' })
    expect(title).toBe('某局机关第三党支部2025年第二季度支部党员大会记录')
    expect(html).toContain('2025-党员大会-01')
    expect(html).toContain('符合规定人数，可以开会')
  })

  it('are made as DOCX and HTML without a browser; PDF says what is missing', async () => {
    const { core, id, documents } = withRecord()
    expect(await documents.abilities({})).toEqual({ pdf: false, pdfProgram: '' })
    for (const format of ['docx', 'html'] as const) {
      const made = await documents.makeMinutes({ activityId: id, format })
      const found = core.outbox.find(made.token)
      expect(found.fileName).toBe(`2025-06-27_某局机关第三党支部2025年第二季度支部党员大会记录.${format}`)
      expect(found.content.length).toBe(made.octets)
    }
    await expect(documents.makeMinutes({ activityId: id, format: 'pdf' })).rejects.toMatchObject({ code: 'BROWSER_NOT_FOUND' })
    await expect(documents.previewMinutes({ activityId: '01890a5d-ac96-774b-bcce-b302099a8057' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
  })

  it('read back from the PDF as the sample', async () => {
    const { core, id } = withRecord()
    const browser = findBrowser()
    if (!browser) throw new Error('this test prints with Chromium: apt-get install chromium poppler-utils')
    const pdf = openChromiumPrinter(browser.path, browser.name)
    try {
      const documents = createRouterClient(documentsRouter, { context: { core: { ...core, pdf } } })
      expect(await documents.abilities({})).toEqual({ pdf: true, pdfProgram: browser.name })
      const { token } = await documents.makeMinutes({ activityId: id, format: 'pdf', style: 'official', fonts: 'bundled' })
      const pages = pdfPages(core.outbox.find(token).content)
      expect(bodyText(pages, '2025-党员大会-01')).toBe(
        squeezed(readFileSync(join(import.meta.dirname, 'general-meeting.txt'), 'utf8')),
      )
    } finally {
      await pdf.close()
    }
  })

  it('include the papers of a meeting and the follow-up list', async () => {
    const { core, id, documents } = withRecord()
    const { html, title } = await documents.previewPapers({ activityId: id, papers: ['notice', 'signInSheet', 'ballots'] })
    expect(title).toBe('2025年第二季度支部党员大会会前材料')
    expect(html).toContain('某局机关第三党支部表决票')
    expect(html).toContain('签到（本人签名）')
    const one = await documents.makePapers({ activityId: id, papers: ['signInSheet'], format: 'docx' })
    expect(one.fileName).toBe('2025年第二季度支部党员大会签到表.docx')
    const list = await documents.makeFollowUps({ format: 'docx', open: true })
    expect(core.outbox.find(list.token).fileName).toBe('某局机关第三党支部议定事项跟踪清单.docx')
    expect((await documents.previewFollowUps({})).html).toContain('各党小组自7月起在党小组会上通报补学情况')
  })

  it('say when no ballot is to be printed', async () => {
    const { core, documents } = withRecord()
    const { id } = saveActivity(core, inputOf(groupMeeting))
    await expect(documents.previewPapers({ activityId: id, papers: ['ballots', 'tally'] })).rejects.toMatchObject({
      code: 'PAPER_NOTHING',
    })
  })

  it('include the table of the year', async () => {
    const { core, documents } = withRecord()
    const { token, fileName } = await documents.makeYearTable({ year: 2025 })
    expect(fileName).toBe('某局机关第三党支部2025年三会一课统计表.xlsx')
    expect(core.outbox.find(token).content.length).toBeGreaterThan(1000)
  })
})
