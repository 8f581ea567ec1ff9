import { purposeNames } from '#shared/activities/labels.ts'
import type { DocumentFormat } from '#shared/documents/contract.ts'
import { chineseDate } from '#shared/kernel/dates.ts'
import { octetsText } from '#shared/kernel/octets.ts'
import type { DossierPaper, DossierSection } from './dossier-layout.ts'
import type { GatheredYear } from './gather.ts'
import { escaped, htmlPage, relativeLink } from './html.ts'
import type { CrossReference, Paper, Section } from './layout.ts'

/** What the pages of a pack are made from. */
export interface IndexFacts {
  readonly gathered: GatheredYear
  readonly sections: readonly Section[]
  readonly dossiers: readonly DossierSection[]
  /** Name and path of each statistical table. */
  readonly tables: readonly { readonly name: string; readonly path: string }[]
  /** What was left out, and why, one sentence each. */
  readonly leftOut: readonly string[]
}

const formatNames: Record<DocumentFormat, string> = { pdf: 'PDF', docx: 'Word', html: '网页' }

const link = (from: string, to: string, text: string) => `<a href="${escaped(relativeLink(from, to))}">${escaped(text)}</a>`
const list = (items: readonly string[]) =>
  items.length === 0 ? '' : `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`

function attachmentItem(from: string, { attachment, path }: Paper['attachments'][number]): string {
  const size = `<span class="quiet">${escaped(octetsText(attachment.octets))}</span>`
  if (path === null) return `${escaped(attachment.originalName)} ${size}（内容缺失，未列入）`
  return `${link(from, path, attachment.originalName)} ${size}`
}

function paperRow(from: string, paper: Paper): string {
  const { record, part, documents, attachments } = paper
  const { due, present } = part.counts
  const cells = [
    `<td class="short">${escaped(paper.number)}</td>`,
    `<td>${escaped(paper.title)}${attachments.length > 0 ? list(attachments.map((item) => attachmentItem(from, item))) : ''}</td>`,
    `<td class="short">${escaped(chineseDate(record.activity.date))}</td>`,
    `<td class="short">${escaped(part.recordNumber)}</td>`,
    `<td class="short">${due} / ${present}</td>`,
    `<td class="short">${documents.map(({ format, path }) => link(from, path, formatNames[format])).join(' ')}</td>`,
    `<td>${escaped(paper.remarks.join('、'))}</td>`,
  ]
  return `<tr>${cells.join('')}</tr>`
}

function referenceRow(from: string, { part, title, date, paper }: CrossReference): string {
  const { due, present } = part.counts
  const documents = paper.documents.map(({ format, path }) => link(from, path, formatNames[format])).join(' ')
  return `<tr><td class="short">—</td><td>${escaped(title)}</td><td class="short">${escaped(chineseDate(date))}</td><td class="short">${escaped(part.recordNumber)}</td><td class="short">${due} / ${present}</td><td class="short">${documents}</td><td>与${escaped(paper.number)}同一次会议，记录见该件</td></tr>`
}

const HEAD =
  '<thead><tr><th>序号</th><th>材料名称和附件</th><th>形成日期</th><th>记录编号</th><th>应到 / 实到</th><th>打开</th><th>备注</th></tr></thead>'

function sectionHtml(from: string, { purpose, folder, papers, references }: Section): string {
  const rows = [...papers.map((paper) => paperRow(from, paper)), ...references.map((reference) => referenceRow(from, reference))]
  const count = papers.length + references.length
  return `<h2 id="${escaped(folder)}">${escaped(purposeNames[purpose])}（${count} 次）</h2>
<p class="quiet">文件夹：${escaped(folder)}</p>
<table>${HEAD}<tbody>
${rows.join('\n')}
</tbody></table>`
}

const RECORD_HEAD =
  '<thead><tr><th>序号</th><th>材料名称和附件</th><th>形成日期</th><th>记录编号</th><th>人员</th><th>打开</th><th>备注</th></tr></thead>'

