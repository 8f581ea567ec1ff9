import { z } from 'zod'

/** Shortest passphrase that is taken. */
export const minPassphrase = 8

/** A new passphrase. Any characters; the program does not ask for kinds of them, length counts. */
export const newPassphraseSchema = z
  .string()
  .max(200)
  .refine((text) => [...text.normalize('NFC')].length >= minPassphrase, `口令至少 ${minPassphrase} 个字符`)
  .refine((text) => text.trim() === text, '口令开头和结尾不能是空格')

/** A passphrase that is tried: whatever was typed. */
export const triedPassphraseSchema = z.string().max(200)

/** Minutes without use after which the window locks; 0: never by itself. */
export const idleChoices = [0, 3, 5, 10, 15, 30, 60] as const
export const defaultIdleMinutes = 10

export const lockStatusSchema = z.object({
  /** A passphrase is set. */
  isSet: z.boolean(),
  isLocked: z.boolean(),
  /** ISO 8601 in UTC; null without a passphrase. */
  setAt: z.string().nullable(),
  idleMinutes: z.number().int(),
  /** Seconds until the next attempt is taken. */
  waitSeconds: z.number().int(),
})
export type LockStatus = z.infer<typeof lockStatusSchema>

export const accessEntrySchema = z.object({
  id: z.string(),
  at: z.string(),
  /** Account and computer. */
  who: z.string(),
  what: z.string(),
  /** Whose: name of a person, title of a record. */
  whose: z.string(),
  /** Where it is opened in the program; null when it is no longer there. */
  link: z.string().nullable(),
})
export type AccessEntry = z.infer<typeof accessEntrySchema>
