import { spawnSync } from 'node:child_process'

/** Runs a script of package.json and answers whether it succeeded. `toStderr`: its output is not part of ours. */
export function npmRun(script: string, arguments_: readonly string[] = [], toStderr = false): boolean {
  const npm = process.env['npm_execpath']
  const [command, first] = npm ? [process.execPath, [npm]] : ['npm', []]
  const { status } = spawnSync(command, [...first, 'run', '--silent', script, '--', ...arguments_], {
    stdio: ['ignore', toStderr ? 2 : 'inherit', 'inherit'],
    shell: !npm && process.platform === 'win32',
  })
  return status === 0
}
