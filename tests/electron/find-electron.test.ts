import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join, resolve } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { cacheFolder, planDist, targetsOf } from '../../scripts/dist-rules.ts'
import { type FindOptions, findElectron, programName } from '../../scripts/find-electron.ts'
import { temporaryFolder } from '../helpers/ledger.ts'

/** The package as npm installs it: no program, no path.txt. */
function installedPackage(): FindOptions & { readonly packageFolder: string } {
  const folder = temporaryFolder()
  const packageFolder = join(folder, 'electron')
  mkdirSync(packageFolder)
  writeFileSync(join(packageFolder, 'package.json'), JSON.stringify({ name: 'electron', version: '45.4.1' }))
  writeFileSync(join(packageFolder, 'checksums.json'), JSON.stringify({ 'electron-v45.4.1-linux-x64.zip': 'aa' }))
  const fetch = vi.fn(async () => '下载没有成功')
  return {
    packageFolder,
    environment: {},
    platform: 'linux',
    arch: 'x64',
    memoryFile: join(folder, 'try.json'),
    now: () => 1_000,
    fetch,
  }
}

function unpack({ packageFolder }: { packageFolder: string }, version = '45.4.1') {
  mkdirSync(join(packageFolder, 'dist'), { recursive: true })
  writeFileSync(join(packageFolder, 'dist', 'version'), version)
  writeFileSync(join(packageFolder, 'dist', 'electron'), '')
}

describe('looking for Electron', () => {
  it('takes what is unpacked in the package, and fetches nothing', async () => {
    const options = installedPackage()
    unpack(options)
    expect(await findElectron(options)).toEqual({ program: join(options.packageFolder, 'dist', 'electron') })
    expect(options.fetch).not.toHaveBeenCalled()
  })

  it('takes the folder that ELECTRON_OVERRIDE_DIST_PATH names, or says that it is not one', async () => {
    const options = installedPackage()
    unpack(options)
    const folder = temporaryFolder()
    const environment = { ELECTRON_OVERRIDE_DIST_PATH: folder }
    expect(await findElectron({ ...options, environment })).toEqual({
      reason: `ELECTRON_OVERRIDE_DIST_PATH 指的文件夹里没有 electron：${folder}`,
    })
    writeFileSync(join(folder, 'electron'), '')
    expect(await findElectron({ ...options, environment })).toEqual({ program: join(folder, 'electron') })
    expect(options.fetch).not.toHaveBeenCalled()
  })

  it('fetches it when it is missing or of another version, and takes it then', async () => {
    const options = installedPackage()
    unpack(options, '44.0.0')
    const fetch = vi.fn(async () => {
      unpack(options)
      return null
    })
    expect(await findElectron({ ...options, fetch })).toEqual({ program: join(options.packageFolder, 'dist', 'electron') })
    expect(fetch).toHaveBeenCalledOnce()
  })

  it('does not try a vain download again for a day, unless another mirror is named', async () => {
    const options = installedPackage()
    expect(await findElectron(options)).toEqual({ reason: '本机没有 Electron，下载没有成功' })
    expect(await findElectron(options)).toEqual({ reason: '本机没有 Electron，一天内试过下载没有成功' })
    expect(options.fetch).toHaveBeenCalledTimes(1)
    await findElectron({ ...options, environment: { ELECTRON_MIRROR: 'http://mirror/' } })
    expect(options.fetch).toHaveBeenCalledTimes(2)
    await findElectron({ ...options, environment: { ELECTRON_MIRROR: 'http://mirror/' }, now: () => 1_000 + 25 * 3_600_000 })
    expect(options.fetch).toHaveBeenCalledTimes(3)
  })

  it.each([
    [{ platform: 'linux', arch: 'loong64' }, 'Electron 45.4.1 没有 linux loong64 的版本'],
    [{ environment: { ELECTRON_SKIP_BINARY_DOWNLOAD: '1' } }, '本机没有 Electron，ELECTRON_SKIP_BINARY_DOWNLOAD 又不许下载'],
    [{ packageFolder: '/nowhere' }, '没有安装 electron 包'],
  ] as const)('%j: %s', async (change, reason) => {
    const options = installedPackage()
    expect(await findElectron({ ...options, ...change })).toEqual({ reason })
    expect(options.fetch).not.toHaveBeenCalled()
  })

  it('says when what was fetched is not whole', async () => {
    expect(await findElectron({ ...installedPackage(), fetch: async () => null })).toEqual({ reason: '下载的 Electron 不完整' })
  })

  it.each([
    ['linux', 'electron'],
    ['win32', 'electron.exe'],
    ['darwin', 'Electron.app/Contents/MacOS/Electron'],
  ] as const)('knows the program of %s', (platform, name) => {
    expect(programName(platform)).toBe(name)
  })
})

describe('the download itself', () => {
  const real = resolve(import.meta.dirname, '../../node_modules/electron')
  const isUnpacked = existsSync(join(real, 'dist', 'version'))

  async function mirror(answer: Parameters<typeof createServer>[1]): Promise<string> {
    const server = createServer({}, answer)
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    onTestFinished(() => {
      server.closeAllConnections()
      server.close()
    })
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  }
  const tryMirror = (address: string) => {
    const folder = temporaryFolder()
    const environment = { ...process.env, ELECTRON_MIRROR: address, electron_config_cache: join(folder, 'cache') }
    return findElectron({ packageFolder: real, environment, memoryFile: join(folder, 'try.json'), limitMs: 3_000 })
  }

  it.skipIf(isUnpacked)('asks the mirror it was told, and takes nothing whose checksum is wrong', async () => {
    const asked: string[] = []
    const address = await mirror((request, response) => {
      asked.push(request.url ?? '')
      response.end('not electron')
    })
    expect(await tryMirror(address)).toMatchObject({ reason: expect.stringContaining('下载没有成功') })
    expect(asked[0]).toMatch(/^\/v?45\.4\.1\/electron-v45\.4\.1-\w+-\w+\.zip$/)
    expect(existsSync(join(real, 'dist'))).toBe(false)
  })

  it.skipIf(isUnpacked)('does not wait for a mirror that never answers', async () => {
    const address = await mirror(() => undefined)
    expect(await tryMirror(address)).toMatchObject({ reason: expect.stringMatching(/秒内没有下载完/) })
  })
})

