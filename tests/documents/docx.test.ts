import mammoth from 'mammoth'
import { describe, expect, it } from 'vitest'
import { type Entry, fromBuffer, type ZipFile } from 'yauzl'
import { documentDocx } from '#main/documents/docx.ts'
import { printStyles } from '#shared/documents/contract.ts'
import { minutesDocument } from '#shared/documents/minutes.ts'
import { paperKinds } from '#shared/documents/papers/kinds.ts'
import { sittingPapers } from '#shared/documents/papers/papers.ts'
import { documentText } from '#shared/documents/plain-text.ts'
import { activityOf, partOf, sampleBranch, squeezed } from './sample-branch.ts'
import { generalMeeting } from './sample-general-meeting.ts'
import { planned } from './samples-papers.ts'

const model = minutesDocument(generalMeeting, sampleBranch, { style: 'official' })

/** The parts of the package as text: an independent look at the XML. */
function partsOf(docx: Uint8Array): Promise<Map<string, string>> {
  return new Promise((resolve, reject) => {
    fromBuffer(Buffer.from(docx), { lazyEntries: true }, (error: Error | null, zip: ZipFile) => {
      if (error) return reject(error)
      const parts = new Map<string, string>()
      zip.on('entry', (entry: Entry) => {
        zip.openReadStream(entry, (failed, stream) => {
          if (failed) return reject(failed)
          const chunks: Buffer[] = []
          stream.on('data', (chunk: Buffer) => chunks.push(chunk))
          stream.on('end', () => {
            parts.set(entry.fileName, Buffer.concat(chunks).toString('utf8'))
            zip.readEntry()
          })
        })
      })
      zip.on('end', () => resolve(parts))
      zip.readEntry()
    })
  })
}

const read = async (docx: Uint8Array) => squeezed((await mammoth.extractRawText({ buffer: Buffer.from(docx) })).value)

describe('minutes as DOCX', () => {
  it('in 公文式 read as the sample', async () => {
    expect(await read(await documentDocx(model, 'official'))).toBe(squeezed(documentText(model)))
  })

  it('in 表格式 carry the same facts in the same words', async () => {
    const text = await read(await documentDocx(model, 'table'))
    expect(text).toContain('某局机关第三党支部2025年第二季度支部党员大会记录')
    for (const { label, value } of model.head.flat()) expect(text).toContain(squeezed(`${label}${value}`))
    for (const block of model.body) if ('text' in block) expect(text).toContain(squeezed(block.text))
  })

  it.each(printStyles)('have Chinese fonts by name, page number fields and headings (%s)', async (style) => {
    const parts = await partsOf(await documentDocx(model, style))
    const styles = parts.get('word/styles.xml') ?? ''
    for (const name of ['仿宋_GB2312', '黑体', '方正小标宋简体']) expect(styles).toContain(`w:eastAsia="${name}"`)
    const footers = [...parts].filter(([name]) => name.startsWith('word/footer'))
    expect(footers).toHaveLength(2)
    for (const [, xml] of footers) {
      expect(xml).toMatch(/<w:instrText[^>]*>\s*PAGE\s*</)
      expect(xml).toContain('2025-党员大会-02')
    }
    expect(parts.get('word/settings.xml')).toContain('w:evenAndOddHeaders')
    const body = parts.get('word/document.xml') ?? ''
    expect(body).toContain('w:val="Heading2"')
    expect(body.includes('<w:tbl>')).toBe(style === 'table')
  })

  it('have data tables whose head repeats', async () => {
    const table = { kind: 'table' as const, head: ['序号', '问题'], rows: [['1', '补学不及时']] }
    const parts = await partsOf(await documentDocx({ ...model, body: [...model.body, table] }, 'official'))
    expect(parts.get('word/document.xml')).toContain('<w:tblHeader/>')
  })

  it('hold several papers, each a section with pages from 1', async () => {
    const models = sittingPapers(planned, paperKinds)
    const docx = await documentDocx(models, 'official')
    const text = await read(docx)
    for (const words of ['联系电话', '签到（本人签名）', '同意的请举手', '不赞成', '监票人（签字）', '把关意见'])
      expect(text).toContain(words)
    const body = (await partsOf(docx)).get('word/document.xml') ?? ''
    expect(body.match(/<w:sectPr/g)).toHaveLength(models.length)
    expect(body.match(/<w:pgNumType w:start="1"/g)).toHaveLength(models.length)
    expect(text.match(/某局机关第三党支部表决票/g)).toHaveLength(12)
  })

  it('take hostile text as text', async () => {
    const hostile = `<w:p>&"'\u0000\u0008\u001b]]>{{x}}`
    const attacked = activityOf({
      date: '2025-06-27',
      place: hostile,
      closing: hostile,
      parts: [partOf({ purpose: 'generalMeeting', title: hostile, recordNumber: hostile })],
    })
    const text = await read(await documentDocx(minutesDocument(attacked, sampleBranch, { style: 'table' }), 'table'))
    expect(text).toContain(`<w:p>&"']]>{{x}}`)
  })
})
