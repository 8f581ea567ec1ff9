import { existsSync, readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'

/** Name of the folder in which a branch's data lives unless another is chosen. */
export const ledgerFolderName = '支部手册'

/** `XDG_DOCUMENTS_DIR` of user-dirs.dirs: `"$HOME/文档"` or an absolute path. */
function xdgDocuments(home: string, environment: NodeJS.ProcessEnv): string | null {
  const file = join(environment['XDG_CONFIG_HOME'] || join(home, '.config'), 'user-dirs.dirs')
  if (!existsSync(file)) return null
  const match = /^\s*XDG_DOCUMENTS_DIR="(.*)"\s*$/m.exec(readFileSync(file, 'utf8'))
  const value = match?.[1]?.replace(/^\$HOME(?=\/|$)/, home)
  // The standard says that a folder equal to the home folder means: there is none.
  return value?.startsWith('/') && value.replace(/\/+$/, '') !== home ? value : null
}

/** The default 数据文件夹: 支部手册 in the user's documents, where people look for it and back it up. */
export function defaultLedgerFolder(
  home: string = homedir(),
  platform: NodeJS.Platform = process.platform,
  environment: NodeJS.ProcessEnv = process.env,
): string {
  if (platform !== 'linux') return join(home, 'Documents', ledgerFolderName)
  const documents =
    xdgDocuments(home, environment) ?? [join(home, '文档')].find((folder) => existsSync(folder)) ?? join(home, 'Documents')
  return join(documents, ledgerFolderName)
}
