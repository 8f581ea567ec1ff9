import { resolve } from 'node:path'
import { parseArgs } from 'node:util'

const optionTypes = {
  ledger: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
  name: { type: 'string' },
  year: { type: 'string' },
  date: { type: 'string' },
  out: { type: 'string' },
  format: { type: 'string' },
  style: { type: 'string' },
  fonts: { type: 'string' },
  kind: { type: 'string' },
  layout: { type: 'string' },
  leftover: { type: 'string' },
  take: { type: 'string' },
  zip: { type: 'boolean' },
  'passphrase-stdin': { type: 'boolean' },
  'pack-passphrase-stdin': { type: 'boolean' },
  repair: { type: 'boolean' },
} as const

export type OptionName = Exclude<
  keyof typeof optionTypes,
  'ledger' | 'json' | 'help' | 'version' | 'passphrase-stdin' | 'pack-passphrase-stdin'
>

/** A command line in parts; nothing about the command itself has been checked. */
export interface CommandLine {
  readonly words: readonly string[]
  readonly options: Partial<Record<OptionName, string>>
  readonly ledger: string | null
  readonly json: boolean
  readonly help: boolean
  readonly version: boolean
  /** Which secrets come as lines of standard input. */
  readonly secretsOnInput: { readonly ledger: boolean; readonly pack: boolean }
}

/** Arguments that make no sense; `message` is Chinese and complete. Exit code 2. */
export class ArgumentError extends Error {}

/** Splits a command line. @throws ArgumentError */
export function parseCommandLine(argv: readonly string[]): CommandLine {
  let parsed: ReturnType<typeof parseArgs<{ options: typeof optionTypes; allowPositionals: true }>>
  try {
    parsed = parseArgs({ args: [...argv], options: optionTypes, allowPositionals: true })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    const option = /'(-[^']*?)[ ']/.exec(error instanceof Error ? error.message : '')?.[1] ?? ''
    const reason = code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION' ? `没有这个选项：${option}` : `选项 ${option} 的写法不对`
    throw new ArgumentError(reason, { cause: error })
  }
  const {
    ledger,
    json,
    help,
    version,
    repair,
    zip,
    'passphrase-stdin': hasPassphrase,
    'pack-passphrase-stdin': hasPackPassphrase,
    ...texts
  } = parsed.values
  const options = { ...texts, ...(repair ? { repair: 'true' } : {}), ...(zip ? { zip: 'true' } : {}) }
  if (ledger === '') throw new ArgumentError('--ledger 后面应写文件夹')
  return {
    words: parsed.positionals,
    options,
    ledger: ledger ?? null,
    json: json ?? false,
    help: help ?? false,
    version: version ?? false,
    secretsOnInput: { ledger: hasPassphrase ?? false, pack: hasPackPassphrase ?? false },
  }
}

/** What a command is given: its own operands and options, read with care. */
export class CommandArguments {
  readonly #operands: readonly string[]
  readonly #options: CommandLine['options']
  readonly #workingFolder: string

  constructor(operands: readonly string[], options: CommandLine['options'], workingFolder: string) {
    this.#operands = operands
    this.#options = options
    this.#workingFolder = workingFolder
  }

  operand(index: number): string {
    return this.#operands[index] ?? ''
  }

  /** An operand as an absolute path. */
  pathOperand(index: number): string {
    return resolve(this.#workingFolder, this.operand(index))
  }

  option(name: OptionName): string | undefined {
    return this.#options[name]
  }

  /** @throws ArgumentError when it was not given */
  required(name: OptionName): string {
    const value = this.#options[name]
    if (value === undefined || value === '') throw new ArgumentError(`缺少 --${name}`)
    return value
  }

  /** An option as an absolute path. @throws ArgumentError when it was not given and there is no default */
  path(name: OptionName, byDefault?: string): string {
    return resolve(this.#workingFolder, byDefault === undefined ? this.required(name) : (this.#options[name] ?? byDefault))
  }

  /** `--year`, four digits. @throws ArgumentError */
  year(): number {
    const text = this.required('year')
    const year = Number(text)
    if (!/^\d{4}$/.test(text) || year < 1921 || year > 2200) throw new ArgumentError(`--year 应为四位年份，如 2025：${text}`)
    return year
  }

  /** One of a few words. @throws ArgumentError for any other */
  choice<T extends string>(name: OptionName, choices: readonly T[], byDefault?: T): T {
    const value = this.#options[name] ?? byDefault
    if (value === undefined) throw new ArgumentError(`缺少 --${name}`)
    const found = choices.find((choice) => choice === value)
    if (found === undefined) throw new ArgumentError(`--${name} 只能是 ${choices.join('、')}：${value}`)
    return found
  }
}
