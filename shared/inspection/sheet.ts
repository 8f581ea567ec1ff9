import type { BranchProfile } from '../branch/schema.ts'
import { type Block, type DocumentModel, paper } from '../documents/model.ts'
import { chineseDate } from '../kernel/dates.ts'
import { inspectionKindNames } from './labels.ts'
import { type Inspection, inspectionKinds } from './schema.ts'

/** Nothing was found: said calmly, and no more than that. */
export const nothingFound = '没有发现问题。'

function table(inspection: Inspection): Block {
  const rows = inspectionKinds.flatMap((kind) =>
    inspection.findings
      .filter((finding) => finding.kind === kind)
      .map(({ text, sources }) => [
        inspectionKindNames[kind],
        `${text}${sources.length > 0 ? `（${sources.join('；')}）` : ''}`,
        '',
      ]),
  )
  return {
    kind: 'table',
    head: ['序号', '类别', '情况', '核对结果'],
    rows: rows.map((row, index) => [String(index + 1), ...row]),
    widths: [0.08, 0.16, 0.58, 0.18],
    leftColumns: [2],
  }
}

/** 迎检自查表: the findings with room to write beside each what came of it. */
export function inspectionSheet(inspection: Inspection, branch: BranchProfile): DocumentModel {
  const { findings, looked, asOf, year } = inspection
  return paper('sheet', {
    title: [branch.shortName, `${year}年迎检自查表`],
    head: [
      [
        { label: '自查日期', value: chineseDate(asOf) },
        { label: '核对记录', value: `${looked}条` },
      ],
    ],
    body: findings.length === 0 ? [{ kind: 'paragraph', text: nothingFound }] : [table(inspection)],
    signatures: ['核对人（签字）'],
  })
}
