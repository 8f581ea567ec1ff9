import { accessSync, constants, statSync } from 'node:fs'
import { delimiter, join } from 'node:path'

export interface FoundBrowser {
  readonly path: string
  /** As users know it. */
  readonly name: string
}

/** Setting that names the browser to use, instead of looking for one. */
export const browserSetting = 'BRANCH_HANDBOOK_BROWSER'

interface Candidate {
  readonly name: string
  readonly paths: readonly string[]
}

// Programs by name on PATH, then where their packages put them: UOS and Kylin install under /opt/apps.
const linux: readonly Candidate[] = [
  { name: 'Chromium', paths: ['chromium', 'chromium-browser', '/usr/lib/chromium/chromium', '/snap/bin/chromium'] },
  { name: 'Chrome', paths: ['google-chrome-stable', 'google-chrome', '/opt/google/chrome/chrome'] },
  { name: 'Edge', paths: ['microsoft-edge-stable', 'microsoft-edge', '/opt/microsoft/msedge/msedge'] },
  {
    name: '统信浏览器',
    paths: [
      'uos-browser-stable',
      'uos-browser',
      '/opt/apps/org.deepin.browser/files/browser',
      '/opt/apps/com.uniontech.browser/files/uos-browser',
    ],
  },
  {
    name: '360安全浏览器',
    paths: [
      'browser360-cn',
      'browser360-cn-stable',
      '/opt/browser360/browser360-cn',
      '/opt/apps/com.360.browser-stable/files/com.360.browser-stable',
    ],
  },
  { name: 'Chromium', paths: ['chromium-headless-shell'] },
]

function windows(environment: NodeJS.ProcessEnv): readonly Candidate[] {
  const roots = ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].flatMap((key) => environment[key] ?? [])
  const inEach = (...segments: string[]) => roots.map((root) => join(root, ...segments))
  return [
    { name: 'Edge', paths: inEach('Microsoft', 'Edge', 'Application', 'msedge.exe') },
    { name: 'Chrome', paths: inEach('Google', 'Chrome', 'Application', 'chrome.exe') },
    { name: 'Chromium', paths: inEach('Chromium', 'Application', 'chrome.exe') },
    { name: '360安全浏览器', paths: inEach('360', '360se6', 'Application', '360se.exe') },
  ]
}

const mac: readonly Candidate[] = [
  { name: 'Chrome', paths: ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'] },
  { name: 'Edge', paths: ['/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge'] },
  { name: 'Chromium', paths: ['/Applications/Chromium.app/Contents/MacOS/Chromium'] },
]

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return statSync(path).isFile()
  } catch {
    return false
  }
}

function located(program: string, environment: NodeJS.ProcessEnv): string | null {
  if (/[\\/]/.test(program)) return isProgram(program) ? program : null
  for (const folder of (environment['PATH'] ?? '').split(delimiter)) {
    if (folder !== '' && isProgram(join(folder, program))) return join(folder, program)
  }
  return null
}

/**
 * An installed browser of the Chromium family; null where there is none. The setting BRANCH_HANDBOOK_BROWSER comes first, and
 * when it names no program nothing else is tried: who sets it wants that one.
 */
export function findBrowser(
  environment: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
): FoundBrowser | null {
  const chosen = environment[browserSetting]
  if (chosen !== undefined && chosen !== '') {
    const path = located(chosen, environment)
    return path === null ? null : { path, name: 'Chromium' }
  }
  const candidates = platform === 'win32' ? windows(environment) : platform === 'darwin' ? mac : linux
  for (const { name, paths } of candidates) {
    for (const program of paths) {
      const path = located(program, environment)
      if (path !== null) return { path, name }
    }
  }
  return null
}
