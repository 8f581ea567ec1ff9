import { arch, platform, release } from 'node:os'
import type { Core } from '../../core.ts'
import { schemaVersion } from '../../platform/database/migrations.ts'
import type { RememberedError } from '../../platform/error-memory.ts'
import { readSafety } from '../backup/automatic.ts'
import { countRows } from '../backup/inspect.ts'
import { entryOf, ringEntries } from '../backup/manifest.ts'
import { checkLedger } from '../check/check.ts'

/** What can be given to who maintains the program: figures, codes and versions, nothing that anybody has typed. */
export interface HandoverLog {
  readonly kind: 'branch-handbook-log'
  readonly madeAt: string
  readonly program: { readonly version: string; readonly schemaVersion: number; readonly node: string; readonly system: string }
  readonly ledger: {
    readonly state: string
    readonly warnings: readonly string[]
    /** Rows of each table. */
    readonly rows: Readonly<Record<string, number>>
    readonly history: number
  }
  /** How often the self-check has found what, by part, kind and table. */
  readonly findings: readonly { readonly what: string; readonly times: number }[] | null
  readonly backups: readonly Readonly<Record<string, string | number | boolean | null>>[]
  readonly safety: Readonly<Record<string, string | boolean | null>> | null
  readonly errors: readonly RememberedError[]
}

const quiet = { signal: new AbortController().signal, onProgress: () => {} }

async function findingsOf(core: Core): Promise<HandoverLog['findings']> {
  const { findings } = await checkLedger(core, quiet)
  const kinds = Map.groupBy(findings, ({ part, kind, table }) => [part, kind, table].filter((word) => word !== '').join(' '))
  return [...kinds].map(([what, found]) => ({ what, times: found.length }))
}

/**
 * Puts the log together, also for a ledger that could not be opened. Left out on purpose: names, texts, numbers of
 * people, titles, file names, ids of rows, the data folder's path (a user's name stands in it), messages of errors.
 */
export async function handoverLog(core: Core): Promise<HandoverLog> {
  const { state, warnings } = core.session.status()
  const isOpen = state === 'open'
  const db = isOpen ? core.session.require().db : null
  return {
    kind: 'branch-handbook-log',
    madeAt: core.clock.now().toISOString(),
    program: {
      version: core.programVersion,
      schemaVersion,
      node: process.versions.node,
      system: `${platform()} ${arch()} ${release()}`,
    },
    ledger: {
      state,
      warnings,
      rows: db ? countRows(db) : {},
      history: db?.get<{ n: number }>('SELECT max(seq) AS n FROM history')?.n ?? 0,
    },
    findings: isOpen ? await findingsOf(core) : null,
    backups: ringEntries(core.session.directory).map((entry) => {
      const { id: _id, branchName: _name, ...figures } = entryOf(entry)
      return figures
    }),
    safety: isOpen ? readSafety(core) : null,
    errors: core.errors(),
  }
}

/** The log as a file in the outbox: readable text, UTF-8. */
export async function makeHandoverLog(
  core: Core,
): Promise<{ readonly token: string; readonly fileName: string; readonly octets: number }> {
  const text = `${JSON.stringify(await handoverLog(core), null, 2)}\n`
  const day = core.clock.now().toISOString().slice(0, 10).replaceAll('-', '')
  return core.outbox.put({
    fileName: `支部手册运行日志_${day}.json`,
    mediaType: 'application/json',
    content: Buffer.from(text, 'utf8'),
  })
}
