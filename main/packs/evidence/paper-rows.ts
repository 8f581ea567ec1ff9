import type { DocumentFormat } from '#shared/documents/contract.ts'
import { chineseDate } from '#shared/kernel/dates.ts'
import { octetsText } from '#shared/kernel/octets.ts'
import type { DossierPaper } from './dossier-layout.ts'
import { escaped, relativeLink } from './html.ts'
import type { AnyPaper } from './indicator-layout.ts'
import type { Paper } from './layout.ts'

const formatNames: Record<DocumentFormat, string> = { pdf: 'PDF', docx: 'Word', html: '网页' }

/** A link from one page of the pack to a file, both below `data/`. */
export const link = (from: string, to: string, text: string) => `<a href="${escaped(relativeLink(from, to))}">${escaped(text)}</a>`

/** A list of HTML items, or nothing. */
export const list = (items: readonly string[]) =>
  items.length === 0 ? '' : `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`

/** Links to the formats of a paper. */
export const openLinks = (from: string, { documents }: AnyPaper) =>
  documents.map(({ format, path }) => link(from, path, formatNames[format])).join(' ')

/** An attachment under its original name. */
export function attachmentItem(from: string, { attachment, path }: Paper['attachments'][number]): string {
  const size = `<span class="quiet">${escaped(octetsText(attachment.octets))}</span>`
  if (path === null) return `${escaped(attachment.originalName)} ${size}（内容缺失，未列入）`
  return `${link(from, path, attachment.originalName)} ${size}`
}

interface RowCells {
  readonly number: string
  readonly title: string
  /** HTML below the title. */
  readonly below: string
  readonly date: string
  readonly recordNumber: string
  readonly who: string
  /** HTML. */
  readonly open: string
  readonly remark: string
}

/** One line of a catalogue; `below` and `open` are HTML, everything else is text. */
export function tableRow({ number, title, below, date, recordNumber, who, open, remark }: RowCells): string {
  const cells = [
    `<td class="short">${escaped(number)}</td>`,
    `<td>${escaped(title)}${below}</td>`,
    `<td class="short">${escaped(chineseDate(date))}</td>`,
    `<td class="short">${escaped(recordNumber)}</td>`,
    `<td>${escaped(who)}</td>`,
    `<td class="short">${open}</td>`,
    `<td>${escaped(remark)}</td>`,
  ]
  return `<tr>${cells.join('')}</tr>`
}

/** 应到 / 实到 of a sitting. */
export const countsText = ({ counts: { due, present } }: Paper['part']) => `${due} / ${present}`

const isSitting = (paper: AnyPaper): paper is Paper => 'record' in paper

/** What a catalogue says of any paper. */
export const factsOf = (paper: Paper | DossierPaper) =>
  isSitting(paper)
    ? {
        title: paper.title,
        date: paper.record.activity.date,
        recordNumber: paper.part.recordNumber,
        who: countsText(paper.part),
      }
    : {
        title: paper.dossier.title,
        date: paper.dossier.date,
        recordNumber: paper.dossier.recordNumber,
        who: paper.dossier.people.map(({ name }) => name).join('、'),
      }

/** The line of a paper with its attachments. */
export function paperRow(from: string, paper: AnyPaper, remark: string = paper.remarks.join('、')): string {
  const below = list(paper.attachments.map((item) => attachmentItem(from, item)))
  return tableRow({ number: paper.number, ...factsOf(paper), below, open: openLinks(from, paper), remark })
}

/** A table of catalogue lines. @param who heading of the fifth column */
export const catalogueTable = (who: string, rows: readonly string[]) =>
  `<table><thead><tr><th>序号</th><th>材料名称和附件</th><th>形成日期</th><th>记录编号</th><th>${who}</th><th>打开</th><th>备注</th></tr></thead><tbody>
${rows.join('\n')}
</tbody></table>`
