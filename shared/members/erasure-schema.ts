import { z } from 'zod'
import { idSchema } from '../kernel/ids.ts'

/** What 去除个人信息 would take away of a person, and what would stay. */
export const erasurePreviewSchema = z.object({
  name: z.string(),
  /** Not on the roster today. */
  hasLeft: z.boolean(),
  /** When it was done before, ISO 8601 in UTC. */
  erasedAt: z.string().nullable(),
  /** Names of the fields that hold something now. */
  fields: z.array(z.string()),
  /** Entries of 修改记录 whose content goes; the entries themselves stay. */
  historyEntries: z.number().int(),
  /** Records with sealed text in which the person takes part. */
  sealedRecords: z.number().int(),
  /** Rows that hold the name as a name: attendance and people of records. */
  namedRows: z.number().int(),
  /** Records whose own words say the name; they are not changed. */
  mentions: z.number().int(),
  /** What stands for the name when it is replaced. */
  replacement: z.string(),
  /** Backups of the data folder that still hold all of it. */
  backups: z.number().int(),
})
export type ErasurePreview = z.infer<typeof erasurePreviewSchema>

export const eraseSchema = z.strictObject({
  id: idSchema,
  /** The name, typed by hand: it cannot be undone. */
  confirmedName: z.string().max(60),
  /** Replace the name where it stands as a name. */
  rename: z.boolean(),
  /** Sealed texts of records in which the person takes part go too. */
  sealedTexts: z.boolean(),
  /** The user has been warned that the person is still on the roster. */
  evenIfMember: z.boolean(),
})
export type Erase = z.infer<typeof eraseSchema>
