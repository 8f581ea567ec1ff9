/**
 * How long binding 合订本 takes: the same papers each printed alone and put together by `pdfunite` of poppler, which gives one file
 * too, but no catalogue that names its pages and no bookmarks.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createCore } from '../../main/core.ts'
import { openChromiumPrinter } from '../../main/documents/chromium-printer.ts'
import { documentHtml } from '../../main/documents/html.ts'
import { boundVolume, modelsOf, packFront } from '../../main/packs/evidence/compendium.ts'
import { gatherYear } from '../../main/packs/evidence/gather.ts'
import { laidOutByDate } from '../../main/packs/evidence/laid-out.ts'
import { findBrowser } from '../../main/platform/browser-finder.ts'
import { inProcessClient } from '../../main/shells/in-process.ts'
import { pathTable } from '../../shared/packs/names.ts'
import { measured, report } from './measured.ts'

const browser = findBrowser()
if (!browser) throw new Error('no Chromium, Chrome or Edge here')
const folder = mkdtempSync(join(tmpdir(), 'branch-handbook-bench-'))
const printer = openChromiumPrinter(browser.path)
try {
  const core = createCore({
    ledgerDirectory: join(folder, 'ledger'),
    programVersion: '',
    pdf: printer,
    backsUpOnClose: false,
    log: { error: () => {} },
  })
  await inProcessClient(core).ledger.create({ sample: true })
  const year = gatherYear(core.session.require(), 2025, core.clock)
  const { papers, notices } = laidOutByDate(year, ['pdf'], pathTable('data/'))
  const models = modelsOf(year, papers)
  const alone = await measured('alone', async () => {
    const files: string[] = []
    for (const [at, model] of models.entries()) {
      const file = join(folder, `${at}.pdf`)
      writeFileSync(file, await printer.print(documentHtml([model], { style: 'table', fonts: 'office' })))
      files.push(file)
    }
    execFileSync('pdfunite', [...files, join(folder, 'all.pdf')])
  })
  const bound = await measured('合订本', () => boundVolume(printer, year, papers, packFront(year, '佐证材料', papers, notices))())
  const amount = `${models.length} papers in ${bound.seconds.toFixed(1)} s`
  report(bound, amount, alone.seconds, 'printing each alone and pdfunite')
  await core.close()
} finally {
  await printer.close()
  rmSync(folder, { recursive: true, force: true })
}