function recordRow(from: string, { number, dossier, documents, attachments, remarks }: DossierPaper): string {
  const cells = [
    `<td class="short">${escaped(number)}</td>`,
    `<td>${escaped(dossier.title)}${list(attachments.map((item) => attachmentItem(from, item)))}</td>`,
    `<td class="short">${escaped(chineseDate(dossier.date))}</td>`,
    `<td class="short">${escaped(dossier.recordNumber)}</td>`,
    `<td>${escaped(dossier.people.map(({ name }) => name).join('、'))}</td>`,
    `<td class="short">${documents.map(({ format, path }) => link(from, path, formatNames[format])).join(' ')}</td>`,
    `<td>${escaped(remarks.join('、'))}</td>`,
  ]
  return `<tr>${cells.join('')}</tr>`
}

/** Dated records of a kind; of talks and criticism the list is all there is. */
function recordsHtml(from: string, { kind, folder, papers }: DossierSection): string {
  const place = kind.isListedOnly ? '只列清单，不附内容。' : `文件夹：${folder}`
  return `<h2 id="${escaped(folder)}">${escaped(kind.name)}（${papers.length} 件）</h2>
<p class="quiet">${escaped(place)}</p>
<table>${RECORD_HEAD}<tbody>
${papers.map((paper) => recordRow(from, paper)).join('\n')}
</tbody></table>`
}

/** Path of the page that is opened first, below `data/`; the leading zeros keep it on top of every listing. */
export const indexPath = '00_请先打开_目录.html'

/**
 * The catalogue of a pack: every record with its files, every attachment under its original name, and what was left out.
 * A page without scripts whose links are relative, so that it opens in any browser from any drive.
 */
export function indexPage({ gathered, sections, dossiers, tables, leftOut }: IndexFacts): string {
  const { branch, year, madeOn } = gathered
  const papers = [...sections, ...dossiers].reduce((sum, section) => sum + section.papers.length, 0)
  const attachments = [...sections, ...dossiers]
    .flatMap(({ papers: each }) => each.flatMap((paper: Paper | DossierPaper) => paper.attachments))
    .filter(({ path }) => path !== null)
  const names = [branch.superiorName, branch.fullName].filter((name) => name !== '')
  const title = `${branch.shortName}${year}年度佐证材料目录`
  const places = [
    ...sections.map(({ purpose, folder }) => ({ folder, name: purposeNames[purpose] })),
    ...dossiers.map(({ kind, folder }) => ({ folder, name: kind.name })),
  ]
  const jumps = places.map(({ folder, name }) => `<a href="#${escaped(encodeURIComponent(folder))}">${escaped(name)}</a>`)
  return htmlPage(
    title,
    `<h1>${escaped(title)}</h1>
<p>${escaped(names.join('　'))}</p>
<p class="quiet">制作日期：${escaped(chineseDate(madeOn))}　共 ${papers} 份记录、${attachments.length} 个附件、统计表和汇总 ${tables.length} 件${branch.isSample ? '　（示例支部，内容均为虚构）' : ''}</p>
<nav>${jumps.join('')}</nav>
${sections.map((section) => sectionHtml(indexPath, section)).join('\n')}
${dossiers.map((section) => recordsHtml(indexPath, section)).join('\n')}
<h2>统计表和汇总</h2>
${list(tables.map(({ name, path }) => link(indexPath, path, name)))}
<h2>未列入的内容</h2>
${list(leftOut.map(escaped))}
<h2>核对</h2>
<p>每个文件都登记在文件清单里，内容改动、缺少或多出文件都能查出，办法见上一级文件夹中的${link(indexPath, '../校验说明.txt', '校验说明.txt')}。“records”文件夹是同样记录的数据格式，供程序读取。</p>`,
  )
}

/** Name of the page in the folder of a kind whose records lie in another folder. */
export const referenceName = '本项材料.html'

/** Links from the folder of one kind to papers that lie in the folder of another; a file is packed once. */
export function referencePage(section: Section, path: string): string {
  const title = `${purposeNames[section.purpose]}：记录在其他文件夹中的材料`
  return htmlPage(
    title,
    `<h1>${escaped(title)}</h1>
<table>${HEAD}<tbody>
${section.references.map((reference) => referenceRow(path, reference)).join('\n')}
</tbody></table>
<p>${link(path, indexPath, '返回目录')}</p>`,
  )
}
