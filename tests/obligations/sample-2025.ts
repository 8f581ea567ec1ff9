import type { Purpose } from '#shared/activities/schema.ts'
import type { MemberInterval, Post, RosterHistory } from '#shared/members/schema.ts'
import type { EngineInput, SittingRecord } from '#shared/obligations/engine.ts'

export const branchId = '019a0000-0000-7000-8000-00000000b000'
export const groupIds = ['019a0000-0000-7000-8000-000000000a01', '019a0000-0000-7000-8000-000000000a02'] as const
const personId = (index: number) => `019a0000-0000-7000-8000-${String(index).padStart(12, '0')}`
const names = ['张三', '李四', '王五', '赵六', '钱七', '孙八', '周九', '吴十']
const committee: Post[] = [
  'branchSecretary',
  'organizationCommissioner',
  'publicityCommissioner',
  'disciplineCommissioner',
  'otherCommissioner',
]

const interval = (
  index: number,
  kind: MemberInterval['kind'],
  value: string,
  validFrom: string | null,
  validTo: string | null,
): MemberInterval => ({
  id: `${kind}-${value}-${index}-${validFrom}`,
  personId: personId(index),
  kind,
  value,
  title: '',
  validFrom,
  validTo,
})

/** A branch with the committee and the groups of the sample, for as long as `committeeFor` and `groupsFor` say. */
export function historyOf(
  committeeFor: { from: string | null; to: string | null } | null,
  groupsFor: { from: string | null; to: string | null } | null,
): RosterHistory {
  return {
    persons: names.map((name, index) => ({
      id: personId(index),
      name,
      gender: '',
      ethnicity: '',
      birthDate: null,
      education: '',
      nativePlace: '',
      job: '',
      unit: '',
      declaredCategory: 'formalMember',
      joinedOn: '2001-07-01',
      fullMemberOn: '2002-07-01',
      isMobile: false,
      mobileDestination: '',
      note: '',
      position: index,
    })),
    memberships: names.map((_, index) => ({
      id: `m${index}`,
      personId: personId(index),
      validFrom: null,
      validTo: null,
      leaveReason: '',
    })),
    intervals: [
      ...(committeeFor ? committee.map((post, index) => interval(index, 'post', post, committeeFor.from, committeeFor.to)) : []),
      ...(groupsFor
        ? names.map((_, index) => interval(index, 'group', groupIds[index % 2 === 0 ? 0 : 1], groupsFor.from, groupsFor.to))
        : []),
    ],
    groups: groupsFor
      ? groupIds.map((id, index) => ({
          id,
          name: ['第一党小组', '第二党小组'][index] ?? '',
          position: index,
          validFrom: groupsFor.from,
          validTo: groupsFor.to,
        }))
      : [],
  }
}

export const wholeHistory = historyOf({ from: '2023-05-12', to: null }, { from: null, to: null })

/** The days of tests/fixtures/samples/三会一课台账-2025.xlsx, month and day. */
const days: [Purpose, string | null, string][] = [
  ['committeeMeeting', null, '0106 0206 0306 0407 0506 0606 0704 0905 1009 1106 1205'],
  ['groupMeeting', groupIds[0], '0109 0212 0312 0410 0513 0611 0710 0813 0910 1015 1112 1210'],
  ['groupMeeting', groupIds[1], '0110 0213 0313 0411 0514 0612 0711 0814 0911 1016 1113 1211'],
  ['themedPartyDay', null, '0117 0221 0321 0418 0516 0613 0718 0815 0919 1017 1114 1219'],
  ['generalMeeting', null, '0328 0627 0926 1226'],
  ['partyLecture', null, '0523 1128'],
]
export const records2025: SittingRecord[] = days.flatMap(([purpose, groupId, list], kind) =>
  list.split(' ').map((day) => ({
    id: `019a0000-0000-7000-8000-0000000${kind}${day}`,
    date: `2025-${day.slice(0, 2)}-${day.slice(2)}`,
    state: 'signed',
    origin: 'imported',
    title: purpose,
    parts: [{ purpose, groupId, forYear: 2025 }],
  })),
)

export const inputOf = (changes: Partial<Omit<EngineInput, 'table'>> = {}): Omit<EngineInput, 'table'> => ({
  branch: { id: branchId, name: '某局机关第三党支部' },
  history: wholeHistory,
  records: records2025,
  explanations: [],
  today: '2026-11-23',
  ...changes,
})

/** One sitting with the purposes given. */
export const sitting = (id: string, date: string, ...purposes: Purpose[]): SittingRecord => ({
  id,
  date,
  state: 'signed',
  origin: 'typed',
  title: id,
  parts: purposes.map((purpose) => ({ purpose, groupId: null, forYear: Number(date.slice(0, 4)) })),
})
