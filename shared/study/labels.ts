import type { HourSource } from './hours.ts'

/** Columns of table 8.3, as shown and printed. */
export const sourceNames: Readonly<Record<HourSource, string>> = {
  group: '集中学习',
  training: '专题培训',
  superiorTraining: '上级培训',
  online: '线上',
  selfStudy: '自学（计）',
  cadre: '干部学时（另计）',
}
