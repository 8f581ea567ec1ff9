import { globSync, statSync } from 'node:fs'
import { npmRun } from './npm-run.ts'

// Builds when a source is newer than what was built from it. Says so on standard error: the standard output belongs to
// the command that follows.

const root = `${import.meta.dirname}/..`

const modified = (file: string) => statSync(`${root}/${file}`, { throwIfNoEntry: false })?.mtimeMs ?? 0

const built = ['dist/main/browser.js', 'dist/main/cli.js', 'dist/preload/preload.cjs', 'dist/renderer/index.html']
const sources = [
  ...globSync('{shared,main,renderer,resources}/**/*', { cwd: root }),
  'package.json',
  'package-lock.json',
  'vite.config.ts',
]
const oldest = Math.min(...built.map(modified))
if (sources.some((file) => modified(file) > oldest)) {
  console.error('正在构建 ……')
  if (!npmRun('build', [], 'quiet')) {
    console.error('构建没有成功，请看上面的信息。')
    process.exitCode = 1
  }
}
