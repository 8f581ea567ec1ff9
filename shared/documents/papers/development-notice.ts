import type { BranchProfile } from '../../branch/schema.ts'
import type { DevelopmentCase } from '../../development/case.ts'
import { chineseDate, type PlainDate } from '../../kernel/dates.ts'
import type { Person } from '../../members/schema.ts'
import { type Block, type DocumentModel, paper } from '../model.ts'
import { dateRoom, room, unsignedDate } from '../room.ts'

// In a cell of its own the room is seen without a line.
const blank = '　　　　'
const day = (date: PlainDate | null) => (date === null ? unsignedDate : chineseDate(date))
const genders = { male: '男', female: '女', '': blank } as const

interface NoticeSource {
  readonly given: DevelopmentCase
  /** As the roster has them; null for those who are not on it. */
  readonly person: Person | null
  readonly branch: Pick<BranchProfile, 'shortName' | 'fullName'>
}

const facts = (rows: readonly (readonly [string, string])[]): Block => ({
  kind: 'table',
  head: ['项目', '情况'],
  rows: rows.map(([label, value]) => [label, value]),
  widths: [4, 6],
  leftColumns: [1],
})

/**
 * 公示 before admission or conversion: facts of the record and the roster, room where there are none. Where and to whom an
 * opinion is given is written by hand.
 */
export function developmentNotice(kind: 'admission' | 'conversion', { given, person, branch }: NoticeSource): DocumentModel {
  const { dates, name, noticeFrom, sponsors, mentors } = given
  const isAdmission = kind === 'admission'
  const what = isAdmission ? `拟接收${name}同志为中共预备党员` : `${name}同志拟转为中共正式党员`
  const people = isAdmission && sponsors.length === 0 ? mentors : sponsors
  const rows: (readonly [string, string])[] = [
    ['姓名', name],
    ['性别', person ? genders[person.gender] : blank],
    ['民族', person?.ethnicity || blank],
    ['出生年月', person?.birthDate ? chineseDate(person.birthDate.slice(0, 7)) : '　　年　　月'],
    ['学历', person?.education || blank],
    ['工作单位及职务', [person?.unit, person?.job].filter(Boolean).join('') || blank],
    ['申请入党日期', day(dates.appliedOn)],
    ...(isAdmission
      ? ([
          ['确定为入党积极分子日期', day(dates.activistOn)],
          ['确定为发展对象日期', day(dates.targetOn)],
        ] as const)
      : ([
          ['接收为预备党员日期', day(dates.admittedOn)],
          ['申请转正日期', day(dates.conversionAppliedOn)],
        ] as const)),
    ['入党介绍人', people.join('、') || blank],
  ]
  const [from, to] = isAdmission ? [noticeFrom, dates.noticeTo] : [null, null]
  return paper('letter', {
    title: [branch.shortName, `关于${what}的公示`],
    body: [
      { kind: 'paragraph', text: `经支部委员会研究，${what}。按照发展党员工作的有关规定，现予公示，听取党员和群众的意见。` },
      facts(rows),
      { kind: 'paragraph', text: `公示时间：${from ? chineseDate(from) : dateRoom}至${to ? chineseDate(to) : dateRoom}。` },
      { kind: 'paragraph', text: `有意见的，请在公示期内向党支部或者上级党组织反映。受理人：${room(5)}　联系电话：${room(7)}` },
      { kind: 'ending', lines: [branch.fullName, unsignedDate] },
    ],
  })
}
