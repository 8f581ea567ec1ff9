import { resolve } from 'node:path'

/** Value of `--name value` or `--name=value`, the last one given; null without it. Other arguments are Chromium's. */
function valueOf(argv: readonly string[], name: string): string | null {
  let value: string | null = null
  for (const [at, argument] of argv.entries()) {
    if (argument === name) value = argv[at + 1] ?? ''
    else if (argument.startsWith(`${name}=`)) value = argument.slice(name.length + 1)
  }
  return value
}

/**
 * The folder after `--ledger`, absolute, or null when none is asked for.
 * @throws Error with a Chinese message when the folder is left out
 */
export function ledgerArgument(argv: readonly string[], workingFolder: string): string | null {
  const value = valueOf(argv, '--ledger')
  if (value === null) return null
  if (value === '' || value.startsWith('--')) throw new Error('--ledger 后面应写文件夹')
  return resolve(workingFolder, value)
}
