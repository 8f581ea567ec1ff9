import { spawn } from 'node:child_process'
import { appendFileSync, copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '../..')

/** How a program that can be told by fuses says so: sentinel, version 1, number of fuses, their states (r: removed, 1: on, 0: off). */
const fuseWire = Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX\x01\x0801010101', 'latin1')

const programs = {
  linux: { name: 'electron', source: '' },
  // The builder reads the program of Windows as a PE file; this small one comes with its packages.
  win: { name: 'electron.exe', source: join(root, 'node_modules/electron-winstaller/vendor/rcedit.exe') },
} as const

export type PackedPlatform = keyof typeof programs

/** A folder that looks to the builder like an unpacked Electron. */
function stubDistribution(folder: string, platform: PackedPlatform): string {
  const { name, source } = programs[platform]
  mkdirSync(join(folder, 'locales'), { recursive: true })
  for (const locale of ['zh-CN', 'en-US', 'de']) writeFileSync(join(folder, 'locales', `${locale}.pak`), '')
  const { version } = JSON.parse(readFileSync(join(root, 'node_modules/electron/package.json'), 'utf8')) as { version: string }
  writeFileSync(join(folder, 'version'), `v${version}`)
  const program = join(folder, name)
  if (platform === 'linux') writeFileSync(program, '\x7fELF', { mode: 0o755 })
  else copyFileSync(source, program)
  appendFileSync(program, fuseWire)
  return folder
}

export interface Packed {
  /** The unpacked program. */
  readonly folder: string
  readonly resources: string
  readonly asar: string
  readonly program: string
}

/** Packs the built program as a release would be, but for Electron itself. @throws Error with the builder's output */
export async function packStub(folder: string, platform: PackedPlatform, arch: 'x64' | 'arm64'): Promise<Packed> {
  const electronDist = stubDistribution(join(folder, 'electron'), platform)
  const output = join(folder, 'release')
  const child = spawn(
    process.execPath,
    [
      join(root, 'node_modules/electron-builder/cli.js'),
      `--${platform}`,
      '--dir',
      `--${arch}`,
      `-c.electronDist=${electronDist}`,
      `-c.directories.output=${output}`,
      ...(platform === 'win' ? ['-c.win.signAndEditExecutable=false'] : []),
    ],
    { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] },
  )
  let text = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (text += chunk.toString()))
  const code = await new Promise((done) => child.once('close', done))
  if (code !== 0) throw new Error(text)
  const unpacked = join(output, `${platform}${arch === 'x64' ? '' : `-${arch}`}-unpacked`)
  const resources = join(unpacked, 'resources')
  const program = join(unpacked, platform === 'win' ? 'branch-handbook.exe' : 'branch-handbook')
  return { folder: unpacked, resources, asar: join(resources, 'app.asar'), program }
}
