import type { Row } from 'write-excel-file/node'
import { audienceNames, studyTierNames } from '#shared/activities/labels.ts'
import type { BranchProfile } from '#shared/branch/schema.ts'
import { chineseDate, type PlainDate } from '#shared/kernel/dates.ts'
import type { StudyEntries, StudyGuidance } from '#shared/study/contract.ts'
import { middle, textCell, yearSheetXlsx } from '../documents/xlsx-sheet.ts'

const left = { ...middle, align: 'left', wrap: true } as const
const number = (value: number, format: string) => ({ type: Number, value, format, ...middle })

interface Line {
  readonly sort: string
  readonly name: string
  readonly entries: StudyEntries
  /** Null: nothing is counted in hours here. */
  readonly hours: number | null
}

const lineRow = ({ sort, name, entries, hours }: Line): Row => [
  textCell(sort),
  textCell(name, { ...middle, wrap: true }),
  number(entries.length, '0'),
  hours === null ? textCell('—') : hours === 0 ? textCell('') : number(hours, '0.0'),
  textCell(entries.map(({ date, title }) => `${chineseDate(date)} ${title}`).join('\n'), left),
]

interface Heading {
  readonly year: number
  readonly asOf: PlainDate
  readonly branch: Pick<BranchProfile, 'shortName'>
}

/** 四学情况 and 分类指导 (DOMAIN 5.1, 5.2) with the figures of the screen, each with the records it follows from. */
export function guidanceTableXlsx(guidance: StudyGuidance, { year, asOf, branch }: Heading): Promise<Uint8Array> {
  const lines: Line[] = [
    ...guidance.tiers.map(({ tier, entries, hours }) => ({ sort: '四学情况', name: studyTierNames[tier], entries, hours })),
    ...guidance.audiences.map(({ audience, entries }) => ({
      sort: '分类指导',
      name: audienceNames[audience],
      entries,
      hours: null,
    })),
    ...guidance.homeStudy.map(({ name, entries }) => ({ sort: '送学上门', name, entries, hours: null })),
  ]
  return yearSheetXlsx({
    year,
    title: `${branch.shortName}${year}年四学情况和分类指导统计表`,
    heads: ['类别', '层级、对象', '次数', '学时', '记录'],
    widths: [12, 28, 8, 8, 70],
    stickyColumns: 2,
    rows: lines.map(lineRow),
    foot: `统计截至${chineseDate(asOf)}。学时是场次的学时，不乘人数；前两层由上级组织，只作备查。`,
  })
}
