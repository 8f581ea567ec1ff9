import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { documentFormats } from '../documents/contract.ts'
import { nothing, procedure } from '../kernel/contract.ts'
import { newPassphraseSchema, triedPassphraseSchema } from '../lock/schema.ts'
import { importEventSchema, previewImportEventSchema } from './import-schema.ts'
import {
  exportEventSchema,
  leftoverSchema,
  packChoiceSchema,
  packPlanSchema,
  packResultSchema,
  targetSchema,
  verifyEventSchema,
} from './schema.ts'

const target = z.strictObject({ targetId: z.string().max(64) })

export const packsContract = {
  /** Removable drives and the user's usual folders. */
  targets: procedure.input(nothing).output(z.array(targetSchema)),
  /** Folders inside a listed target, and ZIP files among them that may be packs; each gets an id of its own. */
  browse: procedure.input(target).output(z.array(targetSchema.extend({ isPack: z.boolean() }))),
  /** `isSealed`, exchange packs only: planned as it will be under a passphrase; the encrypted files themselves are not counted yet. */
  plan: procedure.input(packChoiceSchema.extend({ isSealed: z.boolean().default(false) })).output(packPlanSchema),
  /** `confirmed`: the user has ticked the statement of DOMAIN 7.5 item 3; false answers CONFIRMATION_MISSING. */
  export: procedure
    .input(
      packChoiceSchema.extend({
        targetId: z.string().max(64),
        confirmed: z.boolean(),
        form: z.enum(['folder', 'zip']).default('folder'),
        /** Exchange packs only: what is sealed travels under it; without one it stays at home. */
        passphrase: newPassphraseSchema.optional(),
      }),
    )
    .output(eventIterator(exportEventSchema)),
  verify: procedure.input(target).output(eventIterator(verifyEventSchema)),
  /** What taking in a pack would do; writes nothing. */
  previewImport: procedure
    .input(target.extend({ passphrase: triedPassphraseSchema.optional() }))
    .output(eventIterator(previewImportEventSchema)),
  /** Takes a pack in. `choices`: keys of differing rows that are taken from the pack; all others stay. */
  import: procedure
    .input(
      target.extend({
        passphrase: triedPassphraseSchema.optional(),
        choices: z.array(z.string().max(80)).max(100_000).default([]),
      }),
    )
    .output(eventIterator(importEventSchema)),
  /** Unfinished exports of this ledger in a listed folder. */
  leftovers: procedure.input(target).output(z.array(leftoverSchema)),
  /** Completes one of them. @throws PACK_CHANGED when the records are no longer what they were; it can then only be cleared. */
  continueLeftover: procedure
    .input(target.extend({ name: z.string().max(255), confirmed: z.boolean() }))
    .output(eventIterator(exportEventSchema)),
  /** Removes one of them, after the user was asked. */
  clearLeftover: procedure.input(target.extend({ name: z.string().max(255) })).output(nothing),
  /** 交接单 of a pack just made, as a file in the outbox. */
  receipt: procedure
    .input(
      z.strictObject({
        pack: packResultSchema.pick({ name: true, files: true, octets: true, tagManifestSha256: true }),
        format: z.enum(documentFormats),
      }),
    )
    .output(z.object({ token: z.string(), fileName: z.string(), octets: z.number().int() })),
}
