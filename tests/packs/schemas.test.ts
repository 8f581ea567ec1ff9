import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, test } from 'vitest'
import { inProcessClient } from '#main/shells/in-process.ts'
import type { ExportEvent, PackResult } from '#shared/packs/schema.ts'
import { temporaryFolder } from '../helpers/ledger.ts'
import { sampleBranch } from '../helpers/sample-branch.ts'
import { listFiles } from './bags.ts'

const schemas = join(import.meta.dirname, '../../docs/schemas/records')

async function resultOf(events: AsyncIterable<ExportEvent>): Promise<PackResult> {
  for await (const event of events) if (event.type === 'result') return event.result
  throw new Error('no result')
}

/** The documented schema of a file of records, for another program's eyes. */
function validatorOf(file: string) {
  const name = file.split('/')[0]?.replace('.jsonl', '') ?? ''
  const schema = JSON.parse(readFileSync(join(schemas, `${name}.schema.json`), 'utf8'))
  return new Ajv2020({ strict: false, validateFormats: false }).compile(schema)
}

test.each(['evidence', 'exchange'] as const)(
  'every line of an %s pack fits the documented schema of its file, and of no other',
  async (kind) => {
    const { core } = sampleBranch()
    const client = inProcessClient(core)
    const { id } = await client.activities.save({
      date: '2025-03-28',
      state: 'signed',
      parts: [
        {
          purpose: 'generalMeeting',
          title: '2025年第一季度支部党员大会',
          agenda: [{ title: '学习文件', content: [{ kind: 'text', text: '集体学习。' }] }],
          resolutions: [{ text: '按期完成', owner: '孙八', dueOn: '2025-12-01' }],
        },
      ],
    })
    expect(id).toBeTruthy()
    const targetId = core.targets.admit(temporaryFolder())
    const { path } = await resultOf(await client.packs.export({ year: 2025, kind, targetId, confirmed: true }))
    const files = listFiles(join(path, 'data/records')).filter((file) => file.endsWith('.jsonl'))
    let lines = 0
    for (const file of files) {
      const own = validatorOf(file)
      const other = validatorOf(file === 'persons.jsonl' ? 'groups.jsonl' : 'persons.jsonl')
      for (const line of readFileSync(join(path, 'data/records', file), 'utf8')
        .split('\n')
        .filter(Boolean)) {
        lines += 1
        expect(own(JSON.parse(line)), `${file}: ${line} ${JSON.stringify(own.errors)}`).toBe(true)
        expect(other(JSON.parse(line)), `${file}: ${line}`).toBe(false)
      }
    }
    expect(lines).toBeGreaterThan(30)
  },
)
