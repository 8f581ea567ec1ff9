import { z } from 'zod'
import { plainDateSchema } from '../kernel/dates.ts'
import { idSchema } from '../kernel/ids.ts'

/** A record, or a member of the roster, that a number follows from; never more of it than its name. */
export const sourceSchema = z.object({
  id: idSchema,
  type: z.enum(['activity', 'dossier', 'person']),
  /** Empty for a person. */
  recordNumber: z.string(),
  date: plainDateSchema,
  title: z.string(),
})
export type Source = z.infer<typeof sourceSchema>

/** One number of the year with what it follows from. */
export const figureSchema = z.object({
  /** The same in every year: what reports and sentences name it by. */
  key: z.string(),
  label: z.string(),
  /** A share is 0 to 1. Null: nothing to say, which is not the same as none. */
  value: z.number().nullable(),
  /** As shown and printed, with its unit: 12次, 96.7%; 「—」 for null. */
  text: z.string(),
  /** What the number needs beside it: 应开12次、已开11次. */
  detail: z.string(),
  sources: z.array(sourceSchema),
  /** A page of the program that shows what it follows from, where that is no record (the roster, a table). */
  link: z.string().nullable(),
})
export type Figure = z.infer<typeof figureSchema>

/** A sentence of the user's own, word for word. */
export const quoteSchema = z.object({ text: z.string(), source: sourceSchema })
export type Quote = z.infer<typeof quoteSchema>

export const yearbookSpans = ['year', 'half'] as const
export type YearbookSpan = (typeof yearbookSpans)[number]

/** A number beside that of the year before; null: the ledger has no records of that year. */
export const comparedFigureSchema = figureSchema.extend({ before: z.string().nullable() })
export type ComparedFigure = z.infer<typeof comparedFigureSchema>

/** 党建工作台账 of a year or of its first half (DOMAIN 8.4), as of a day. */
export const yearbookSchema = z.object({
  year: z.number().int(),
  span: z.enum(yearbookSpans),
  asOf: plainDateSchema,
  sections: z.array(z.object({ key: z.string(), title: z.string(), figures: z.array(comparedFigureSchema) })),
  /** 存在问题: from meetings and from problems tracked. */
  problems: z.array(quoteSchema),
  /** 下一步打算 as typed, and the record that holds it. */
  nextSteps: z.object({ text: z.string(), recordId: idSchema.nullable(), revision: z.number().int(), recordNumber: z.string() }),
})
export type Yearbook = z.infer<typeof yearbookSchema>
