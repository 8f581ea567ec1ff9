import type { BranchProfile } from '../../branch/schema.ts'
import type { Register } from '../../roles/registers.ts'
import { type DocumentModel, paper } from '../model.ts'

/** A year's ledger as a sheet to print. */
export function registerSheet(given: Register, year: number, branch: Pick<BranchProfile, 'shortName'>): DocumentModel {
  return paper('sheet', {
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
