import { resolve } from 'node:path'
import { AppError } from '#shared/kernel/errors.ts'
import type { PdfPrinter } from '../../documents/pdf-printer.ts'
import { defaultLedgerFolder } from '../default-ledger.ts'
import { ArgumentError, CommandArguments, type CommandLine, parseCommandLine } from './arguments.ts'
import type { Command, ExitCode, Outcome } from './command.ts'
import { commands } from './commands.ts'
import { failureOf } from './failure.ts'
import { helpText } from './help.ts'
import { createProgram, openOrRefuse } from './program.ts'
import { openSecrets } from './secrets.ts'

/** What the command line needs from the system. */
export interface Surroundings {
  /** Relative paths are meant from here. */
  readonly workingFolder: string
  readonly signal: AbortSignal
  stdout(text: string): void
  stderr(text: string): void
  /** Variables of the environment; none without it. */
  readonly environment?: Readonly<Record<string, string | undefined>>
  /** The whole of standard input. Read only when an option promises a secret there. */
  readStdin?(): Promise<string>
  /** Null where no browser is found. Asked only by commands that print. */
  openPrinter(): PdfPrinter | null
}

/** The command that the first words name. @throws ArgumentError */
function commandOf({ words, options }: CommandLine): { command: Command; operands: readonly string[] } {
  const found = commands.find(({ name }) => name.split(' ').every((word, index) => words[index] === word))
  if (!found) throw new ArgumentError(words.length === 0 ? '缺少命令' : `没有这个命令：${words.slice(0, 2).join(' ')}`)
  const operands = words.slice(found.name.split(' ').length)
  if (operands.length < found.operands.length) {
    throw new ArgumentError(`${found.name} 缺少 ${found.operands.slice(operands.length).join('、')}`)
  }
  const extra = operands.slice(found.operands.length)
  if (extra.length > 0) throw new ArgumentError(`${found.name} 不认识：${extra.join(' ')}`)
  for (const option of Object.keys(options)) {
    if (!(found.options as readonly string[]).includes(option)) throw new ArgumentError(`${found.name} 没有选项 --${option}`)
  }
  return { command: found, operands }
}

async function runCommand(line: CommandLine, around: Surroundings): Promise<Outcome> {
  const { command, operands } = commandOf(line)
  const secrets = openSecrets(line.secretsOnInput, around.environment ?? {}, around.readStdin ?? (async () => ''))
  const ledgerFolder = line.ledger === null ? null : resolve(around.workingFolder, line.ledger)
  const { core, client } = createProgram({
    ledgerDirectory: ledgerFolder ?? defaultLedgerFolder(),
    pdf: command.prints ? around.openPrinter() : null,
  })
  try {
    if (command.ledger === 'open') await openOrRefuse(core, client, secrets)
    return await command.run({
      core,
      client,
      arguments: new CommandArguments(operands, line.options, around.workingFolder),
      secrets,
      ledgerFolder,
      note: (text) => around.stderr(`${text}\n`),
      signal: around.signal,
    })
  } finally {
    await core.close()
  }
}

/**
 * Runs one command. With `--json` exactly one JSON document goes to standard output, also when the command is refused:
 * `{"error":{"code","text"}}`.
 */
export async function runCli(argv: readonly string[], around: Surroundings): Promise<ExitCode> {
  // Known before the arguments are: who asked for JSON gets JSON also when they make no sense.
  const isJson = argv.includes('--json')
  try {
    const line = parseCommandLine(argv)
    if (line.version) {
      around.stdout(isJson ? `${JSON.stringify({ version: __PROGRAM_VERSION__ })}\n` : `${__PROGRAM_VERSION__}\n`)
      return 0
    }
    if (line.help) {
      around.stdout(isJson ? `${JSON.stringify({ help: helpText(commands) })}\n` : helpText(commands))
      return 0
    }
    if (around.signal.aborted) throw new AppError('CANCELLED')
    const { json, text, exitCode } = await runCommand(line, around)
    around.stdout(isJson ? `${JSON.stringify(json)}\n` : text === '' ? '' : `${text}\n`)
    return exitCode ?? 0
  } catch (thrown) {
    // Whatever a command stumbles over after it was ended (a browser that got the same signal) is of its ending.
    const error = around.signal.aborted && !(thrown instanceof ArgumentError) ? new AppError('CANCELLED') : thrown
    const { code, text } = failureOf(error, (reference, cause) => {
      around.stderr(`[${reference}] ${cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)}\n`)
    })
    around.stderr(`${text}\n`)
    if (error instanceof ArgumentError) around.stderr('用 --help 查看全部命令。\n')
    if (isJson) around.stdout(`${JSON.stringify({ error: { code, text } })}\n`)
    return 2
  }
}
