import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The program of Electron, or why there is none, in words for the terminal. */
export type FoundElectron = { readonly program: string } | { readonly reason: string }

export interface FindOptions {
  /** The package `electron` as installed. It is only read: importing it would download. */
  readonly packageFolder: string
  readonly environment?: NodeJS.ProcessEnv
  readonly platform?: NodeJS.Platform
  readonly arch?: string
  /** Where the time of the last vain try is kept. */
  readonly memoryFile?: string
  readonly now?: () => number
  /** The longest a download is waited for. */
  readonly limitMs?: number
  /** Fetches it into the package; answers null, or why that was not possible. */
  readonly fetch?: (packageFolder: string, environment: NodeJS.ProcessEnv) => Promise<string | null>
}

/** Path of the program inside an unpacked distribution (as in electron/install.js). */
export function programName(platform: NodeJS.Platform): string {
  if (platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron'
  return platform === 'win32' ? 'electron.exe' : 'electron'
}

const isFile = (path: string) => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

/** What is there already, without any download; null when a download may help. */
export function installedElectron(options: FindOptions): FoundElectron | null {
  const { packageFolder, environment = process.env, platform = process.platform, arch = process.arch } = options
  const override = environment['ELECTRON_OVERRIDE_DIST_PATH']
  if (override) {
    const program = join(override, programName(platform))
    return isFile(program)
      ? { program }
      : { reason: `ELECTRON_OVERRIDE_DIST_PATH 指的文件夹里没有 ${programName(platform)}：${override}` }
  }
  const manifest = readText(join(packageFolder, 'package.json'))
  if (manifest === '') return { reason: '没有安装 electron 包' }
  const { version } = JSON.parse(manifest) as { version: string }
  const program = join(packageFolder, 'dist', programName(platform))
  const unpacked = readText(join(packageFolder, 'dist', 'version'))
    .trim()
    .replace(/^v/, '')
  if (isFile(program) && unpacked === version) return { program }
  if (environment['ELECTRON_SKIP_BINARY_DOWNLOAD']) return { reason: '本机没有 Electron，ELECTRON_SKIP_BINARY_DOWNLOAD 又不许下载' }
  const checksums = readText(join(packageFolder, 'checksums.json'))
  if (!checksums.includes(`"electron-v${version}-${platform}-${arch}.zip"`))
    return { reason: `Electron ${version} 没有 ${platform} ${arch} 的版本` }
  return null
}

/** A vain try costs seconds at every start; it is not made again for a day, unless another source is named. */
const DAY_MS = 24 * 3_600_000

interface Memory {
  readonly at: number
  readonly mirror: string
}

function triedLately(file: string, mirror: string, now: number): boolean {
  try {
    const memory = JSON.parse(readFileSync(file, 'utf8')) as Memory
    return memory.mirror === mirror && now - memory.at < DAY_MS && now >= memory.at
  } catch {
    return false
  }
}

/** The longest a start waits for a download, and how much longer when it is visibly going to end. */
const usualLimitMs = 20_000
const graceMs = 60_000

/** Runs the download as a process of its own, which can be ended whatever it waits for. */
function fetchElectron(packageFolder: string, environment: NodeJS.ProcessEnv, limit: number): Promise<string | null> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(import.meta.dirname, 'fetch-electron.ts'), packageFolder], {
      env: environment,
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    })
    const started = Date.now()
    let share = 0
    let failure = '下载没有成功'
    const timer = setInterval(() => {
      const elapsed = Date.now() - started
      if (elapsed < limit || (share > 0 && elapsed / share < limit + graceMs && elapsed < limit + graceMs)) return
      failure = `${Math.round(elapsed / 1000)} 秒内没有下载完`
      child.kill('SIGKILL')
    }, 250)
    child.on('message', (message: { share?: number; failure?: string }) => {
      share = message.share ?? share
      failure = message.failure ?? failure
    })
    child.once('error', () => resolve(failure))
    child.once('exit', (code) => {
      clearInterval(timer)
      resolve(code === 0 ? null : failure)
    })
  })
}

/** Looks for Electron's program and, where it may help, tries shortly to fetch it. */
export async function findElectron(options: FindOptions): Promise<FoundElectron> {
  const found = installedElectron(options)
  if (found) return found
  const { packageFolder, environment = process.env, now = Date.now, limitMs = usualLimitMs } = options
  const fetch = options.fetch ?? ((folder, variables) => fetchElectron(folder, variables, limitMs))
  const memoryFile = options.memoryFile ?? join(dirname(packageFolder), '.cache', 'branch-handbook', 'electron-try.json')
  const mirror = environment['ELECTRON_MIRROR'] ?? ''
  if (triedLately(memoryFile, mirror, now())) return { reason: '本机没有 Electron，一天内试过下载没有成功' }
  const failure = await fetch(packageFolder, environment)
  if (failure === null) return installedElectron(options) ?? { reason: '下载的 Electron 不完整' }
  if (existsSync(packageFolder)) {
    mkdirSync(dirname(memoryFile), { recursive: true })
    writeFileSync(memoryFile, JSON.stringify({ at: now(), mirror } satisfies Memory))
  }
  return { reason: `本机没有 Electron，${failure}` }
}
