import { os } from '../context.ts'
import { readAccesses } from './accesses.ts'
import { earlierBackups, removeEarlierBackups } from './earlier-backups.ts'
import { makeRecoverySheet } from './recovery-sheet.ts'
import { lockLedger, lockStatus, recoverLedger, removePassphrase, setIdleMinutes, setPassphrase, unlockLedger } from './service.ts'

export const lockRouter = os.lock.router({
  status: os.lock.status.handler(({ context }) => lockStatus(context.core)),
  unlock: os.lock.unlock.handler(({ context, input }) => unlockLedger(context.core, input.passphrase)),
  recover: os.lock.recover.handler(({ context, input }) => recoverLedger(context.core, input.code, input.passphrase)),
  lock: os.lock.lock.handler(({ context }) => lockLedger(context.core)),
  // That it was called is all there is to it.
  touch: os.lock.touch.handler(() => ({})),
  set: os.lock.set.handler(({ context, input }) => setPassphrase(context.core, input.passphrase, input.current)),
  remove: os.lock.remove.handler(({ context, input }) => removePassphrase(context.core, input.current)),
  setIdle: os.lock.setIdle.handler(({ context, input }) => setIdleMinutes(context.core, input.minutes)),
  recoverySheet: os.lock.recoverySheet.handler(({ context, input, signal }) =>
    makeRecoverySheet(context.core, input.recoveryCode, input.format, signal),
  ),
  earlierBackups: os.lock.earlierBackups.handler(({ context }) => earlierBackups(context.core)),
  removeEarlierBackups: os.lock.removeEarlierBackups.handler(async ({ context, input }) => ({
    removed: await removeEarlierBackups(context.core, input.ids),
  })),
  accesses: os.lock.accesses.handler(({ context }) => readAccesses(context.core.session.require())),
})
