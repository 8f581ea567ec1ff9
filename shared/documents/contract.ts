import { z } from 'zod'
import { nothing, procedure } from '../kernel/contract.ts'
import { idSchema } from '../kernel/ids.ts'

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

export const documentsContract = {
  /** The very HTML that is printed and made into PDF; shown in a script-less frame. */
  previewMinutes: procedure.input(minutesInput).output(z.object({ html: z.string(), title: z.string() })),
  /** Makes a file that the shell then hands out under `/documents/<token>`, or the command line copies. */
  makeMinutes: procedure
    .input(minutesInput.extend({ format: z.enum(documentFormats) }))
    .output(z.object({ token: z.string(), fileName: z.string(), octets: z.number().int() })),
  /** The year's table as XLSX. */
  makeYearTable: procedure
    .input(z.strictObject({ year: z.number().int() }))
    .output(z.object({ token: z.string(), fileName: z.string(), octets: z.number().int() })),
  /** Whether PDF can be made on this machine, and by which program. */
  abilities: procedure.input(nothing).output(z.object({ pdf: z.boolean(), pdfProgram: z.string() })),
}
