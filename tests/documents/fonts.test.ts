import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { openChromiumPrinter } from '#main/documents/chromium-printer.ts'
import { documentHtml } from '#main/documents/html.ts'
import type { PdfPrinter } from '#main/documents/pdf-printer.ts'
import { findBrowser } from '#main/platform/browser-finder.ts'
import { printStyles } from '#shared/documents/contract.ts'
import { minutesDocument } from '#shared/documents/minutes.ts'
import { pdfFonts, pdfPages, pdfPictures } from './pdf-reader.ts'
import { sampleBranch } from './sample-branch.ts'
import { generalMeeting } from './sample-general-meeting.ts'

const browser = findBrowser()
if (!browser) throw new Error('these tests print with Chromium: apt-get install chromium poppler-utils')

const fontFiles = (pattern: string, env = process.env) =>
  execFileSync('fc-list', ['--format=%{file}\\n', pattern], { encoding: 'utf8', env }).split('\n').filter(Boolean)

/** A machine without any Chinese font: fontconfig with the Latin fonts alone, without which Chromium does not start. */
const folder = mkdtempSync(join(tmpdir(), 'branch-handbook-fonts-'))
const bare = join(folder, 'fonts.conf')
const chinese = new Set(['zh-cn', 'zh-tw', 'ja', 'ko'].flatMap((language) => fontFiles(`:lang=${language}`)))
const latin = fontFiles(':lang=en').filter((file) => !chinese.has(file))
for (const file of latin) copyFileSync(file, join(folder, basename(file)))
writeFileSync(
  bare,
  `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${folder}</dir><cachedir>${folder}/cache</cachedir></fontconfig>`,
)

const printers: PdfPrinter[] = []
/** The browser takes its fonts from the environment it is started in, with the first print. */
async function printOn(fontconfig: string | null, html: string): Promise<Uint8Array> {
  const before = process.env['FONTCONFIG_FILE']
  if (fontconfig === null) delete process.env['FONTCONFIG_FILE']
  else process.env['FONTCONFIG_FILE'] = fontconfig
  try {
    const printer = openChromiumPrinter(browser?.path ?? '')
    printers.push(printer)
    return await printer.print(html)
  } finally {
    if (before === undefined) delete process.env['FONTCONFIG_FILE']
    else process.env['FONTCONFIG_FILE'] = before
  }
}
afterAll(async () => {
  await Promise.all(printers.map((printer) => printer.close()))
  rmSync(folder, { recursive: true, force: true })
})

describe('随附字体', () => {
  it.skipIf(latin.length === 0).each(printStyles)(
    'break a record the same with no Chinese font on the machine and with many (%s)',
    async (style) => {
      expect(fontFiles(':lang=zh-cn', { ...process.env, FONTCONFIG_FILE: bare })).toEqual([])
      const activity = { ...generalMeeting, place: '㐱𠮷䶮㛃会议室' }
      const html = documentHtml(minutesDocument(activity, sampleBranch, { style }), { style, fonts: 'bundled' })
      const [many, none] = [await printOn(null, html), await printOn(bare, html)]
      expect(pdfPages(none, 'layout')).toEqual(pdfPages(many, 'layout'))
      expect(pdfFonts(none).map((line) => line.split(/\s+/u)[0]?.replace(/^.*\+/u, ''))).toEqual(
        pdfFonts(many).map((line) => line.split(/\s+/u)[0]?.replace(/^.*\+/u, '')),
      )
      const pictures = (pdf: Uint8Array) => pdfPictures(pdf, { dpi: 36, isGray: true }).map((picture) => picture.toString('base64'))
      expect(pictures(none)).toEqual(pictures(many))
    },
  )
})
