import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fieldNames } from '#shared/history/labels.ts'
import type { CheckFinding, CheckResult } from '#shared/ledger/check-schema.ts'
import { findingText } from '#shared/ledger/finding-text.ts'
import type { Core } from '../../core.ts'
import { brokenReferences, integrityProblems } from '../../platform/database/integrity.ts'
import { sha256OfFile } from '../../platform/files/content-store.ts'
import type { TaskControl } from '../../platform/tasks/task-events.ts'
import { isIndexCurrent } from '../../search/rebuild.ts'
import { contentPath, hasContent } from '../backup/contents.ts'
import { countRows } from '../backup/inspect.ts'
import { readManifest, sha256OfFileSync } from '../backup/manifest.ts'
import { backupLedgerName, ringAttachments, ringFolder, unfinished } from '../backup/places.ts'
import { historyFindings } from '../history-check.ts'
import type { OpenLedger } from '../open-ledger.ts'
import { checkSearchIndex, idOfRow, rowLabel, searchGaps, selectContents } from './store.ts'

type Found = Pick<CheckFinding, 'part' | 'kind'> & Partial<CheckFinding>

export function makeFinding({ part, kind, ...rest }: Found): CheckFinding {
  const whole = { kind, table: '', id: '', label: '', detail: '', isRepairable: false, isNote: false, ...rest }
  return { part, ...whole, text: findingText(whole) }
}

function databaseFindings({ db }: OpenLedger): CheckFinding[] {
  return [
    ...integrityProblems(db).map((detail) => makeFinding({ part: 'database', kind: 'integrity', detail })),
    ...brokenReferences(db).map(({ table, rowid, parent }) => {
      const id = idOfRow(db, table, rowid)
      return makeFinding({
        part: 'references',
        kind: 'brokenReference',
        table,
        id,
        label: id === '' ? '' : rowLabel(db, table, id),
        detail: parent,
      })
    }),
  ]
}

function chainFindings({ db }: OpenLedger): CheckFinding[] {
  return historyFindings(db).map(({ kind, table, rowId, columns, what, at, seq }) =>
    makeFinding({
      part: 'history',
      kind,
      table,
      id: rowId,
      label: rowLabel(db, table, rowId),
      detail: [
        columns.map((column) => fieldNames[table]?.[column] ?? column).join('、'),
        seq === 0 ? '' : `第 ${seq} 条修改记录「${what}」（${at}）`,
      ]
        .filter((text) => text !== '')
        .join('，'),
    }),
  )
}

async function attachmentFindings(ledger: OpenLedger, { signal, onProgress }: TaskControl): Promise<CheckFinding[]> {
  const root = join(ledger.directory, 'attachments')
  const spare = ringAttachments(ledger.directory)
  const named = selectContents(ledger.db)
  const found: CheckFinding[] = []
  for (const [index, { sha256, octets, name }] of named.entries()) {
    signal.throwIfAborted()
    onProgress({ phase: 'attachments', done: index, total: named.length })
    const file = contentPath(root, sha256)
    const isThere = existsSync(file)
    if (isThere && (await sha256OfFile(file, signal)) === sha256) continue
    found.push(
      makeFinding({
        part: 'attachments',
        kind: isThere ? 'attachmentChanged' : 'attachmentMissing',
        table: 'attachment',
        id: sha256,
        label: name,
        isRepairable: hasContent(spare, sha256, octets),
      }),
    )
  }
  const known = new Set(named.map(({ sha256 }) => sha256))
  const unused = filesIn(root).filter((name) => !known.has(name))
  if (unused.length > 0)
    found.push(
      makeFinding({
        part: 'attachments',
        kind: 'attachmentUnused',
        detail: `${unused.length} 个：${unused.slice(0, 3).join('、')}`,
        isNote: true,
      }),
    )
  return found
}

