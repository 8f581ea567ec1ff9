import { z } from 'zod'
import { nothing, procedure } from '../kernel/contract.ts'
import { idSchema } from '../kernel/ids.ts'
import { registerKeys } from '../roles/registers.ts'
import { paperKinds } from './papers/kinds.ts'
import { recordPapers } from './papers/record-papers.ts'

/** 表格式 / 公文式. */
export const printStyles = ['table', 'official'] as const
export type PrintStyle = (typeof printStyles)[number]

/** 办公字体 (the fonts of this machine) / 随附字体 (shipped with the program, the same everywhere). */
export const fontChoices = ['office', 'bundled'] as const
export type FontChoice = (typeof fontChoices)[number]

export const documentFormats = ['pdf', 'docx', 'html'] as const
export type DocumentFormat = (typeof documentFormats)[number]

const minutesInput = z.strictObject({
  activityId: idSchema,
  style: z.enum(printStyles).default('table'),
  fonts: z.enum(fontChoices).default('office'),
})

const fileMade = z.object({ token: z.string(), fileName: z.string(), octets: z.number().int() })
const preview = z.object({ html: z.string(), title: z.string() })

const papersInput = z.strictObject({
  activityId: idSchema,
  papers: z.array(z.enum(paperKinds)).min(1).max(paperKinds.length),
  fonts: z.enum(fontChoices).default('office'),
  /** 签到时间 as a column of the sign-in sheet. */
  withSignInTime: z.boolean().default(false),
})

/** Tables of a year on paper: 三会一课统计表, 出勤率统计表, 学时统计表, 党员花名册. */
export const tableKinds = ['year', 'attendance', 'hours', 'roster'] as const
export type TableKind = (typeof tableKinds)[number]

const tableInput = z.strictObject({
  table: z.enum(tableKinds),
  year: z.number().int().min(1921).max(2200),
  fonts: z.enum(fontChoices).default('office'),
  /** 党员花名册 with ID numbers and telephones; each person looked up is logged. */
  withSensitive: z.boolean().default(false),
})

const recordInput = z.strictObject({ id: idSchema, fonts: z.enum(fontChoices).default('office') })

const yearPaperInput = z.strictObject({
  year: z.number().int().min(1921).max(2200),
  fonts: z.enum(fontChoices).default('office'),
  format: z.enum(documentFormats),
})

const followUpsInput = z.strictObject({
  /** Only those not done yet, or only those done; left out: all. */
  open: z.boolean().optional(),
  fonts: z.enum(fontChoices).default('office'),
})

export const documentsContract = {
  /** The very HTML that is printed and made into PDF; shown in a script-less frame. */
  previewMinutes: procedure.input(minutesInput).output(preview),
  /** Makes a file that the shell then hands out under `/documents/<token>`, or the command line copies. */
  makeMinutes: procedure.input(minutesInput.extend({ format: z.enum(documentFormats) })).output(fileMade),
  /**
   * What is printed before and around a meeting, in the order asked for, each paper on a new page. Ballots and tallies are
   * there only where the agenda votes by ballot; PAPER_NOTHING where nothing is left.
   */
  previewPapers: procedure.input(papersInput).output(preview),
  makePapers: procedure.input(papersInput.extend({ format: z.enum(documentFormats) })).output(fileMade),
  /** A dated record beside the sittings, on paper. Never its sealed texts. */
  previewRecord: procedure.input(recordInput).output(preview),
  makeRecord: procedure.input(recordInput.extend({ format: z.enum(documentFormats) })).output(fileMade),
  /**
   * 公示 of a development; 请示, 选举办法 and 结果报告 of an election; what is collected before 组织生活会; 评定意见, whole or a page
   * for each person.
   */
  previewRecordPaper: procedure.input(recordInput.extend({ paper: z.enum(recordPapers) })).output(preview),
  makeRecordPaper: procedure
    .input(recordInput.extend({ paper: z.enum(recordPapers), format: z.enum(documentFormats) }))
    .output(fileMade),
  /** 谈心谈话记录 with its sealed texts, for who may see them; that they were looked at is logged. */
  makeTalkRecord: procedure.input(recordInput.extend({ format: z.enum(documentFormats) })).output(fileMade),
  /** 谈心谈话登记表 of a year: who, when, 类别; nothing of what was said. PAPER_NOTHING where there is no talk. */
  makeTalkRegister: procedure.input(yearPaperInput).output(fileMade),
  /** 台账 of 作用发挥 of a year. */
  makeRegister: procedure
    .input(
      z.strictObject({
        year: z.number().int().min(1921).max(2200),
        register: z.enum(registerKeys),
        fonts: z.enum(fontChoices).default('office'),
        format: z.enum([...documentFormats, 'xlsx']),
      }),
    )
    .output(fileMade),
  /** What was done under a campaign (专项活动). PAPER_NOTHING where nothing carries its name. */
  makeCampaign: procedure
    .input(
      z.strictObject({
        name: z.string().min(1).max(60),
        fonts: z.enum(fontChoices).default('office'),
        format: z.enum(documentFormats),
      }),
    )
    .output(fileMade),
  /** 党费收缴公示表 of a year. */
  makeDues: procedure.input(yearPaperInput).output(fileMade),
  /** 党员学习情况 of one member in a year. */
  makeMemberStudy: procedure.input(yearPaperInput.extend({ personId: idSchema })).output(fileMade),
  /** A table of the year on paper, across the page. */
  previewTable: procedure.input(tableInput).output(preview),
  makeTable: procedure.input(tableInput.extend({ format: z.enum(documentFormats) })).output(fileMade),
  /** 党员花名册 as XLSX in the columns of the national form 党员基本信息汇总表 (DOMAIN 7.1). */
  makeRosterSheet: procedure.input(tableInput.pick({ year: true, withSensitive: true })).output(fileMade),
  /** 跟踪清单 of the branch's resolutions. */
  previewFollowUps: procedure.input(followUpsInput).output(preview),
  makeFollowUps: procedure.input(followUpsInput.extend({ format: z.enum(documentFormats) })).output(fileMade),
  /** The year's table as XLSX. */
  makeYearTable: procedure.input(z.strictObject({ year: z.number().int().min(1921).max(2200) })).output(fileMade),
  /** Whether PDF can be made on this machine, and by which program. */
  abilities: procedure.input(nothing).output(z.object({ pdf: z.boolean(), pdfProgram: z.string() })),
}
