import type { Row } from 'write-excel-file/node'
import type { DocumentFormat, FontChoice } from '#shared/documents/contract.ts'
import { campaignSheet } from '#shared/documents/papers/campaign.ts'
import { registerSheet } from '#shared/documents/papers/register.ts'
import { AppError } from '#shared/kernel/errors.ts'
import { safeName } from '#shared/packs/names.ts'
import type { RegisterKey } from '#shared/roles/registers.ts'
import { readBranch } from '../branch/read.ts'
import type { Core } from '../core.ts'
import { campaignLines, readRegister } from '../roles/read.ts'
import { makeDocument } from './service.ts'
import { middle, textCell, yearSheetXlsx } from './xlsx-sheet.ts'

const left = { ...middle, align: 'left', wrap: true } as const
const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

interface Options {
  readonly fonts: FontChoice
  readonly signal?: AbortSignal
}

/** A ledger of 作用发挥 in the outbox. @throws AppError BROWSER_NOT_FOUND, PRINT_FAILED, CANCELLED */
export async function makeRegister(
  core: Core,
  year: number,
  key: RegisterKey,
  { format, ...options }: Options & { readonly format: DocumentFormat | 'xlsx' },
) {
  const ledger = core.session.require()
  const branch = readBranch(ledger)
  const register = readRegister(ledger, year, key)
  if (format !== 'xlsx') return makeDocument(core, registerSheet(register, year, branch), { style: 'official', format, ...options })
  const title = `${branch.shortName}${year}年${register.name}`
  const content = await yearSheetXlsx({
    year,
    title,
    heads: ['序号', ...register.head],
    widths: [6, ...register.widths.map((width) => width * 5)],
    rows: register.rows.map(
      (cells, at): Row => [
        { type: Number, value: at + 1, ...middle },
        ...cells.map((cell, column) =>
          textCell(cell, register.leftColumns.includes(column + 1) ? left : { ...middle, wrap: true }),
        ),
      ],
    ),
    foot: register.total,
    stickyColumns: 2,
  })
  return core.outbox.put({ fileName: safeName(`${title}.xlsx`), mediaType: xlsxType, content })
}

/** What was done under a campaign, in the outbox. @throws AppError PAPER_NOTHING; BROWSER_NOT_FOUND, PRINT_FAILED, CANCELLED */
export function makeCampaign(core: Core, name: string, options: Options & { readonly format: DocumentFormat }) {
  const ledger = core.session.require()
  const lines = campaignLines(ledger, name)
  if (lines.length === 0) throw new AppError('PAPER_NOTHING', { papers: `“${name}”开展情况` })
  return makeDocument(core, campaignSheet(name, lines, readBranch(ledger)), { style: 'official', ...options })
}
