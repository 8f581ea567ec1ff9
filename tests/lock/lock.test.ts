import { cpSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Core } from '#main/core.ts'
import { backupBefore } from '#main/ledger/backup/automatic.ts'
import { ringEntries } from '#main/ledger/backup/manifest.ts'
import { changeKeys } from '#main/lock/change-keys.ts'
import { lockWhenIdle } from '#main/lock/service.ts'
import { decryptText } from '#main/sealed/cipher.ts'
import { newLedgerKeys } from '#main/sealed/keys.ts'
import { makeSlot, openSlot, selectSlots } from '#main/sealed/slots.ts'
import { inProcessClient } from '#main/shells/in-process.ts'
import { handOutAttachment } from '#main/shells/web/handed-out.ts'
import { openTestLedger, temporaryFolder, testClock, testCore } from '../helpers/ledger.ts'
import { fillSecrets, foundSecrets, passphrase, secrets, textOfAttachment } from './secrets.ts'

const other = '另一个 passphrase 7'

/** The events of a long task until its result. */
async function resultOf<T>(steps: AsyncIterable<{ type: 'progress' } | { type: 'result'; result: T }>): Promise<T> {
  for await (const step of steps) if (step.type === 'result') return step.result
  throw new Error('no result')
}

async function checkText(core: Core): Promise<string[]> {
  const client = inProcessClient(core)
  const { findings } = await resultOf(await client.ledger.check({}))
  return findings.map(({ text }) => text)
}

