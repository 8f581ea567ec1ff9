import { parseArgs } from 'node:util'
import { npmRun } from './npm-run.ts'

// More mutations of packs than the tests try: npm run mutations -- --count 200000 --seed 7

const { values } = parseArgs({ options: { count: { type: 'string', default: '100000' }, seed: { type: 'string' } } })
if (!/^[1-9]\d{3,8}$/.test(values.count)) throw new Error('--count takes a number from 1000 on')
if (values.seed !== undefined && !/^\d{1,9}$/.test(values.seed)) throw new Error('--seed takes a whole number')
process.env['MUTATIONS'] = values.count
if (values.seed !== undefined) process.env['MUTATION_SEED'] = values.seed
process.exitCode = npmRun('test:unit', ['tests/packs/mutations.test.ts', 'tests/packs/zip-mutations.test.ts', '--testTimeout=0'])
  ? 0
  : 1
