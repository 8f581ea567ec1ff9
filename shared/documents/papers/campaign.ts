import type { BranchProfile } from '../../branch/schema.ts'
import { chineseDate } from '../../kernel/dates.ts'
import { type DocumentModel, paper } from '../model.ts'

export interface CampaignLine {
  readonly date: string
  readonly kind: string
  readonly title: string
  readonly recordNumber: string
}

/** What the branch did under one campaign (DOMAIN 5.11): a list of records, nothing written beside it. */
export function campaignSheet(
  name: string,
  lines: readonly CampaignLine[],
  branch: Pick<BranchProfile, 'shortName'>,
): DocumentModel {
  return paper('sheet', {
    title: [branch.shortName, `“${name}”开展情况`],
    body: [
      {
        kind: 'table',
        head: ['序号', '日期', '类别', '名称', '记录编号'],
        rows: [
          ...lines.map((line, at) => [String(at + 1), chineseDate(line.date), line.kind, line.title, line.recordNumber]),
          { band: `合计${lines.length}项` },
        ],
        widths: [1.2, 3, 3, 7, 4],
        leftColumns: [3],
      },
    ],
    signatures: ['填表人（签字）', '党支部书记（签字）'],
  })
}