describe('npm run dist', () => {
  it.each([
    [[], 'linux', 'linux x64, linux arm64'],
    [['--win', '--x64'], 'linux', 'win32 x64'],
    [['--win', '--linux', '--arm64', '--dir'], 'linux', 'win32 arm64, linux arm64'],
    [['-m'], 'win32', 'darwin x64, darwin arm64'],
    [[], 'win32', 'win32 x64, win32 arm64'],
  ] as const)('%j on %s makes %s', (argv, host, made) => {
    expect(
      targetsOf(argv, host)
        .map(({ platform, arch }) => `${platform} ${arch}`)
        .join(', '),
    ).toBe(made)
  })

  const sources = () => {
    const { packageFolder } = installedPackage()
    const cache = temporaryFolder()
    return {
      version: '45.4.1',
      packageFolder,
      environment: { electron_config_cache: cache } as NodeJS.ProcessEnv,
      host: 'linux',
      hostArch: 'x64',
      cache,
    } as const
  }

  it('names at once what is missing', () => {
    expect(planDist(targetsOf(['--win', '--linux'], 'linux'), sources())).toEqual({
      missing: [
        'electron-v45.4.1-win32-x64.zip',
        'electron-v45.4.1-win32-arm64.zip',
        'electron-v45.4.1-linux-x64.zip',
        'electron-v45.4.1-linux-arm64.zip',
      ],
    })
  })

  it('takes archives from the cache, a mirror, an unpacked folder or what is installed', () => {
    const own = [{ platform: 'linux', arch: 'x64' }] as const
    const cached = sources()
    mkdirSync(join(cached.cache, '0f0f'))
    writeFileSync(join(cached.cache, '0f0f', 'electron-v45.4.1-linux-x64.zip'), '')
    expect(planDist(own, cached)).toEqual({ electronDist: null })
    expect(planDist(own, { ...sources(), environment: { ELECTRON_MIRROR: 'http://mirror/' } })).toEqual({ electronDist: null })
    const folder = temporaryFolder()
    expect(planDist(own, { ...sources(), environment: { ELECTRON_OVERRIDE_DIST_PATH: folder } })).toEqual({ electronDist: folder })
    expect(planDist(own, { ...sources(), environment: { ELECTRON_OVERRIDE_DIST_PATH: join(folder, 'gone') } })).toEqual({
      missing: [join(folder, 'gone')],
    })
    const installed = sources()
    unpack(installed)
    expect(planDist(own, installed)).toEqual({ electronDist: join(installed.packageFolder, 'dist') })
    expect(planDist([{ platform: 'linux', arch: 'arm64' }], installed)).toEqual({ missing: ['electron-v45.4.1-linux-arm64.zip'] })
  })

  it('knows where downloads are kept', () => {
    expect(cacheFolder({}, 'linux', '/home/x')).toBe('/home/x/.cache/electron')
    expect(cacheFolder({ XDG_CACHE_HOME: '/c' }, 'linux', '/home/x')).toBe('/c/electron')
    expect(cacheFolder({}, 'darwin', '/Users/x')).toBe('/Users/x/Library/Caches/electron')
  })
})

describe('npm start', () => {
  const start = resolve(import.meta.dirname, '../../scripts/start.ts')

  it.skipIf(process.platform === 'win32')('opens the window of Electron with its own arguments, and ends as it ends', () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'electron'), '#!/bin/sh\necho "$@"\nexit 7\n', { mode: 0o755 })
    const environment = { ...process.env, ELECTRON_OVERRIDE_DIST_PATH: folder, DISPLAY: ':0' }
    const { status, stdout, stderr } = spawnSync(process.execPath, [start, '--ledger', '数据'], {
      env: environment,
      encoding: 'utf8',
    })
    const sandbox = process.getuid?.() === 0 ? ' --no-sandbox' : ''
    expect(stdout).toBe(`${resolve(start, '../..')}${sandbox} --ledger 数据\n`)
    expect({ status, stderr }).toEqual({ status: 7, stderr: '' })
  })

  it('says in one line why it opens the browser shell instead', () => {
    // The shell that is chosen then says what else is wrong, and ends.
    const environment = { ...process.env, ELECTRON_OVERRIDE_DIST_PATH: '/nowhere', DISPLAY: ':0' }
    const { stderr } = spawnSync(process.execPath, [start, '--ledger', ''], { env: environment, encoding: 'utf8' })
    expect(stderr.split('\n')[0]).toBe(
      `改用浏览器窗口：ELECTRON_OVERRIDE_DIST_PATH 指的文件夹里没有 ${programName(process.platform)}：/nowhere。`,
    )
    expect(stderr).toContain('--ledger 后面应写文件夹')
  })

  it('opens the browser shell for --browser without looking for Electron', () => {
    const environment = { ...process.env, ELECTRON_OVERRIDE_DIST_PATH: '/nowhere', DISPLAY: ':0' }
    const { stdout, stderr } = spawnSync(process.execPath, [start, '--browser', '--help'], { env: environment, encoding: 'utf8' })
    expect(stdout).toContain('npm start')
    expect(stderr).toBe('')
  })
})
