import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

// Downloads Electron's program with the means of its own package (mirror, proxy, cache and checksums as documented there)
// and tells how far it is; the package's own script then unpacks it. Ended from outside when it takes too long.

interface Get {
  downloadArtifact(options: unknown): Promise<string>
}

const packageFolder = process.argv[2] ?? ''
const read = (name: string) => JSON.parse(readFileSync(join(packageFolder, name), 'utf8')) as unknown
const { version } = read('package.json') as { version: string }
const get = createRequire(join(packageFolder, 'package.json')).resolve('@electron/get')
const { downloadArtifact } = (await import(pathToFileURL(get).href)) as Get

const show = (text: string) => process.stderr.write(process.stderr.isTTY ? `\r${text}` : `${text}\n`)
let shown = -1
show(`正在下载 Electron ${version} ……`)
try {
  await downloadArtifact({
    version,
    artifactName: 'electron',
    checksums: read('checksums.json'),
    platform: process.platform,
    arch: process.arch,
    downloadOptions: {
      quiet: true,
      getProgressCallback: async ({ percent }: { percent: number }) => {
        process.send?.({ share: percent })
        const tens = Math.floor(percent * 10)
        if (tens <= shown) return
        shown = tens
        show(`正在下载 Electron ${version} …… ${tens * 10}%`)
      },
    },
  })
  if (process.stderr.isTTY) process.stderr.write('\n')
  const { status } = spawnSync(process.execPath, [join(packageFolder, 'install.js')], { stdio: ['ignore', 2, 2] })
  process.exit(status ?? 1)
} catch (error) {
  if (process.stderr.isTTY) process.stderr.write('\n')
  // The reason lies in the cause where the network is to blame.
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  const text = cause instanceof Error ? cause.message : String(cause)
  process.send?.({ failure: `下载没有成功（${text.split('\n')[0]?.slice(0, 160)}）` })
  process.exitCode = 1
  process.disconnect?.()
}
