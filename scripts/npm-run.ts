import { spawnSync } from 'node:child_process'

/**
 * Runs a script of package.json and answers whether it succeeded.
 *
 * @param output `quiet`: told on standard error, and only when the script fails
 */
export function npmRun(script: string, arguments_: readonly string[] = [], output: 'shown' | 'quiet' = 'shown'): boolean {
  const npm = process.env['npm_execpath']
  const [command, first] = npm ? [process.execPath, [npm]] : ['npm', []]
  const stream = output === 'shown' ? 'inherit' : 'pipe'
  const result = spawnSync(command, [...first, 'run', '--silent', script, '--', ...arguments_], {
    stdio: ['ignore', stream, stream],
    encoding: 'utf8',
    maxBuffer: 64 * 1024 ** 2,
    shell: !npm && process.platform === 'win32',
  })
  if (output === 'quiet' && result.status !== 0) process.stderr.write(`${result.stdout ?? ''}${result.stderr ?? ''}`)
  return result.status === 0
}
