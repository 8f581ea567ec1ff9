import { type ActivityColumn, activityAliases } from '#shared/activities/import/columns.ts'
import { type ResolvedSitting, resolveSitting } from '#shared/activities/import/resolve.ts'
import { type ActivityRow, readActivityRows } from '#shared/activities/import/rows.ts'
import { absenceReasonNames, purposeNames } from '#shared/activities/labels.ts'
import { byRow, newRemarks, type Remarks } from '#shared/files/row-remarks.ts'
import type { ImportPreview, ImportResult } from '#shared/files/schema.ts'
import { findHeader } from '#shared/files/sheet-columns.ts'
import { yearOf } from '#shared/kernel/dates.ts'
import { AppError } from '#shared/kernel/errors.ts'
import type { RosterHistory } from '#shared/members/schema.ts'
import type { Core } from '../core.ts'
import type { StagedPath } from '../files/staging.ts'
import type { OpenLedger } from '../ledger/open-ledger.ts'
import { readRosterHistory } from '../members/read.ts'
import { today } from '../platform/clock.ts'
import { pickSheet, readWorkbook } from '../platform/spreadsheet/read.ts'
import { addKnown, findRepeated, knownSittings } from './import-repeated.ts'
import { writeActivity } from './save.ts'

interface ParsedLedger {
  readonly rows: readonly ActivityRow[]
  readonly remarks: Remarks
}

interface ImportPlan {
  readonly sittings: readonly ResolvedSitting[]
  readonly history: RosterHistory
  readonly result: ImportResult
  readonly preview: ImportPreview
}

async function parse(staged: StagedPath): Promise<ParsedLedger> {
  const { sheet, found } = pickSheet(await readWorkbook(staged), '日期、类别', (each) =>
    findHeader<ActivityColumn>(each, activityAliases, [['kind'], ['date', 'time']]),
  )
  const remarks = newRemarks()
  const rows = readActivityRows(sheet, found, remarks)
  if (rows.length === 0 && remarks.skipped.length === 0) throw new AppError('SHEET_EMPTY', { file: staged.name, sheet: sheet.name })
  return { rows, remarks }
}

const columns = ['日期', '时间', '类别', '名称', '党小组', '地点', '主持人', '记录人', '应到', '实到', '缺席人员及原因']

function cellsOf(row: ActivityRow, groupName: string): string[] {
  const absentees = row.absentees.map(
    ({ name, reason, note }) => `${name}（${[absenceReasonNames[reason], note].filter((each) => each !== '').join('，')}）`,
  )
  return [
    row.date,
    [row.startTime, row.endTime].filter((each) => each !== null).join('—'),
    row.purposes.map((purpose) => purposeNames[purpose]).join('、'),
    row.title,
    groupName,
    row.place,
    row.chair?.name ?? '',
    row.recorder?.name ?? '',
    String(row.due ?? ''),
    String(row.present ?? ''),
    absentees.length === 0 ? '无' : absentees.join('、'),
  ]
}

function plan(ledger: OpenLedger, { rows, remarks }: ParsedLedger): ImportPlan {
  const history = readRosterHistory(ledger)
  const skipped = [...remarks.skipped]
  const warnings = [...remarks.warnings]
  const known = knownSittings(ledger, new Set(rows.map((row) => yearOf(row.date))))
  const sittings: ResolvedSitting[] = []
  const lines: ImportPreview['rows'] = []
  for (const row of rows) {
    const sitting = resolveSitting(row, history)
    const cells = cellsOf(row, history.groups.find((group) => group.id === sitting.groupId)?.name ?? '')
    const repeated = findRepeated(sitting, known)
    if (repeated.kind === 'same') {
      skipped.push({ row: row.row, reason: repeated.reason })
      lines.push({ row: row.row, cells, status: 'skip' })
      continue
    }
    if (repeated.kind === 'similar') warnings.push({ row: row.row, reason: repeated.reason })
    for (const reason of sitting.doubts) warnings.push({ row: row.row, reason })
    addKnown(known, {
      row: row.row,
      date: row.date,
      startTime: row.startTime,
      purposes: row.purposes,
      groupId: sitting.groupId,
      title: sitting.activity.parts[0]?.title ?? '',
    })
    sittings.push(sitting)
    lines.push({ row: row.row, cells, status: 'new' })
  }
  const taken = new Set(sittings.map((sitting) => sitting.row))
  const result = {
    imported: sittings.length,
    skipped: byRow(skipped),
    warnings: byRow(warnings.filter((warning) => taken.has(warning.row))),
  }
  return { sittings, history, result, preview: { ...result, columns, rows: lines } }
}

/**
 * What taking in an old ledger (三会一课台账) would do; writes nothing.
 *
 * @throws AppError of `readWorkbook`, SHEET_NO_HEADER, SHEET_TOO_MANY_ROWS, SHEET_EMPTY, LEDGER_NOT_OPEN
 */
export async function previewActivitiesImport(core: Core, staged: StagedPath): Promise<ImportPreview> {
  const parsed = await parse(staged)
  return plan(core.session.require(), parsed).preview
}

/** Takes an old ledger in as 历史导入: every sitting in one change, or nothing. Throws as the preview. */
export async function importActivities(core: Core, staged: StagedPath): Promise<ImportResult> {
  const parsed = await parse(staged)
  // From here on nothing waits: the plan and the change see the same ledger.
  const ledger = core.session.require()
  const { sittings, history, result } = plan(ledger, parsed)
  if (sittings.length === 0) return result
  const unknown: RosterHistory = { persons: [], memberships: [], intervals: [], groups: [] }
  const enteredOn = today(core.clock)
  ledger.write('导入三会一课台账', (rows) => {
    for (const sitting of sittings.toSorted(byDate)) {
      writeActivity({ rows, ledger, history: sitting.isRosterUsed ? history : unknown }, sitting.activity, enteredOn)
    }
  })
  return result
}

/** Numbers of records are given by date, not by the order of the sheet. */
function byDate(a: ResolvedSitting, b: ResolvedSitting): number {
  const key = ({ activity }: ResolvedSitting) => `${activity.date} ${activity.startTime ?? ''}`
  return key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : a.row - b.row
}
