import type { BranchProfile } from '../../branch/schema.ts'
import { chineseDate, type PartialDate, type PlainDate } from '../../kernel/dates.ts'
import { paddedName } from '../../kernel/text.ts'
import { memberCategoryNames } from '../../members/labels.ts'
import { groupsOn, rosterOfDay } from '../../members/roster.ts'
import type { MemberDetail, RosterHistory } from '../../members/schema.ts'
import { type DocumentModel, paper } from '../model.ts'

/** Fields kept apart (DOMAIN 7.4), by person; only where the office asked for them on paper. */
export type SealedByPerson = ReadonlyMap<string, MemberDetail['masked']>

const genders = { male: '男', female: '女', '': '' } as const

const dateText = (date: PartialDate | null) => date ?? ''

/** 党员花名册 of a day in printing order; ID number and telephone only with `sealed` (DOMAIN 7.4: a version without is the rule). */
export function rosterDocument(
  history: RosterHistory,
  day: PlainDate,
  branch: Pick<BranchProfile, 'shortName'>,
  sealed: SealedByPerson | null = null,
): DocumentModel {
  const persons = new Map(history.persons.map((person) => [person.id, person]))
  const { members } = rosterOfDay(history, day)
  const rows = members.flatMap(({ personId, name, category, groupName, posts }, i) => {
    const person = persons.get(personId)
    if (!person) return []
    const secret = sealed?.get(personId)
    return [
      [
        String(i + 1),
        paddedName(name),
        genders[person.gender],
        person.ethnicity,
        dateText(person.birthDate),
        person.education,
        memberCategoryNames[category],
        dateText(person.joinedOn),
        dateText(person.fullMemberOn),
        groupName,
        posts.map(({ title }) => title).join('、'),
        ...(sealed ? [secret?.idNumber ?? '', secret?.mobile || secret?.phone || ''] : []),
        person.isMobile ? '流动党员' : '',
      ],
    ]
  })
  const formal = members.filter(({ category }) => category === 'formalMember').length
  return paper('wide', {
    title: [branch.shortName, '党员花名册'],
    head: [
      [
        { label: '截至', value: chineseDate(day) },
        { label: '党员', value: `${members.length}名（正式党员${formal}名，预备党员${members.length - formal}名）` },
      ],
    ],
    body: [
      {
        kind: 'table',
        head: [
          '序号',
          '姓名',
          '性别',
          '民族',
          '出生日期',
          '学历',
          '人员类别',
          '入党日期',
          '转正日期',
          '党小组',
          '支部职务',
          ...(sealed ? ['公民身份证号', '联系电话'] : []),
          '备注',
        ],
        rows,
        widths: sealed
          ? [9.5, 16, 9.5, 16, 20, 18.6, 16.2, 20, 20, 19.6, 19.6, 36, 23, 13]
          : [11, 20, 11, 16, 24, 22, 20, 24, 24, 26, 26, 25],
        leftColumns: [],
        isSmall: sealed !== null,
      },
    ],
  })
}

/** 支部委员会 and 党小组 of a day: who holds which post since when, and who is in which group. */
export function committeeDocument(history: RosterHistory, day: PlainDate, branch: Pick<BranchProfile, 'shortName'>): DocumentModel {
  const { members } = rosterOfDay(history, day)
  const since = (personId: string, title: string) =>
    history.intervals
      .filter(({ kind, personId: of, title: own }) => kind === 'post' && of === personId && (own === '' || own === title))
      .filter(({ validFrom, validTo }) => (validFrom ?? '') <= day && (validTo === null || validTo >= day))
      .map(({ validFrom }) => validFrom)[0] ?? null
  const committee = members
    .filter(({ isCommittee }) => isCommittee)
    .flatMap(({ personId, name, posts }) =>
      posts.filter(({ post }) => post !== 'groupLeader').map(({ title }) => ({ personId, name, title })),
    )
  const groups = groupsOn(history, day, day)
  return paper('sheet', {
    title: [branch.shortName, '支部委员会和党小组'],
    head: [[{ label: '截至', value: chineseDate(day) }]],
    body: [
      { kind: 'label', label: '支部委员会', text: committee.length === 0 ? '未登记' : '' },
      ...(committee.length === 0
        ? []
        : [
            {
              kind: 'table' as const,
              head: ['序号', '支部职务', '姓名', '任职起', '备注'],
              rows: committee.map(({ personId, name, title }, i) => {
                const from = since(personId, title)
                return [String(i + 1), title, paddedName(name), from === null ? '' : chineseDate(from), '']
              }),
              widths: [12, 34, 34, 42, 40],
            },
          ]),
      { kind: 'label', label: '党小组', text: groups.length === 0 ? '未划分党小组' : '' },
      ...(groups.length === 0
        ? []
        : [
            {
              kind: 'table' as const,
              head: ['党小组', '组长', '人数', '成员'],
              rows: groups.map((group) => {
                const ofGroup = members.filter(({ groupId }) => groupId === group.id)
                const leaders = ofGroup.filter(({ posts }) => posts.some(({ post }) => post === 'groupLeader'))
                return [
                  group.name,
                  leaders.map(({ name }) => paddedName(name)).join('、'),
                  String(ofGroup.length),
                  ofGroup.map(({ name }) => paddedName(name)).join('、'),
                ]
              }),
              widths: [30, 26, 14, 92],
              leftColumns: [3],
            },
          ]),
    ],
  })
}