describe('a ledger with a passphrase', () => {
  test('a copied folder shows nothing sealed: not the rows, files, drafts, free pages, nor backups', async () => {
    const { core, ledger } = openTestLedger()
    const { client } = await fillSecrets(core)
    expect(foundSecrets(ledger.directory).length).toBeGreaterThan(6)
    await client.lock.set({ passphrase })
    const outside = temporaryFolder()
    await resultOf(await client.ledger.backup({ targetId: core.targets.admit(outside) }))
    await client.lock.removeEarlierBackups({ ids: [] })
    const copy = join(temporaryFolder(), 'copy')
    cpSync(ledger.directory, copy, { recursive: true })
    expect(foundSecrets(copy)).toEqual([])
    expect(foundSecrets(outside)).toEqual([])
    expect(ledger.db.all("SELECT * FROM installation WHERE key = 'matching_key'")).toEqual([])
    expect(await checkText(core)).toEqual([])
  })

  test('opens again with the passphrase, and everything is as it was', async () => {
    const { core, ledger } = openTestLedger()
    const { client, personId, talkId, attachmentId } = await fillSecrets(core)
    await client.lock.set({ passphrase })
    core.session.close()
    const next = testCore({ directory: ledger.directory })
    expect(next.session.open().state).toBe('open')
    const again = inProcessClient(next)
    expect(await again.lock.status({})).toMatchObject({ isSet: true, isLocked: true })
    await expect(again.members.all({})).rejects.toMatchObject({ code: 'LEDGER_LOCKED' })
    expect(await again.lock.unlock({ passphrase })).toMatchObject({ isLocked: false })
    expect((await again.members.get({ id: personId })).masked.idNumber).toBe('350102********1234')
    expect(await again.dossier.unseal({ id: talkId })).toEqual({ points: secrets.talk })
    expect((await again.activities.drafts({}))[0]).toMatchObject({ title: secrets.draft })
    expect(await textOfAttachment(next, attachmentId)).toBe(secrets.file.repeat(20_000))
    // What is written while it is unlocked is encrypted too.
    await again.members.save({
      id: personId,
      person: { name: '柳青青', declaredCategory: 'formalMember', joinedOn: '1998-06-20' },
      sealed: { mobile: '13911112222' },
    })
    expect(readFileSync(join(ledger.directory, 'ledger.sqlite')).includes('13911112222')).toBe(false)
  })

  test('while it is locked everything is refused but the status and the ways to open it', async () => {
    const { core } = openTestLedger()
    const { client, attachmentId, talkId } = await fillSecrets(core)
    await client.lock.set({ passphrase })
    await client.lock.lock({})
    for (const call of [
      () => client.members.all({}),
      () => client.dossier.unseal({ id: talkId }),
      () => client.ledger.backups({}),
      () => client.packs.targets({}),
      () => client.lock.accesses({}),
      () => client.lock.setIdle({ minutes: 0 }),
      () => client.lock.remove({ current: passphrase }),
      () => client.activities.drafts({}),
    ])
      await expect(call()).rejects.toMatchObject({ code: 'LEDGER_LOCKED' })
    expect(() => handOutAttachment(core, attachmentId)).toThrow('LEDGER_LOCKED')
    expect((await client.ledger.status({})).state).toBe('open')
    expect(await client.lock.status({})).toMatchObject({ isLocked: true })
    await client.lock.unlock({ passphrase })
    expect((await client.members.all({})).length).toBe(1)
  })

  test('a wrong passphrase says so; after three the wait grows, and then the right one is taken', async () => {
    const clock = testClock()
    const { core } = openTestLedger({ clock })
    const { client } = await fillSecrets(core)
    await client.lock.set({ passphrase })
    await client.lock.lock({})
    for (const waitSeconds of [0, 0, 0, 2])
      await expect(client.lock.unlock({ passphrase: '不是这个口令' })).rejects.toMatchObject({
        code: 'PASSPHRASE_WRONG',
        data: { what: 'passphrase', waitSeconds },
      })
    await expect(client.lock.unlock({ passphrase })).rejects.toMatchObject({ code: 'PASSPHRASE_WAIT', data: { seconds: 2 } })
    clock.set('2026-01-11')
    expect((await client.lock.unlock({ passphrase })).isLocked).toBe(false)
  })

  test('locks when nobody does anything; a page that only asks for the status is nobody', async () => {
    const clock = testClock()
    const { core } = openTestLedger({ clock })
    const { client } = await fillSecrets(core)
    await client.lock.set({ passphrase })
    await client.lock.setIdle({ minutes: 5 })
    lockWhenIdle(core)
    expect((await client.lock.status({})).isLocked).toBe(false)
    clock.set('2026-01-11')
    await client.lock.touch({})
    lockWhenIdle(core)
    expect((await client.lock.status({})).isLocked).toBe(false)
    clock.set('2026-01-12')
    await client.lock.status({})
    lockWhenIdle(core)
    expect((await client.lock.status({})).isLocked).toBe(true)
    await client.lock.unlock({ passphrase })
    await client.lock.setIdle({ minutes: 0 })
    clock.set('2026-01-13')
    lockWhenIdle(core)
    expect((await client.lock.status({})).isLocked).toBe(false)
  })

  test('changing ends the old passphrase, also for who has the folder of before; removing puts everything in the clear', async () => {
    const { core, ledger } = openTestLedger()
    const { client, personId, talkId, attachmentId } = await fillSecrets(core)
    await client.lock.set({ passphrase })
    const slots = selectSlots(ledger.db).filter(({ kind }) => kind === 'passphrase')
    await expect(client.lock.set({ passphrase: other })).rejects.toMatchObject({ code: 'PASSPHRASE_WRONG' })
    await client.lock.set({ passphrase: other, current: passphrase })
    // The old slot, put back by hand, opens the old keys; they open nothing any more.
    await client.lock.lock({})
    await expect(client.lock.unlock({ passphrase })).rejects.toMatchObject({ code: 'PASSPHRASE_WRONG' })
    await client.lock.unlock({ passphrase: other })
    const [oldSlot] = slots
    const oldKeys = oldSlot ? await openSlot(oldSlot, passphrase) : null
    expect(oldKeys).not.toBeNull()
    const stored = ledger.db.get<{ content: string }>('SELECT content FROM sealed')?.content ?? ''
    expect(decryptText(Buffer.from(oldKeys?.fieldKey ?? '', 'hex'), `sealed:${talkId}`, stored)).toBeNull()
    await client.lock.remove({ current: other })
    expect(await client.lock.status({})).toMatchObject({ isSet: false, isLocked: false, setAt: null })
    expect(foundSecrets(ledger.directory).length).toBeGreaterThan(6)
    expect(await textOfAttachment(core, attachmentId)).toBe(secrets.file.repeat(20_000))
    expect((await client.members.get({ id: personId })).masked.mobile).toBe('138****1234')
    expect(await checkText(core)).toEqual([])
  })

  test('the printed code opens it and sets a new passphrase; then it is used up', async () => {
    const { core } = openTestLedger()
    const { client, talkId } = await fillSecrets(core)
    const { recoveryCode } = await client.lock.set({ passphrase })
    await client.lock.lock({})
    await expect(client.lock.recover({ code: recoveryCode.slice(0, -2), passphrase: other })).rejects.toMatchObject({
      code: 'RECOVERY_CODE_MISTYPED',
    })
    const next = await client.lock.recover({ code: recoveryCode.toLowerCase().replaceAll('-', ' '), passphrase: other })
    expect(next.recoveryCode).not.toBe(recoveryCode)
    expect(await client.dossier.unseal({ id: talkId })).toEqual({ points: secrets.talk })
    await client.lock.lock({})
    await expect(client.lock.recover({ code: recoveryCode, passphrase: other })).rejects.toMatchObject({
      code: 'PASSPHRASE_WRONG',
      data: { what: 'recovery' },
    })
    await client.lock.unlock({ passphrase: other })
  })

  test('backups from before are told, and removed after a new one was made; restoring asks for the passphrase of then', async () => {
    const clock = testClock()
    const { core, ledger } = openTestLedger({ clock })
    const { client, talkId } = await fillSecrets(core)
    await backupBefore(core, 'import')
    await client.lock.set({ passphrase })
    clock.set('2026-01-11')
    const locked = await resultOf(await client.ledger.backup({ targetId: core.targets.admit(temporaryFolder()) }))
    const earlier = await client.lock.earlierBackups({})
    expect(earlier.map(({ lockedSince }) => lockedSince)).toEqual([null])
    expect(await client.lock.removeEarlierBackups({ ids: earlier.map(({ id }) => id) })).toEqual({ removed: 1 })
    expect(foundSecrets(ledger.directory)).toEqual([])
    expect(ringEntries(ledger.directory)).toHaveLength(1)
    await client.lock.set({ passphrase: other, current: passphrase })
    await resultOf(await client.ledger.restore({ targetId: core.targets.admit(locked.path) }))
    expect((await client.lock.status({})).isLocked).toBe(true)
    await expect(client.lock.unlock({ passphrase: other })).rejects.toMatchObject({ code: 'PASSPHRASE_WRONG' })
    await client.lock.unlock({ passphrase })
    expect(await client.dossier.unseal({ id: talkId })).toEqual({ points: secrets.talk })
  })

  test('a text moved into another row by hand does not open', async () => {
    const { core, ledger } = openTestLedger()
    const { client, personId } = await fillSecrets(core)
    await client.lock.set({ passphrase })
    ledger.db.run('UPDATE person_sealed SET phone = mobile WHERE person_id = ?', personId)
    await expect(client.members.all({})).rejects.toMatchObject({ code: 'SEALED_UNREADABLE' })
  })

  test('cut off before the rows change the old passphrase opens all of it; after, the new one; what is left is cleared away', async () => {
    for (const moment of ['before', 'after'] as const) {
      const { core, ledger } = openTestLedger()
      const { client, talkId, attachmentId } = await fillSecrets(core)
      await client.lock.set({ passphrase })
      const copy = join(temporaryFolder(), 'copy')
      const keys = await newLedgerKeys()
      const slots = [await makeSlot('passphrase', other, keys, '2026-01-10T01:00:00.000Z')]
      const write = ledger.write
      const cut =
        moment === 'before'
          ? {
              ...ledger,
              get branchId() {
                return ledger.branchId
              },
              write: () => {
                throw new Error('power cut')
              },
            }
          : ledger
      const change = changeKeys(cut as typeof ledger, '更换口令', keys, slots)
      if (moment === 'before') await expect(change).rejects.toThrow('power cut')
      else await change
      expect(write).toBe(ledger.write)
      core.session.close()
      cpSync(ledger.directory, copy, { recursive: true })
      const contents = () => readdirSync(join(copy, 'attachments'), { recursive: true }).filter((name) => String(name).length > 60)
      expect(contents()).toHaveLength(2)
      const next = testCore({ directory: copy })
      next.session.open()
      expect(contents()).toHaveLength(1)
      const again = inProcessClient(next)
      await again.lock.unlock({ passphrase: moment === 'before' ? passphrase : other })
      expect(await again.dossier.unseal({ id: talkId })).toEqual({ points: secrets.talk })
      expect(await textOfAttachment(next, attachmentId)).toBe(secrets.file.repeat(20_000))
      expect(await checkText(next)).toEqual([])
    }
  })
})
