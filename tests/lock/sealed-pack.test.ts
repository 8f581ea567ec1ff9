import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Decrypter } from 'age-encryption'
import { describe, expect, test } from 'vitest'
import { createBranch } from '#main/branch/service.ts'
import type { Core } from '#main/core.ts'
import { inProcessClient } from '#main/shells/in-process.ts'
import { dumpLedger, openTestLedger, temporaryFolder, testCore } from '../helpers/ledger.ts'
import { fillSecrets, foundSecrets, passphrase, secrets, textOfAttachment } from './secrets.ts'

const packPassphrase = '移交 only once 9'

async function resultOf<T>(steps: AsyncIterable<{ type: 'progress' } | { type: 'result'; result: T }>): Promise<T> {
  for await (const step of steps) if (step.type === 'result') return step.result
  throw new Error('no result')
}

async function exported(options: { locks?: boolean; passphrase?: string } = {}) {
  const { core } = openTestLedger()
  const secretive = await fillSecrets(core)
  if (options.locks) await secretive.client.lock.set({ passphrase })
  const folder = temporaryFolder()
  const { path } = await resultOf(
    await secretive.client.packs.export({
      year: 2025,
      kind: 'exchange',
      targetId: core.targets.admit(folder),
      confirmed: true,
      ...(options.passphrase === undefined ? {} : { passphrase: options.passphrase }),
    }),
  )
  return { path, ...secretive }
}

function emptyLedger(): Core {
  const core = testCore()
  createBranch(core.session.create(), '新电脑', false)
  return core
}

describe('an exchange pack', () => {
  test('without a passphrase has nothing that is sealed, says so, and is taken in with all the rest', async () => {
    const { path, personId, talkId } = await exported({ locks: true })
    expect(foundSecrets(path)).toEqual([])
    expect(readdirSync(join(path, 'data'))).not.toContain('sealed')
    const core = emptyLedger()
    const client = inProcessClient(core)
    const targetId = core.targets.admit(path)
    const preview = await resultOf(await client.packs.previewImport({ targetId }))
    expect(preview.sealed).toBe('none')
    expect(preview.notes.join()).toContain('不在材料包里')
    await resultOf(await client.packs.import({ targetId }))
    expect((await client.members.get({ id: personId })).masked.idNumber).toBe('')
    expect(await client.dossier.get({ id: talkId })).toMatchObject({ hasSealed: false, attachments: [] })
  })

  test('with one brings everything into another ledger, encrypted on the way and, where it has a passphrase, there', async () => {
    const { path, personId, talkId, attachmentId } = await exported({ locks: true, passphrase: packPassphrase })
    expect(foundSecrets(path)).toEqual([])
    for (const locks of [false, true]) {
      const core = emptyLedger()
      const client = inProcessClient(core)
      if (locks) await client.lock.set({ passphrase })
      const targetId = core.targets.admit(path)
      expect((await resultOf(await client.packs.previewImport({ targetId }))).sealed).toBe('closed')
      expect((await resultOf(await client.packs.previewImport({ targetId, passphrase: packPassphrase }))).sealed).toBe('open')
      const result = await resultOf(await client.packs.import({ targetId, passphrase: packPassphrase }))
      expect(result.notes.join()).toContain('不公开的内容：新增 3 项')
      const { idNumber, mobile, phone, address } = secrets
      expect(await client.members.unmask({ id: personId })).toEqual({ idNumber, mobile, phone, address })
      expect(await client.dossier.unseal({ id: talkId })).toEqual({ points: secrets.talk })
      expect((await client.dossier.get({ id: talkId })).attachments).toMatchObject([{ id: attachmentId, isSealed: true }])
      expect(await textOfAttachment(core, attachmentId)).toBe(secrets.file.repeat(20_000))
      if (locks) expect(foundSecrets(core.session.directory)).toEqual([])
      // The same pack again adds nothing.
      const again = await resultOf(await client.packs.import({ targetId, passphrase: packPassphrase }))
      expect(again.notes.join()).toContain('新增 0 项')
    }
  })

  test('a wrong passphrase is told, and nothing has been loaded', async () => {
    const { path } = await exported({ passphrase: packPassphrase })
    const core = emptyLedger()
    const client = inProcessClient(core)
    const targetId = core.targets.admit(path)
    const before = dumpLedger(core.session.require())
    await expect(resultOf(await client.packs.previewImport({ targetId, passphrase: 'something else' }))).rejects.toMatchObject({
      code: 'PACK_PASSPHRASE_WRONG',
    })
    await expect(resultOf(await client.packs.import({ targetId, passphrase: 'something else' }))).rejects.toMatchObject({
      code: 'PACK_PASSPHRASE_WRONG',
    })
    expect(dumpLedger(core.session.require())).toEqual(before)
  })

  test('its sealed part is an age file that any program for age opens', async () => {
    const { path } = await exported({ passphrase: packPassphrase })
    const decrypter = new Decrypter()
    decrypter.addPassphrase(packPassphrase)
    const text = await decrypter.decrypt(readFileSync(join(path, 'data/sealed/sealed.jsonl.age')), 'text')
    const kinds = text
      .trimEnd()
      .split('\n')
      .map((line) => (JSON.parse(line) as { kind: string }).kind)
    expect(kinds).toEqual(['key', 'person', 'text', 'attachment'])
  })

  test('what is different here stays as it is here', async () => {
    const { path, client, talkId, personId } = await exported({ passphrase: packPassphrase })
    const core = emptyLedger()
    const there = inProcessClient(core)
    const targetId = core.targets.admit(path)
    await resultOf(await there.packs.import({ targetId, passphrase: packPassphrase }))
    await there.members.save({
      id: personId,
      person: { name: '柳青青', declaredCategory: 'formalMember', joinedOn: '1998-06-20' },
      sealed: { mobile: '13911112222', phone: '' },
    })
    const result = await resultOf(await there.packs.import({ targetId, passphrase: packPassphrase }))
    expect(result.notes.join()).toContain('新增 1 项，与本机不同、保持本机的 1 项')
    expect(await there.members.unmask({ id: personId })).toMatchObject({ mobile: '13911112222', phone: secrets.phone })
    expect(await client.dossier.unseal({ id: talkId })).toEqual({ points: secrets.talk })
  })
})
