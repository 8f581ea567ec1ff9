import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { npmRun } from './npm-run.ts'

// Everything that must hold before a change lands. All steps run, also after one has failed, so that one run tells all
// there is to mend; a failed check counts as one failed test. The last line is read by machines.

interface VitestReport {
  readonly success: boolean
  readonly numPassedTests: number
  readonly numFailedTests: number
}

const folder = mkdtempSync(join(tmpdir(), 'branch-handbook-tests-'))
const reportFile = join(folder, 'report.json')

function readReport(): VitestReport {
  try {
    return JSON.parse(readFileSync(reportFile, 'utf8')) as VitestReport
  } catch {
    return { success: false, numPassedTests: 0, numFailedTests: 0 }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const checks = ['ensure:tests', 'check:types', 'check:lint', 'check:format', 'check:lock', 'build']
const failedChecks = checks.filter((check) => {
  console.log(`\n> ${check}`)
  return !npmRun(check)
})
console.log('\n> test:unit')
const isGreen = npmRun('test:unit', ['--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`])
const report = readReport()
// A file that cannot even be loaded has no test that could fail.
const failedTests = isGreen && report.success ? 0 : Math.max(1, report.numFailedTests)

console.log('')
for (const check of failedChecks) console.log(`failed check: ${check}`)
const failed = failedTests + failedChecks.length
console.log(`${report.numPassedTests} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1
