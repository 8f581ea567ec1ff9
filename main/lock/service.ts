import { randomInt } from 'node:crypto'
import { AppError } from '#shared/kernel/errors.ts'
import { newId } from '#shared/kernel/ids.ts'
import { parseRecoveryCode, recoveryCode, recoveryValues } from '#shared/lock/recovery-code.ts'
import { defaultIdleMinutes, type LockStatus } from '#shared/lock/schema.ts'
import type { Core } from '../core.ts'
import type { OpenLedger } from '../ledger/open-ledger.ts'
import { type LedgerKeys, newLedgerKeys } from '../sealed/keys.ts'
import { makeSlot, openSlot, type SlotKind, selectSlots } from '../sealed/slots.ts'
import { changeKeys } from './change-keys.ts'
import { endChange } from './sweep.ts'

const idleKey = 'idle_minutes'

/** Minutes without use after which an open ledger locks; 0: never by itself. */
export function idleMinutes(ledger: OpenLedger): number {
  const row = ledger.db.get<{ value: string }>('SELECT value FROM installation WHERE key = ?', idleKey)
  return row ? Number(row.value) : defaultIdleMinutes
}

export function setIdleMinutes(core: Core, minutes: number): LockStatus {
  const { db } = core.session.require()
  db.transaction(() =>
    db.run(
      'INSERT INTO installation (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
      idleKey,
      String(minutes),
    ),
  )
  return lockStatus(core)
}

/** What the lock screen and the settings say; before a ledger is open there is nothing to lock. */
export function lockStatus(core: Core): LockStatus {
  const waitSeconds = core.lock.waitSeconds()
  if (core.session.status().state !== 'open')
    return { isSet: false, isLocked: false, setAt: null, idleMinutes: defaultIdleMinutes, waitSeconds }
  const ledger = core.session.requireLocked()
  const { isSet, isLocked } = ledger.vault
  return { isSet, isLocked, setAt: selectSlots(ledger.db)[0]?.setAt ?? null, idleMinutes: idleMinutes(ledger), waitSeconds }
}

/** Forgets the keys, and what has been prepared for download. Does nothing without a passphrase. */
export function lockLedger(core: Core): LockStatus {
  const ledger = core.session.requireLocked()
  if (ledger.vault.isSet) {
    ledger.vault.lock()
    core.outbox.clear()
  }
  return lockStatus(core)
}

/** Locks when nobody has done anything for as long as the settings say; called now and then. */
export function lockWhenIdle(core: Core): void {
  if (core.session.status().state !== 'open') return
  const ledger = core.session.requireLocked()
  if (ledger.vault.isSet && !ledger.vault.isLocked && core.lock.isIdle(idleMinutes(ledger))) lockLedger(core)
}

/** The keys behind a secret, tried under the guard. @throws AppError PASSPHRASE_WRONG, PASSPHRASE_WAIT */
function keysBehind(core: Core, kind: SlotKind, secret: string): Promise<LedgerKeys> {
  const slot = selectSlots(core.session.requireLocked().db).find((one) => one.kind === kind)
  return core.lock.attempt(kind, async () => (slot ? await openSlot(slot, secret) : null))
}

/** @throws AppError PASSPHRASE_WRONG, PASSPHRASE_WAIT */
export async function unlockLedger(core: Core, passphrase: string): Promise<LockStatus> {
  const ledger = core.session.requireLocked()
  if (ledger.vault.isSet) ledger.vault.use(await keysBehind(core, 'passphrase', passphrase))
  return lockStatus(core)
}

/** The change is done by now: what cannot be cleared away is logged, and tried again at the next opening. */
function sweep(core: Core, replaced: readonly string[]): void {
  const ledger = core.session.requireLocked()
  try {
    endChange(ledger.db, ledger.directory, replaced)
  } catch (error) {
    core.log.error(newId().slice(-12), error)
  }
}

async function changeTo(core: Core, what: string, passphrase: string): Promise<{ recoveryCode: string }> {
  const ledger = core.session.require()
  const keys = await newLedgerKeys()
  const code = recoveryCode(Array.from({ length: recoveryValues }, () => randomInt(32)))
  const setAt = core.clock.now().toISOString()
  const slots = [await makeSlot('passphrase', passphrase, keys, setAt), await makeSlot('recovery', code, keys, setAt)]
  sweep(core, await changeKeys(ledger, what, keys, slots))
  return { recoveryCode: code }
}

/**
 * Sets a passphrase, or changes it; all keys are new, so that whoever has an old passphrase and an old copy can open
 * nothing that is written from now on.
 *
 * @throws AppError PASSPHRASE_WRONG, PASSPHRASE_WAIT for the current one; LEDGER_NO_SPACE
 */
export async function setPassphrase(
  core: Core,
  passphrase: string,
  current: string | undefined,
): Promise<{ recoveryCode: string }> {
  const { vault } = core.session.require()
  if (!vault.isSet) return changeTo(core, '设置口令', passphrase)
  await keysBehind(core, 'passphrase', current ?? '')
  return changeTo(core, '更换口令', passphrase)
}

/** Opens with the printed code and sets a new passphrase. @throws AppError RECOVERY_CODE_MISTYPED, PASSPHRASE_WRONG, PASSPHRASE_WAIT */
export async function recoverLedger(core: Core, typed: string, passphrase: string): Promise<{ recoveryCode: string }> {
  const { vault } = core.session.requireLocked()
  const parsed = parseRecoveryCode(typed)
  if ('problem' in parsed) throw new AppError('RECOVERY_CODE_MISTYPED', parsed.problem === 'group' ? { group: parsed.group } : {})
  vault.use(await keysBehind(core, 'recovery', parsed.code))
  return changeTo(core, '用恢复码重设口令', passphrase)
}

/** Puts everything back in the clear. @throws AppError PASSPHRASE_WRONG, PASSPHRASE_WAIT */
export async function removePassphrase(core: Core, current: string): Promise<LockStatus> {
  const ledger = core.session.require()
  if (ledger.vault.isSet) {
    await keysBehind(core, 'passphrase', current)
    sweep(core, await changeKeys(ledger, '取消口令', null, []))
  }
  return lockStatus(core)
}