/** Names of the files one level below a folder of contents. */
function filesIn(root: string): string[] {
  if (!existsSync(root)) return []
  return readdirSync(root).flatMap((name) => (statSync(join(root, name)).isDirectory() ? readdirSync(join(root, name)) : [name]))
}

function searchFindings(ledger: OpenLedger): CheckFinding[] {
  const finding = (kind: 'searchDamaged' | 'searchIncomplete', detail: string) => [
    makeFinding({ part: 'search', kind, detail, isRepairable: true }),
  ]
  try {
    checkSearchIndex(ledger.db)
  } catch (error) {
    return finding('searchDamaged', error instanceof Error && 'code' in error ? String(error.code) : '')
  }
  const gaps = searchGaps(ledger.db)
  return gaps > 0 || !isIndexCurrent(ledger) ? finding('searchIncomplete', gaps > 0 ? `${gaps} 条` : '') : []
}

function backupFindings(directory: string): { readonly findings: CheckFinding[]; readonly count: number } {
  const ring = ringFolder(directory)
  if (!existsSync(ring)) return { findings: [], count: 0 }
  const ids = readdirSync(ring).filter(
    (id) => id !== 'attachments' && !id.endsWith(unfinished) && statSync(join(ring, id)).isDirectory(),
  )
  const findings = ids.flatMap((id) => {
    const manifest = readManifest(join(ring, id))
    const file = join(ring, id, backupLedgerName)
    if (!manifest || !existsSync(file) || sha256OfFileSync(file) !== manifest.ledger.sha256)
      return [makeFinding({ part: 'backups', kind: 'backupDamaged', id, label: id })]
    const contents = [ringAttachments(directory), join(directory, 'attachments')]
    const lacking = manifest.attachments.filter(({ sha256, octets }) => !contents.some((root) => hasContent(root, sha256, octets)))
    return lacking.length === 0
      ? []
      : [makeFinding({ part: 'backups', kind: 'backupIncomplete', id, label: id, detail: `${lacking.length} 个` })]
  })
  return { findings, count: ids.length }
}

/**
 * The self-check of an open ledger: SQLite's integrity and foreign keys, 修改记录 and every row against it, attachments by
 * their hashes, the search index, the backups. Changes nothing.
 */
export async function checkLedger(core: Core, control: TaskControl): Promise<CheckResult> {
  const ledger = core.session.require()
  const wasSaved = !ledger.isChangedSinceBackup()
  const phase = async (name: string) => {
    control.signal.throwIfAborted()
    control.onProgress({ phase: name, done: 0, total: 1 })
    await new Promise((resolve) => void setImmediate(resolve))
  }
  await phase('database')
  const findings = databaseFindings(ledger)
  await phase('history')
  findings.push(...chainFindings(ledger))
  findings.push(...(await attachmentFindings(ledger, control)))
  await phase('search')
  findings.push(...searchFindings(ledger))
  // FTS5 takes its own check for a change; it leaves nothing that a backup would have to hold.
  if (wasSaved) ledger.noteBackup(ledger.changes())
  await phase('backups')
  const backups = backupFindings(ledger.directory)
  findings.push(...backups.findings)
  const counts = countRows(ledger.db)
  const { history = 0, ...rows } = counts
  return {
    status: findings.some(({ isNote }) => !isNote) ? 'problems' : 'ok',
    findings,
    checked: {
      rows: Object.values(rows).reduce((sum, count) => sum + count, 0),
      historyEntries: history,
      attachments: selectContents(ledger.db).length,
      backups: backups.count,
    },
  }
}

/** The self-check of a ledger that is too damaged to be opened: exactly that, and what of the backups can be used. */
export function checkUnopened(directory: string, reason: string): CheckResult {
  const { findings, count } = backupFindings(directory)
  return {
    status: 'problems',
    findings: [makeFinding({ part: 'database', kind: 'notOpen', label: directory, detail: reason }), ...findings],
    checked: { rows: 0, historyEntries: 0, attachments: 0, backups: count },
  }
}
