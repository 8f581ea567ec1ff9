import { execFileSync } from 'node:child_process'
import { join } from 'node:path'

/** Whether the libraries that stand in front of the C library can be made here; elsewhere their tests are left out. */
export const hasCompiler = (() => {
  try {
    execFileSync('cc', ['--version'], { stdio: 'ignore' })
    return process.platform === 'linux'
  } catch {
    return false
  }
})()

/** Compiles `<name>.c` into `folder`; answers the library's path, for LD_PRELOAD. */
export function buildLibrary(name: string, folder: string): string {
  const library = join(folder, `${name}.so`)
  execFileSync('cc', ['-shared', '-fPIC', '-O1', '-o', library, join(import.meta.dirname, `${name}.c`), '-ldl', '-lpthread'])
  return library
}
