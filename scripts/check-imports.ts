import { globSync, readFileSync } from 'node:fs'
import { importProblem, importsOf } from './import-rules.ts'

const root = `${import.meta.dirname}/..`
const files = globSync('{shared,main,renderer}/**/*.{ts,tsx}', { cwd: root })
  .map((file) => file.replaceAll('\\', '/'))
  .toSorted()
const problems = files.flatMap((file) =>
  importsOf(readFileSync(`${root}/${file}`, 'utf8')).flatMap((specifier) => {
    const problem = importProblem(file, specifier)
    return problem === null ? [] : [`${file}: "${specifier}": ${problem}`]
  }),
)
for (const problem of problems) console.error(problem)
console.log(`imports: ${files.length} files, ${problems.length} problems`)
process.exitCode = problems.length === 0 ? 0 : 1
