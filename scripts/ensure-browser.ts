import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { findBrowser } from '../main/platform/browser-finder.ts'

// Finds a browser of the Chromium family, or installs one where that is possible without asking: as root on a Debian-like
// system. With --tests also what the tests read PDF with, and a compiler for the disk that fails. Without --tests a missing
// browser is only said: the program runs without, and prints its address.

const isForTests = process.argv.includes('--tests')

const succeeds = (command: string, ...arguments_: string[]) => spawnSync(command, arguments_, { stdio: 'ignore' }).status === 0

function hasChineseFont(): boolean {
  const { status, stdout } = spawnSync('fc-list', [':lang=zh-cn', 'family'], { encoding: 'utf8' })
  return status === 0 && stdout.trim() !== ''
}

/** Debian packages of what is missing here. */
function missingPackages(): string[] {
  if (process.platform !== 'linux') return findBrowser() ? [] : ['chromium']
  const hasBrowser = findBrowser() !== null
  return [
    ...(hasBrowser ? [] : ['chromium']),
    ...((isForTests || !hasBrowser) && !hasChineseFont() ? ['fonts-noto-cjk'] : []),
    ...(isForTests && !(succeeds('pdftotext', '-v') && succeeds('pdftoppm', '-v')) ? ['poppler-utils'] : []),
  ]
}

/** An office program that opens what the tests write; without it those few tests are skipped. */
const office =
  isForTests && process.platform === 'linux' && !succeeds('soffice', '--version')
    ? ['libreoffice-writer-nogui', 'libreoffice-calc-nogui']
    : []

/** A compiler of C for the disk that fails (tests/faults); without it those few tests are skipped. */
const compiler = isForTests && process.platform === 'linux' && !succeeds('cc', '--version') ? ['gcc', 'libc6-dev'] : []

function aptGet(...arguments_: string[]): boolean {
  const { status } = spawnSync('apt-get', ['-o', 'DPkg::Lock::Timeout=300', '-q', '-y', ...arguments_], {
    stdio: ['ignore', 2, 2],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
  return status === 0
}

let missing = missingPackages()
const wanted = [...missing, ...office, ...compiler]
if (wanted.length > 0 && process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
  console.error(`正在安装 ${wanted.join(' ')} ……`)
  // One mirror that does not answer fails the update; what is known already may still be enough.
  aptGet('update')
  for (const packages of [missing, office, compiler])
    if (packages.length > 0) aptGet('install', '--no-install-recommends', ...packages)
  missing = missingPackages()
}
if (missing.length > 0) {
  console.error(
    process.platform === 'linux'
      ? `请安装：sudo apt-get install -y --no-install-recommends ${missing.join(' ')}（Chrome 或 Edge 也可以代替 chromium）`
      : '请安装 Chrome、Edge 或 Chromium 浏览器。',
  )
  if (isForTests) process.exitCode = 1
}
