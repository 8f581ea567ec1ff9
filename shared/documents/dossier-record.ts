import type { BranchProfile } from '../branch/schema.ts'
import { isBlank, shownColumns } from '../dossier/field.ts'
import { dossierKind } from '../dossier/kinds/index.ts'
import type { Dossier } from '../dossier/schema.ts'
import { rowTexts, shareTexts, statusText, valueText } from '../dossier/text.ts'
import { duesLines } from '../dues/dues.ts'
import { chineseDate } from '../kernel/dates.ts'
import type { RosterHistory } from '../members/schema.ts'
import type { Block, DocumentModel, FieldLine } from './model.ts'
import { appraisalOpinionPaper } from './papers/appraisal-opinion.ts'
import { opinionSummaryPaper } from './papers/before-life-meeting.ts'
import { duesTable } from './papers/dues-table.ts'
import { dutyReportPaper, isWrittenReport } from './papers/duty-report.ts'
import { rectificationReplyPaper } from './papers/rectification-reply.ts'
import { selfCheckPaper } from './papers/self-check.ts'

/** Short facts stand in the head, two on a line; what runs on stands below. */
const longText = 40

/**
 * A dated record on paper, made from the description of its kind: the facts that were entered and nothing else. Sealed texts
 * are no part of what is handed in here.
 *
 * @param roster for tables that say who was a member when; left out: they do not say it
 */
export function dossierDocument(
  dossier: Dossier,
  branch: Pick<BranchProfile, 'shortName' | 'fullName' | 'settings'>,
  roster?: Pick<RosterHistory, 'persons' | 'memberships'>,
): DocumentModel {
  const kind = dossierKind(dossier.kind)
  // A table as wide as the year has a paper of its own.
  if (kind.key === 'partyDues') return duesTable(duesLines(dossier.content), dossier.forYear, branch, roster)
  if (kind.key === 'opinionSummary') return opinionSummaryPaper(dossier, branch)
  if (kind.key === 'appraisalOpinion') return appraisalOpinionPaper(dossier, branch)
  // What is written out is printed as what it is.
  if (kind.key === 'rectificationReply' && !isBlank(dossier.content['replies'])) return rectificationReplyPaper(dossier, branch)
  if (kind.key === 'rectificationReply' && !isBlank(dossier.content['checks'])) return selfCheckPaper(dossier, branch)
  if (kind.key === 'dutyReport' && isWrittenReport(dossier)) return dutyReportPaper(dossier, branch)
  const head: FieldLine[] = [
    // What a record is called may be another's paper or a person's honour: the branch stands beside the name, not before it.
    [{ label: '党支部', value: branch.shortName, wide: true }],
    [
      { label: kind.dateLabel ?? '日期', value: chineseDate(dossier.date) },
      ...(dossier.endDate ? [{ label: kind.endDateLabel ?? '结束日期', value: chineseDate(dossier.endDate) }] : []),
    ],
  ]
  const status = statusText(kind, dossier.status)
  if (status !== '') head.push([{ label: '进展', value: status }])
  for (const role of kind.roles ?? []) {
    const names = dossier.people.filter((person) => person.role === role.key).map(({ name }) => name)
    if (names.length > 0) head.push([{ label: role.label, value: names.join('、'), wide: true }])
  }
  const body: Block[] = []
  for (const field of kind.fields) {
    const value = dossier.content[field.key]
    if (field.isSealed || field.isInternal || isBlank(value)) continue
    if (field.type === 'rows') {
      const rows = rowTexts(field, value)
      const columns = shownColumns(field)
      body.push({ kind: 'label', label: field.label, text: '' })
      body.push({
        kind: 'table',
        head: ['序号', ...columns.map(({ label }) => label)],
        rows: rows.map((cells, at) => [String(at + 1), ...cells]),
        widths: [1.6, ...columns.map(({ type }) => (type === 'text' || type === 'longText' ? 5 : 3))],
        leftColumns: columns.flatMap(({ type }, at) => (type === 'text' || type === 'longText' ? [at + 1] : [])),
      })
      continue
    }
    const text = valueText(field, value)
    if (text.includes('\n') || text.length > longText || field.type === 'longText') {
      const [first = '', ...others] = text.split(/\r\n|\r|\n/)
      body.push({ kind: 'label', label: field.label, text: first })
      for (const line of others) body.push({ kind: 'paragraph', text: line })
    } else head.push([{ label: field.label, value: text }])
  }
  for (const { label, text } of shareTexts(kind, dossier.content)) head.push([{ label, value: text }])
  if (dossier.attachments.length > 0)
    body.push({
      kind: 'label',
      label: '附件',
      text: dossier.attachments.map(({ name }) => name.replace(/\.[^.]{1,5}$/u, '')).join('、'),
    })
  return {
    title: [dossier.title || kind.name],
    formTitle: kind.name,
    titleLabel: '名称',
    head,
    bodyLabel: '内容',
    body,
    signatures: ['记录人（签字）'],
    recordNumber: dossier.recordNumber,
  }
}
