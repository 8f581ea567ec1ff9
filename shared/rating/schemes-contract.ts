import { z } from 'zod'
import { procedure } from '../kernel/contract.ts'
import { idSchema } from '../kernel/ids.ts'
import { mappedSchemeSchema, mappingInputSchema } from './import/mapping.ts'
import { schemeSchema } from './scheme.ts'

const fileMade = z.object({ token: z.string(), fileName: z.string(), octets: z.number().int() })
const ofId = z.strictObject({ id: idSchema })

/** One kept scheme, or the one that comes with the program. */
const listedSchema = z.object({
  /** Null: the one that comes with the program. */
  id: idSchema.nullable(),
  name: z.string(),
  version: z.string(),
  notice: z.string(),
  indicators: z.number().int(),
  /** Years whose assessment has used it: it is never changed again, editing it makes a new version. */
  years: z.array(z.number().int()),
  savedAt: z.string().nullable(),
})
export type ListedScheme = z.infer<typeof listedSchema>

export const saveSchemeSchema = z.strictObject({
  /** The kept scheme that is edited; left out: a new one. */
  id: idSchema.optional(),
  scheme: schemeSchema,
})

export const schemesContract = {
  list: procedure.input(z.strictObject({})).output(z.array(listedSchema)),
  get: procedure.input(z.strictObject({ id: idSchema.nullable() })).output(z.object({ scheme: schemeSchema, isUsed: z.boolean() })),
  /** Keeps a scheme. One that a year has used stays as it is and a new version is made; `isNew` says so. */
  save: procedure.input(saveSchemeSchema).output(z.object({ id: idSchema, version: z.string(), isNew: z.boolean() })),
  /** Refused while a year uses it. */
  remove: procedure.input(ofId).output(z.object({})),
  /**
   * Lets a year be assessed by a scheme. What was confirmed stays where the indicator is the same; `dropped` are the codes
   * that have to be confirmed again. Only while the year is 自评中.
   */
  use: procedure
    .input(
      z.strictObject({ year: z.number().int().min(1921).max(2200), revision: z.number().int().min(0), id: idSchema.nullable() }),
    )
    .output(z.object({ revision: z.number().int(), dropped: z.array(z.string()) })),
  /** A scheme as JSON, its notice within. */
  exportJson: procedure.input(z.strictObject({ id: idSchema.nullable() })).output(fileMade),
  /** Reads a scheme from a staged JSON file and keeps it; refused as a whole with every fault named. */
  importJson: procedure.input(z.strictObject({ file: z.string().max(64) })).output(z.object({ id: idSchema, version: z.string() })),
  /** The rows of the superior's own sheet, to say which column is what. */
  readSheet: procedure
    .input(z.strictObject({ file: z.string().max(64) }))
    .output(z.array(z.object({ name: z.string(), rows: z.array(z.array(z.string())) }))),
  /** What the rows become under a mapping, each doubtful row with its reason; writes nothing. */
  previewMapping: procedure.input(mappingInputSchema).output(mappedSchemeSchema),
}
