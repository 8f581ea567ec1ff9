import { globSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { installedElectron } from './find-electron.ts'

export type TargetPlatform = 'win32' | 'linux' | 'darwin'

/** One package to make: its zip of Electron is needed. */
export interface DistTarget {
  readonly platform: TargetPlatform
  readonly arch: 'x64' | 'arm64'
}

const platformOption: Record<string, TargetPlatform> = {
  '--win': 'win32',
  '--windows': 'win32',
  '-w': 'win32',
  '--linux': 'linux',
  '-l': 'linux',
  '--mac': 'darwin',
  '-m': 'darwin',
}

/** What `electron-builder` would make for these arguments: the named platforms or this one, for x64 and arm64 unless named. */
export function targetsOf(argv: readonly string[], host: NodeJS.Platform): DistTarget[] {
  const named = [...new Set(argv.flatMap((argument) => platformOption[argument] ?? []))]
  const own: TargetPlatform = host === 'win32' || host === 'darwin' ? host : 'linux'
  const archs = (['x64', 'arm64'] as const).filter((arch) => argv.includes(`--${arch}`))
  return (named.length > 0 ? named : [own]).flatMap((platform) =>
    (archs.length > 0 ? archs : (['x64', 'arm64'] as const)).map((arch) => ({ platform, arch })),
  )
}

/** Name of the archive that a target is made from. */
export const zipName = (version: string, { platform, arch }: DistTarget) => `electron-v${version}-${platform}-${arch}.zip`

/** Where downloads of Electron are kept (@electron/get), by the system's habit. */
export function cacheFolder(environment: NodeJS.ProcessEnv, platform: NodeJS.Platform, home: string = homedir()): string {
  const own = environment['electron_config_cache']
  if (own) return own
  if (platform === 'win32') return join(environment['LOCALAPPDATA'] ?? join(home, 'AppData', 'Local'), 'electron', 'Cache')
  if (platform === 'darwin') return join(home, 'Library', 'Caches', 'electron')
  return join(environment['XDG_CACHE_HOME'] || join(home, '.cache'), 'electron')
}

export interface DistSources {
  readonly version: string
  readonly packageFolder: string
  readonly environment: NodeJS.ProcessEnv
  readonly host: NodeJS.Platform
  readonly hostArch: string
}

/** How the builder gets at Electron: a folder for all targets, archives it has, or an address it was told. */
export type DistPlan = { readonly electronDist: string | null } | { readonly missing: readonly string[] }

/** Says before the builder starts whether it can end: without the net it tries for most of a minute and names an address only. */
export function planDist(targets: readonly DistTarget[], sources: DistSources): DistPlan {
  const { version, packageFolder, environment, host, hostArch } = sources
  const override = environment['ELECTRON_OVERRIDE_DIST_PATH']
  if (override)
    return statSync(override, { throwIfNoEntry: false })?.isDirectory() ? { electronDist: override } : { missing: [override] }
  const isOwn = targets.every((target) => target.platform === host && target.arch === hostArch)
  const installed = isOwn ? installedElectron({ packageFolder, environment: {}, platform: host, arch: hostArch }) : null
  if (installed && 'program' in installed) return { electronDist: join(packageFolder, 'dist') }
  // Whoever names a mirror has said where it is to come from.
  if (environment['ELECTRON_MIRROR']) return { electronDist: null }
  const cache = cacheFolder(environment, host)
  const missing = targets
    .map((target) => zipName(version, target))
    .filter((name) => globSync(`**/${name}`, { cwd: cache }).length === 0)
  return missing.length === 0 ? { electronDist: null } : { missing }
}
