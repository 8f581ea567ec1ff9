import { readFile, realpath, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'

export interface UserFolder {
  readonly path: string
  readonly label: string
}

/** Names that systems give these folders, by language; the first that exists counts. */
const usual = [
  { key: 'XDG_DOCUMENTS_DIR', label: '文档', names: ['Documents', '文档'] },
  { key: 'XDG_DESKTOP_DIR', label: '桌面', names: ['Desktop', '桌面'] },
  { key: 'XDG_DOWNLOAD_DIR', label: '下载', names: ['Downloads', '下载'] },
] as const

/** `XDG_DESKTOP_DIR="$HOME/桌面"` → its path; desktops of Linux write it down because the names are translated. */
export function parseUserDirs(text: string, home: string): Map<string, string> {
  const lines = text.matchAll(/^(XDG_[A-Z]+_DIR)="(.+)"$/gm)
  return new Map([...lines].map(([, key = '', value = '']) => [key, resolve(home, value.replace(/^\$HOME/, home))]))
}

const isFolder = async (path: string) => (await stat(path).catch(() => null))?.isDirectory() ?? false

/** The user's folders that exist: 文档, 桌面, 下载, 个人文件夹; each once. */
export async function userFolders(home: string): Promise<UserFolder[]> {
  const dirs = parseUserDirs(await readFile(join(home, '.config', 'user-dirs.dirs'), 'utf8').catch(() => ''), home)
  const seen = new Set<string>()
  const folders: UserFolder[] = []
  const take = async (path: string, label: string) => {
    if (!(await isFolder(path))) return false
    const real = await realpath(path)
    if (seen.has(real)) return false
    seen.add(real)
    folders.push({ path, label })
    return true
  }
  for (const { key, label, names } of usual) {
    const candidates = [dirs.get(key), ...names.map((name) => join(home, name))].filter(
      (path) => path !== undefined && path !== home,
    )
    for (const path of candidates) if (path !== undefined && (await take(path, label))) break
  }
  await take(home, '个人文件夹')
  return folders
}
