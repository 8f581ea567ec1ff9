import { parseArgs } from 'node:util'
import { npmRun } from './npm-run.ts'

// More rounds of the tests that kill the program, and every call of those that fail or are recorded: npm run faults -- --rounds 1000

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '500' } } })
const rounds = Number(values.rounds)
if (!Number.isInteger(rounds) || rounds < 7) throw new Error('--rounds takes a number from 7 on')
process.env['FAULT_ROUNDS'] = String(rounds)
process.env['FAULT_STRIDE'] ??= '1'
process.exitCode = npmRun('test:unit', ['tests/faults']) ? 0 : 1
