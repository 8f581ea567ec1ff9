import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { inProcessClient } from '#main/shells/in-process.ts'
import { openTestLedger, temporaryFolder, testClock, testCore } from '../helpers/ledger.ts'
import { fillSecrets, passphrase, secrets } from '../lock/secrets.ts'

const people = { from: '王一', to: '赵二', witness: '' }
const newPassphrase = '接手人的 passphrase 5'

async function resultOf<T>(steps: AsyncIterable<{ type: 'progress' } | { type: 'result'; result: T }>): Promise<T> {
  for await (const step of steps) if (step.type === 'result') return step.result
  throw new Error('no result')
}

test('everything goes to the new person, the list fits, and the old passphrase ends', async () => {
  const clock = testClock()
  const { core } = openTestLedger({ clock })
  const { client, talkId } = await fillSecrets(core)
  await client.lock.set({ passphrase })
  expect((await client.handover.view({})).state.step).toBe('prepare')
  await client.handover.begin(people)
  const stick = temporaryFolder()
  const { path } = await resultOf(await client.handover.copy({ targetId: core.targets.admit(stick) }))
  expect((await client.handover.view({})).state).toMatchObject({ step: 'open', copied: { path } })

  // The new person's computer: the copy goes on where the original stopped.
  clock.set('2026-01-12')
  const next = testCore({ directory: join(temporaryFolder(), '支部手册'), clock })
  const there = inProcessClient(next)
  await resultOf(await there.ledger.restore({ targetId: next.targets.admit(path) }))
  await there.lock.unlock({ passphrase })
  const view = await there.handover.view({})
  expect(view).toMatchObject({ differences: [], hasPassphrase: true, isPassphraseNew: false, state: { step: 'open', people } })
  expect(view.facts.lines.map(({ name, count, unit }) => `${name} ${count} ${unit}`)).toEqual([
    '党员（含已离开的） 1 人',
    '谈心谈话 1 条',
    '附件 1 个',
    '不公开的内容 1 条',
  ])
  await there.handover.advance({ from: 'open' })
  await there.handover.advance({ from: 'sign' })
  await expect(there.handover.advance({ from: 'passphrase' })).rejects.toMatchObject({ code: 'INPUT_INVALID' })
  await there.lock.set({ passphrase: newPassphrase, current: passphrase })
  expect(await there.handover.advance({ from: 'passphrase' })).toMatchObject({ state: { step: 'done' }, isPassphraseNew: true })
  await there.lock.lock({})
  await expect(there.lock.unlock({ passphrase })).rejects.toMatchObject({ code: 'PASSPHRASE_WRONG' })
  await there.lock.unlock({ passphrase: newPassphrase })
  expect(await there.dossier.unseal({ id: talkId })).toEqual({ points: secrets.talk })
})

test('what has changed since is named; a copy that failed leaves the step as it was', async () => {
  const { core } = openTestLedger()
  const { client, talkId } = await fillSecrets(core)
  await client.handover.begin(people)
  // A stick that is no folder any more.
  const file = join(temporaryFolder(), 'gone')
  writeFileSync(file, '')
  const gone = core.targets.admit(file)
  await expect(client.handover.copy({ targetId: gone }).then(resultOf)).rejects.toBeDefined()
  expect((await client.handover.view({})).state.step).toBe('copy')
  await resultOf(await client.handover.copy({ targetId: core.targets.admit(temporaryFolder()) }))
  await client.dossier.remove({ id: talkId })
  expect((await client.handover.view({})).differences).toEqual(['谈心谈话：移交时 1，现在 0', '回收站：移交时 0，现在 1'])
  await client.handover.cancel({})
  expect((await client.handover.view({})).state.step).toBe('prepare')
})

test('the list has the numbers, the head of the history and two lines to sign', async () => {
  const { core } = openTestLedger()
  const { client } = await fillSecrets(core)
  await client.handover.begin(people)
  const { token, fileName } = await client.handover.list({ format: 'html' })
  const html = Buffer.from(core.outbox.find(token).content).toString()
  expect(fileName).toContain('移交清单')
  for (const text of [
    '谈心谈话',
    '1 条',
    '移交人',
    '王一',
    '接收人',
    '赵二',
    core.session.require().history.head().hash.slice(0, 8),
  ])
    expect(html).toContain(text)
  expect(html).not.toContain(secrets.talk)
})
