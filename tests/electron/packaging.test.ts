import { existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { extractAll, listPackage } from '@electron/asar'
import { Ajv } from 'ajv'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { launchTestBrowser, makePlace } from '../helpers/browser-app.ts'
import { launchElectronShell } from './level2/launch.ts'
import { type Packed, type PackedPlatform, packStub } from './pack-stub.ts'

const root = resolve(import.meta.dirname, '../..')
const builderRequire = createRequire(createRequire(import.meta.url).resolve('electron-builder/package.json'))

interface BuilderConfiguration {
  readonly win: { readonly target: unknown }
  readonly linux: { readonly target: unknown }
  readonly nsis: Record<string, unknown>
  readonly asar: unknown
}

const readConfiguration = (): BuilderConfiguration => {
  const yaml = builderRequire('js-yaml') as { load(text: string): BuilderConfiguration }
  return yaml.load(readFileSync(join(root, 'electron-builder.yml'), 'utf8'))
}

describe('electron-builder.yml', () => {
  it('fits the schema of the builder that is installed', () => {
    const schema = JSON.parse(readFileSync(join(root, 'node_modules/app-builder-lib/scheme.json'), 'utf8')) as object
    const validate = new Ajv({ strict: false, allErrors: true }).compile(schema)
    validate(readConfiguration())
    expect(validate.errors ?? []).toEqual([])
  })

  it('makes what was promised: per user and portable on Windows, deb and AppImage on Linux, each for x64 and arm64', () => {
    const { win, linux, nsis } = readConfiguration()
    const both = (target: string) => ({ target, arch: ['x64', 'arm64'] })
    expect(win.target).toEqual([both('nsis'), both('portable')])
    expect(linux.target).toEqual([both('deb'), both('AppImage')])
    expect(nsis).toMatchObject({ perMachine: false, allowElevation: false, deleteAppDataOnUninstall: false })
  })

  it('has icons of every size, which are ours', () => {
    const sizes = (name: string) => readFileSync(join(root, 'resources/icons', name))
    for (const size of [16, 32, 48, 64, 128, 256, 512]) {
      const png = sizes(`${size}x${size}.png`)
      expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([size, size])
    }
    const ico = sizes('icon.ico')
    expect(ico.subarray(0, 4)).toEqual(Buffer.from([0, 0, 1, 0]))
    for (let at = 0; at < ico.readUInt16LE(4); at++) {
      const [octets, offset] = [ico.readUInt32LE(6 + 16 * at + 8), ico.readUInt32LE(6 + 16 * at + 12)]
      expect(ico.subarray(offset, offset + 4).toString('latin1')).toBe('\x89PNG')
      expect(offset + octets).toBeLessThanOrEqual(ico.length)
    }
    const icns = sizes('icon.icns')
    expect(icns.subarray(0, 4).toString()).toBe('icns')
    expect(icns.readUInt32BE(4)).toBe(icns.length)
  })
})

const fuseNames = [
  'runAsNode',
  'enableCookieEncryption',
  'enableNodeOptionsEnvironmentVariable',
  'enableNodeCliInspectArguments',
  'enableEmbeddedAsarIntegrityValidation',
  'onlyLoadAppFromAsar',
  'loadBrowserProcessSpecificV8Snapshot',
  'grantFileProtocolExtraPrivileges',
]

/** States of the fuses as they stand in a program. */
function fusesOf(program: string): Record<string, boolean> {
  const content = readFileSync(program)
  const at = content.indexOf('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX') + 34
  return Object.fromEntries(fuseNames.map((name, index) => [name, content[at + index] === 0x31]))
}

describe.each([
  ['linux', 'x64', 'linux-x64.node'],
  ['linux', 'arm64', 'linux-arm64.node'],
  ['win', 'x64', 'win32-x64.node'],
] as const)('a dry run for %s %s', (platform: PackedPlatform, arch, binary) => {
  let folder = ''
  let packed: Packed
  let files: string[] = []
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'branch-handbook-pack-'))
    packed = await packStub(folder, platform, arch)
    files = listPackage(packed.asar, { isPack: false }).map((file) => file.replaceAll('\\', '/'))
  }, 300_000)
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('has the program and its libraries in an asar below 15 MB', () => {
    for (const file of ['/package.json', '/dist/main/electron.js', '/dist/preload/preload.cjs', '/dist/renderer/index.html']) {
      expect(files).toContain(file)
    }
    for (const library of ['@orpc/server', 'better-sqlite3', 'docx', 'mammoth', 'pinyin-pro', 'zod'])
      expect(files).toContain(`/node_modules/${library}`)
    expect(statSync(packed.asar).size).toBeLessThan(15_000_000)
  })

  it.each([
    ['sources', /^\/(main|shared|renderer|tests|scripts|docs|resources)\//],
    ['other shells', /^\/dist\/main\/(browser|cli)\.js$/],
    ['fonts', /\.woff2?$|^\/dist\/fonts/],
    ['a Node of its own', /^\/node_modules\/node-(linux|win|darwin)-/],
    ['the means to drive a browser', /^\/node_modules\/playwright-core/],
    [
      'libraries of the page, which are built into it',
      /^\/node_modules\/(react|react-dom|antd|echarts|wouter|zustand|@ant-design|@tanstack)(\/|$)/,
    ],
    ['tools of development', /^\/node_modules\/(electron|vite|vitest|typescript|oxlint|@biomejs|fast-check|axe-core)(\/|$)/],
    ['sources of SQLite', /better-sqlite3\/(deps|src)/],
    ['types and maps', /\.(d\.[mc]?ts|map)$/],
    ['samples of tests', /^\/tests|\.xlsx$/],
  ])('has not %s', (_what, pattern) => {
    expect(files.filter((file) => pattern.test(file))).toEqual([])
  })

  it('has the native library of its target alone, as a file on the disk', () => {
    expect(files.filter((file) => file.endsWith('.node'))).toEqual([`/node_modules/better-sqlite3/prebuilds/${binary}`])
    const unpacked = join(packed.resources, 'app.asar.unpacked/node_modules/better-sqlite3/prebuilds')
    expect(readdirSync(unpacked)).toEqual([binary])
  })

  it('has tables, styles and fonts beside the asar', () => {
    for (const file of [
      'resources/rules.json',
      'resources/print/table.css',
      'resources/icons/icon.png',
      'fonts/noto-serif-sc/unicode.json',
      'fonts/noto-serif-sc/LICENSE',
    ]) {
      expect(existsSync(join(packed.resources, file)), file).toBe(true)
    }
    expect(readdirSync(join(packed.resources, 'fonts')).toSorted()).toEqual(['lxgw-wenkai', 'noto-sans-sc', 'noto-serif-sc'])
    expect(readdirSync(join(packed.folder, 'locales')).toSorted()).toEqual(['en-US.pak', 'zh-CN.pak'])
  })

  it('has its fuses set', () => {
    expect(fusesOf(packed.program)).toEqual({
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      loadBrowserProcessSpecificV8Snapshot: false,
      grantFileProtocolExtraPrivileges: false,
    })
  })

  if (platform !== process.platform || arch !== process.arch) return
  it('runs from what was packed: sample branch, preview, Word and PDF', async () => {
    // Node cannot read an asar: its content is put where the archive lies, everything beside it stays.
    const app = join(packed.resources, 'app')
    extractAll(packed.asar, app)
    renameSync(packed.asar, `${packed.asar}.away`)
    const browser = await launchTestBrowser()
    const place = makePlace()
    onTestFinished(async () => {
      await browser.close()
      place.remove()
    })
    const shell = await launchElectronShell(browser, place, join(app, 'dist'))
    onTestFinished(() => shell.kill())
    const { page } = shell
    await page.getByRole('button', { name: '用示例支部试一试' }).click()
    await page.getByRole('main').waitFor()
    await page.evaluate(() => {
      window.location.hash = '/activities'
    })
    await page
      .getByRole('main')
      .getByRole('link', { name: /党员大会/ })
      .first()
      .click()
    await page.getByRole('button', { name: '预览打印' }).click()
    await page.frameLocator('iframe').getByText('党员大会').first().waitFor()
    for (const button of ['存为 Word', '存为 PDF']) {
      const download = page.waitForEvent('download')
      await page.getByRole('button', { name: button }).click()
      const content = readFileSync(await (await download).path())
      expect(content.subarray(0, 4).toString('latin1')).toBe(button === '存为 PDF' ? '%PDF' : 'PK\x03\x04')
    }
    expect(shell.problems).toEqual([])
    expect(await shell.stop()).toBe(0)
  }, 180_000)
})
