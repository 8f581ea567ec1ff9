import { purposeNames } from '#shared/activities/labels.ts'
import type { DossierSection } from './dossier-layout.ts'
import { escaped, htmlPage } from './html.ts'
import { indexPath } from './index-page.ts'
import type { CrossReference, Section } from './layout.ts'
import { catalogueTable, countsText, link, openLinks, paperRow, tableRow } from './paper-rows.ts'

/** Name of the page in a folder whose material lies, in part, in another folder. */
export const referenceName = '本项材料.html'

const referenceRow = (from: string, { part, title, date, paper }: CrossReference) =>
  tableRow({
    number: '—',
    title,
    below: '',
    date,
    recordNumber: part.recordNumber,
    who: countsText(part),
    open: openLinks(from, paper),
    remark: `与${paper.number}同一次会议，记录见该件`,
  })

const COUNTS = '应到 / 实到'

/** The catalogue's part on one kind of sitting. */
export function sectionHtml(from: string, { purpose, folder, papers, references }: Section): string {
  const rows = [...papers.map((paper) => paperRow(from, paper)), ...references.map((reference) => referenceRow(from, reference))]
  return `<h2 id="${escaped(folder)}">${escaped(purposeNames[purpose])}（${rows.length} 次）</h2>
<p class="quiet">文件夹：${escaped(folder)}</p>
${catalogueTable(COUNTS, rows)}`
}

/** The part on one kind of dated record; of talks and criticism the list is all there is. */
export function recordsHtml(from: string, { kind, folder, papers }: DossierSection): string {
  const place = kind.isListedOnly ? '只列清单，不附内容。' : `文件夹：${folder}`
  return `<h2 id="${escaped(folder)}">${escaped(kind.name)}（${papers.length} 件）</h2>
<p class="quiet">${escaped(place)}</p>
${catalogueTable(
  '人员',
  papers.map((paper) => paperRow(from, paper)),
)}`
}

/** Links from the folder of one kind to papers that lie in the folder of another; a file is packed once. */
export function referencePage(section: Section, path: string): string {
  const title = `${purposeNames[section.purpose]}：记录在其他文件夹中的材料`
  return htmlPage(
    title,
    `<h1>${escaped(title)}</h1>
${catalogueTable(
  COUNTS,
  section.references.map((reference) => referenceRow(path, reference)),
)}
<p>${link(path, indexPath, '返回目录')}</p>`,
  )
}
