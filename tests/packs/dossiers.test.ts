import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { inProcessClient } from '#main/shells/in-process.ts'
import { openTestLedger, temporaryFolder } from '../helpers/ledger.ts'
import { sampleBranch } from '../helpers/sample-branch.ts'

type Client = ReturnType<typeof inProcessClient>

async function resultOf<T>(events: AsyncIterable<{ type: 'progress' } | { type: 'result'; result: T }>): Promise<T> {
  for await (const event of events) if (event.type === 'result') return event.result
  throw new Error('no result')
}

/** A year with a plan and an honour, packed as asked for. */
async function packed(kind: 'evidence' | 'exchange') {
  const branch = sampleBranch()
  const client: Client = inProcessClient(branch.core)
  const source = join(temporaryFolder(), '证书.png')
  writeFileSync(source, 'scan')
  const file = await client.attachments.add({ file: branch.core.staging.fromPath(source).token })
  const plan = await client.dossier.save({
    kind: 'taskList',
    date: '2025-01-10',
    title: '2025年任务清单',
    content: { tasks: [{ task: '按月召开支部委员会会议', owner: '李四', due: '2025-12-31' }] },
  })
  const honour = await client.dossier.save({
    kind: 'honour',
    date: '2025-07-01',
    title: '先进党支部',
    content: { level: 'department', awardedTo: 'branch' },
    attachmentIds: [file.id],
  })
  const folder = temporaryFolder()
  const targetId = branch.core.targets.admit(folder)
  const result = await resultOf(await client.packs.export({ year: 2025, kind, targetId, confirmed: true }))
  return { branch, client, root: result.path, plan, honour }
}

describe('dated records in a pack', () => {
  test('an evidence pack has a paper, the files and a line of each', async () => {
    const { root, plan } = await packed('evidence')
    const folders = readdirSync(join(root, 'data')).filter((name) => /任务清单|评先评优/.test(name))
    expect(folders).toHaveLength(2)
    const files = folders.flatMap((name) => readdirSync(join(root, 'data', name)))
    expect(files.some((name) => name.includes('2025年任务清单') && name.endsWith('.docx'))).toBe(true)
    expect(files.some((name) => name.includes('证书') && name.endsWith('.png'))).toBe(true)
    const html = readFileSync(join(root, 'data/00_请先打开_目录.html'), 'utf8')
    expect(html).toContain(plan.recordNumber)
    const lines = readFileSync(join(root, 'data/records/dossiers.jsonl'), 'utf8').trim().split('\n')
    expect(lines).toHaveLength(2)
  })

  test('an exchange pack brings them into an empty ledger as they were', async () => {
    const { root, honour, client } = await packed('exchange')
    const empty = openTestLedger()
    const there = inProcessClient(empty.core)
    expect(await resultOf(await there.packs.import({ targetId: empty.core.targets.admit(root) }))).toMatchObject({ changed: 0 })
    const found = await there.dossier.get({ id: honour.id })
    expect(found).toEqual(await client.dossier.get({ id: honour.id }))
  })
})
