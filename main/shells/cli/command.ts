import type { Core } from '../../core.ts'
import type { InProcessClient } from '../in-process.ts'
import type { CommandArguments, OptionName } from './arguments.ts'
import type { Secrets } from './secrets.ts'

/** 0 done · 1 a check found something · 2 refused (DESIGN §9). */
export type ExitCode = 0 | 1 | 2

/** What a command answers: the one JSON document, and the same for people. */
export interface Outcome {
  readonly json: unknown
  readonly text: string
  readonly exitCode?: ExitCode
}

export interface CommandContext {
  readonly core: Core
  readonly client: InProcessClient
  readonly arguments: CommandArguments
  readonly secrets: Secrets
  /** The absolute path that `--ledger` names; null: none was named. */
  readonly ledgerFolder: string | null
  /** A line for people on standard error; never part of the result. */
  readonly note: (line: string) => void
  /** Aborted when the user interrupts. */
  readonly signal: AbortSignal
}

export interface Command {
  readonly name: string
  /** Names of what follows the command, all of them required. */
  readonly operands: readonly string[]
  readonly options: readonly OptionName[]
  /** One line of the help. */
  readonly summary: string
  /** `open`: the ledger must be there; `none`: it is not touched. */
  readonly ledger: 'open' | 'none'
  /** Whether a printer of PDF is looked for. */
  readonly prints?: boolean
  run(context: CommandContext): Promise<Outcome>
}
