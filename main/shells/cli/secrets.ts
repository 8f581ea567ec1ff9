import { ArgumentError } from './arguments.ts'

/** Variables of the environment that hold a secret. Never an argument: every user of the machine can read those. */
const variables = { ledger: 'BRANCH_HANDBOOK_PASSPHRASE', pack: 'BRANCH_HANDBOOK_PACK_PASSPHRASE' } as const
export type SecretName = keyof typeof variables

/** Secrets given to this run: by the environment, or as lines of standard input (first the ledger's, then the pack's). */
export interface Secrets {
  /** Null when it was not given. @throws ArgumentError when it was promised on standard input and is not there */
  get(name: SecretName): Promise<string | null>
}

export function openSecrets(
  promised: Readonly<Record<SecretName, boolean>>,
  environment: Readonly<Record<string, string | undefined>>,
  readInput: () => Promise<string>,
): Secrets {
  let lines: Promise<string[]> | null = null
  const order = (['ledger', 'pack'] as const).filter((name) => promised[name])
  return {
    async get(name) {
      if (!promised[name]) return environment[variables[name]] ?? null
      lines ??= readInput().then((text) => text.split(/\r?\n/))
      const line = (await lines)[order.indexOf(name)] ?? ''
      if (line === '') throw new ArgumentError('标准输入里没有口令')
      return line
    },
  }
}
