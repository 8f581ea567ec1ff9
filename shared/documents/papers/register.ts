import type { BranchProfile } from '../../branch/schema.ts'
import type { Register } from '../../roles/registers.ts'
import { type DocumentModel, paper } from '../model.ts'

/** A year's ledger, across the page: eight columns do not fit upright without dates and words broken in the middle. */
export function registerSheet(given: Register, year: number, branch: Pick<BranchProfile, 'shortName'>): DocumentModel {
  return paper('wide', {
    title: [branch.shortName, `${year}年${given.name}`],
    body: [
      {
        kind: 'table',
        head: ['序号', ...given.head],
        rows: [...given.rows.map((cells, at) => [String(at + 1), ...cells]), { band: given.total }],
        widths: [1.2, ...given.widths],
        leftColumns: given.leftColumns,
      },
    ],
    signatures: ['填表人（签字）', '党支部书记（签字）'],
  })
}
