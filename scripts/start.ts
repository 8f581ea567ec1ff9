import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { findElectron } from './find-electron.ts'

// npm start: a window of Electron where its program is there or can be had, else the browser shell, which needs only a browser.
// --browser asks for the latter; so do the options that only it has.

const root = join(import.meta.dirname, '..')
const arguments_ = process.argv.slice(2)
const browserOnly = ['--browser', '--no-window', '--port', '--help', '-h']
const wantsBrowser = arguments_.some((argument) =>
  browserOnly.some((option) => argument === option || argument.startsWith(`${option}=`)),
)
const hasDisplay = process.platform !== 'linux' || Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY'])

function run(command: string, ...commandArguments: string[]): Promise<number> {
  const child = spawn(command, commandArguments, { stdio: 'inherit', cwd: root })
  // The program ends in its own order; what started it waits for that.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => resolve(code ?? 1))
  })
}

async function electronProgram(): Promise<string | null> {
  if (wantsBrowser) return null
  const found = hasDisplay
    ? await findElectron({ packageFolder: join(root, 'node_modules', 'electron') })
    : { reason: '这里没有图形界面' }
  if ('program' in found) return found.program
  console.error(`改用浏览器窗口：${found.reason}。`)
  return null
}

const program = await electronProgram()
if (program !== null) {
  // Chromium refuses to start as root with its sandbox; everyone else keeps it.
  const isRoot = process.getuid?.() === 0
  process.exitCode = await run(program, root, ...(isRoot ? ['--no-sandbox'] : []), ...arguments_)
} else {
  await run(process.execPath, join(root, 'scripts', 'ensure-browser.ts'))
  process.exitCode = await run(
    process.execPath,
    join(root, 'dist', 'main', 'browser.js'),
    ...arguments_.filter((argument) => argument !== '--browser'),
  )
}
