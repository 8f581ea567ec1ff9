import { newRemarks, type Remarks } from '#shared/files/row-remarks.ts'
import type { Sheet } from '#shared/files/sheet.ts'
import { findHeader, type SheetHeader } from '#shared/files/sheet-columns.ts'
import type { PlainDate } from '#shared/kernel/dates.ts'
import { AppError } from '#shared/kernel/errors.ts'
import { type PostsColumn, postsAliases, type RosterColumn, rosterAliases } from '#shared/members/import/columns.ts'
import { withoutDuplicates } from '#shared/members/import/duplicates.ts'
import { readStandingRows, type StandingRow } from '#shared/members/import/posts-rows.ts'
import { type RosterRow, readRosterRows } from '#shared/members/import/roster-rows.ts'
import type { StagedPath } from '../files/staging.ts'
import { pickSheet, readWorkbook } from '../platform/spreadsheet/read.ts'

/** A sheet that has been read, before it is compared with the ledger. */
export interface ParsedSheet<R, K extends string> {
  readonly rows: readonly R[]
  readonly header: SheetHeader<K>
  readonly remarks: Remarks
}

async function parse<R, K extends string>(
  staged: StagedPath,
  columns: string,
  find: (sheet: Sheet) => SheetHeader<K> | null,
  read: (sheet: Sheet, header: SheetHeader<K>, remarks: Remarks) => R[],
): Promise<ParsedSheet<R, K>> {
  const { sheet, found } = pickSheet(await readWorkbook(staged), columns, find)
  const remarks = newRemarks()
  const rows = read(sheet, found, remarks)
  if (rows.length === 0 && remarks.skipped.length === 0) throw new AppError('SHEET_EMPTY', { file: staged.name, sheet: sheet.name })
  return { rows, header: found, remarks }
}

/** Reads a roster; dates after `today` are doubtful. @throws AppError of `readWorkbook`, SHEET_NO_HEADER, SHEET_TOO_MANY_ROWS, SHEET_EMPTY */
export function parseRoster(staged: StagedPath, today: PlainDate): Promise<ParsedSheet<RosterRow, RosterColumn>> {
  return parse(
    staged,
    '姓名',
    (sheet) => findHeader<RosterColumn>(sheet, rosterAliases, [['name']]),
    (sheet, header, remarks) => withoutDuplicates(readRosterRows(sheet, header, remarks, today), remarks),
  )
}

/** Reads a table of posts and groups. Throws as `parseRoster`. */
export function parsePosts(staged: StagedPath): Promise<ParsedSheet<StandingRow, PostsColumn>> {
  return parse(
    staged,
    '姓名、党小组或支部职务',
    (sheet) => findHeader<PostsColumn>(sheet, postsAliases, [['name'], ['groupName', 'partyPost']]),
    readStandingRows,
  )
}
