import { oc } from '@orpc/contract'
import { z } from 'zod'
import { type ErrorCode, errorCodes } from './errors.ts'

/** Every procedure may fail with every code of the closed list; `data` are the parameters of the message. */
const errorData = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]).optional())

/** Status of an expected failure over HTTP: the call was understood and could not be done (RFC 9110 §15.5.21). */
export const expectedFailureStatus = 422

const errorMap = Object.fromEntries(errorCodes.map((code) => [code, { status: expectedFailureStatus, data: errorData }])) as Record<
  ErrorCode,
  { status: typeof expectedFailureStatus; data: typeof errorData }
>

/** The base of every procedure of the contract. */
export const procedure = oc.errors(errorMap)

/** Input of procedures that need none. An object, never `undefined`, so that every call has one shape on the wire. */
export const nothing = z.strictObject({})

/** One step of a long task: `done` and `total` in the unit the phase names (files, rows or octets). */
export const progressSchema = z.object({
  phase: z.string(),
  done: z.number(),
  total: z.number(),
  item: z.string().optional(),
})
export type Progress = z.infer<typeof progressSchema>
