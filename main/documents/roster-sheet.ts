import writeXlsxFile, { type Row, type SheetData } from 'write-excel-file/node'
import type { SealedByPerson } from '#shared/documents/tables/roster.ts'
import { chineseDate, type PlainDate } from '#shared/kernel/dates.ts'
import { memberCategoryNames } from '#shared/members/labels.ts'
import { nationalEducation, nationalEthnicity, nationalJob } from '#shared/members/national-codes.ts'
import { rosterOfDay } from '#shared/members/roster.ts'
import type { RosterHistory } from '#shared/members/schema.ts'
import { safeName } from '#shared/packs/names.ts'
import { readBranch } from '../branch/read.ts'
import type { Core } from '../core.ts'
import { rosterOfYear } from './tables.ts'
import { printSetup } from './xlsx-print.ts'
import { middle, raised, textCell } from './xlsx-sheet.ts'

/** Columns A to S of the national form (DOMAIN 7.1); 联系电话 stands over 手机号 and 固定电话. */
const heads = [
  '序号',
  '姓名',
  '所在党支部',
  '公民身份证号',
  '性别',
  '民族',
  '出生日期',
  '学历',
  '人员类别',
  '加入党组织日期',
  '转为正式党员日期',
  '工作岗位',
  '手机号',
  '固定电话',
  '党籍状态',
  '是否为失联党员',
  '失去联系日期',
  '是否为流动党员',
  '外出流向',
] as const
// As narrow as the contents allow: the nineteen columns are printed on one A4 page's width, and must still be read there.
const widths = [5, 9, 20, 20, 5, 8, 11, 11, 10, 11, 11, 16, 13, 13, 8, 8, 11, 8, 14]
const MOBILE = 12
const TITLE_ROWS = 4

const headStyle = { ...middle, fontWeight: 'bold', wrap: true, height: 18 } as const
const genders = { male: '男', female: '女', '': '' } as const

function headRows(): SheetData {
  const upper: Row = heads.map((text, column) => {
    if (column === MOBILE) return { ...textCell('联系电话', headStyle), columnSpan: 2 }
    return column === MOBILE + 1 ? null : { ...textCell(text, headStyle), rowSpan: 2 }
  })
  const lower: Row = heads.map((text, column) => (column === MOBILE || column === MOBILE + 1 ? textCell(text, headStyle) : null))
  return [upper, lower]
}

interface RosterSheet {
  readonly history: RosterHistory
  readonly day: PlainDate
  readonly sealed: SealedByPerson | null
  readonly branchName: string
  readonly superiorName: string
}

/**
 * 党员基本信息汇总表: the columns and codes of the national form, members in printing order. ID numbers and telephones stay empty without
 * `sealed`. What this ledger does not keep (失联) is left empty, 党籍状态 too: nothing is filled in that nobody recorded.
 */
export async function rosterSheetXlsx({ history, day, sealed, branchName, superiorName }: RosterSheet): Promise<Uint8Array> {
  const persons = new Map(history.persons.map((person) => [person.id, person]))
  const rows = rosterOfDay(history, day).members.flatMap(({ personId, name, category }, i): SheetData => {
    const person = persons.get(personId)
    if (!person) return []
    const secret = sealed?.get(personId)
    const texts = [
      name,
      branchName,
      secret?.idNumber ?? '',
      genders[person.gender],
      nationalEthnicity(person.ethnicity),
      person.birthDate ?? '',
      nationalEducation(person.education),
      memberCategoryNames[category],
      person.joinedOn ?? '',
      person.fullMemberOn ?? '',
      nationalJob(person.job),
      secret?.mobile ?? '',
      secret?.phone ?? '',
      '',
      '',
      '',
      person.isMobile ? '是' : '否',
      person.mobileDestination,
    ]
    return [
      raised(
        [{ type: Number, value: i + 1, ...middle }, ...texts.map((text) => textCell(text, { ...middle, wrap: true }))],
        widths,
      ),
    ]
  })
  const over = (text: string, columns: number, style: object): Row => [
    { ...textCell(text, style), columnSpan: columns },
    ...Array.from({ length: columns - 1 }, () => null),
  ]
  const plain = { align: 'left', alignVertical: 'center' } as const
  const data: SheetData = [
    over('党员基本信息汇总表', heads.length, { align: 'center', alignVertical: 'center', fontSize: 18, height: 36 }),
    [...over(`基层党委：${superiorName}`, 9, plain), ...over(`汇总日期：${chineseDate(day)}`, heads.length - 9, plain)],
    ...headRows(),
    ...rows,
  ]
  const sheet = '党员基本信息汇总表'
  const buffer = await writeXlsxFile(
    data,
    {
      sheet,
      orientation: 'landscape',
      stickyRowsCount: TITLE_ROWS,
      stickyColumnsCount: 2,
      columns: widths.map((width) => ({ width })),
    },
    {
      fontFamily: '宋体',
      fontSize: 10,
      features: [printSetup({ sheet, columns: heads.length, rows: data.length, titleRows: TITLE_ROWS, sideMargin: 0.35 })],
    },
  ).toBuffer()
  return new Uint8Array(buffer)
}

/** The same as a file in the outbox. @throws AppError LEDGER_NOT_OPEN, LEDGER_LOCKED, NOT_FOUND before the branch is made */
export async function makeRosterSheet(core: Core, input: { readonly year: number; readonly withSensitive: boolean }) {
  const roster = rosterOfYear(core, input)
  const { fullName, shortName, superiorName } = readBranch(core.session.require())
  return core.outbox.put({
    fileName: safeName(`${shortName}党员基本信息汇总表.xlsx`),
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    content: await rosterSheetXlsx({ ...roster, branchName: fullName, superiorName }),
  })
}
