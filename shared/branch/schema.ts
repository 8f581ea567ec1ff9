import { z } from 'zod'
import { isPlainDate, partialDateSchema } from '../kernel/dates.ts'
import { idSchema } from '../kernel/ids.ts'

/** `MM-DD`, a day that every year has. */
export const monthDaySchema = z
  .string()
  .refine((text) => isPlainDate(`2001-${text}`), { error: '日期应为 01-31 的形式，且每年都有这一天' })

export const fixedDaySchema = z.object({ week: z.number().int().min(1).max(5), weekday: z.number().int().min(1).max(7) })
export type FixedDay = z.infer<typeof fixedDaySchema>

/** Settings of a branch; every one has a default, so that an old ledger opens in a new program. */
export const branchSettingsSchema = z.object({
  /** 半数以上 read as 超过半数 for ordinary votes (DOMAIN 2.3). */
  strictQuorum: z.boolean().default(false),
  /** Days after a meeting from which typing it in counts as late (补录). */
  lateAfterDays: z.number().int().min(0).max(365).default(7),
  /** Activities called by the 党总支 or the 机关党委 count toward the branch's own duties (practice differs, DOMAIN 2.2). */
  countsSuperiorActivities: z.boolean().default(false),
  /** 固定党日: the week of the month (5: the last) and the weekday (1 Monday to 7 Sunday) of the 主题党日; null: none is fixed. */
  fixedDay: fixedDaySchema.nullable().default(null),
  /** 党费 is paid by the quarter, which the branch has agreed to (支部同意). */
  paysDuesQuarterly: z.boolean().default(false),
  /** By which day of the next year the 工作手册 is handed in, where the branch wants to be reminded of it. */
  handbookDay: monthDaySchema.default('01-31'),
  /** Whom 优秀 is a third of in 民主评议 (DOMAIN 2.4). */
  excellentBase: z.enum(['formalMembers', 'members']).default('formalMembers'),
  /** Probationary members are given a grade too; by default they take part without one. */
  gradesProbationary: z.boolean().default(false),
  /** 达标创星 is shown at all; switched off, nothing of it is seen. */
  usesRating: z.boolean().default(true),
})
export type BranchSettings = z.infer<typeof branchSettingsSchema>

export const branchProfileSchema = z.object({
  id: idSchema,
  /** 全称, on outgoing papers. */
  fullName: z.string().min(1).max(100),
  /** 简称, on minutes. */
  shortName: z.string().min(1).max(60),
  /** 上级党组织. */
  superiorName: z.string().max(100),
  isSample: z.boolean(),
  settings: branchSettingsSchema,
})
export type BranchProfile = z.infer<typeof branchProfileSchema>

export const branchUpdateSchema = branchProfileSchema.pick({ fullName: true, shortName: true, superiorName: true, settings: true })

/** 党小组. `validFrom` null: nobody knows the beginning. */
export const partyGroupSchema = z.object({
  id: idSchema,
  name: z.string().min(1).max(40),
  position: z.number().int(),
  validFrom: partialDateSchema.nullable(),
  validTo: partialDateSchema.nullable(),
})
export type PartyGroup = z.infer<typeof partyGroupSchema>

/** A group made or changed by hand; one that is given up keeps its row and gets a last day. */
export const savePartyGroupSchema = partyGroupSchema.omit({ id: true, position: true }).extend({ id: idSchema.optional() })
export type SavePartyGroup = z.infer<typeof savePartyGroupSchema>
