import type { Activity, Attendance, Part } from '#shared/activities/schema.ts'
import { activitySchema } from '#shared/activities/schema.ts'
import { type BranchProfile, branchSettingsSchema } from '#shared/branch/schema.ts'
import { newId } from '#shared/kernel/ids.ts'

/** The invented branch of DOMAIN 3.5. */
export const sampleBranch: BranchProfile = {
  id: newId(),
  fullName: '中共某局机关第三支部委员会',
  shortName: '某局机关第三党支部',
  superiorName: '某局直属机关党委',
  isSample: true,
  settings: branchSettingsSchema.parse({}),
}

export const committeeNames = ['张三', '李四', '王五', '赵六', '钱七']
export const memberNames = [...committeeNames, '孙八', '周九', '吴十', '郑甲', '冯乙', '陈丙', '褚丁', '卫戊', '蒋己']
const probationary = ['卫戊', '蒋己']

/** Who was there of `names`, in that order. */
export function attendanceOf(names: readonly string[], absent: readonly string[]): Attendance[] {
  return names.map((name) => ({
    personId: newId(),
    name,
    present: !absent.includes(name),
    reason: null,
    note: '',
    writtenOpinion: false,
    hasVote: !probationary.includes(name),
    isProbationary: probationary.includes(name),
    exempt: false,
  }))
}

type PartDraft = Partial<Part> & Pick<Part, 'purpose' | 'title'>

/** A part as the ledger gives it; counts follow from the attendance. */
export function partOf(draft: PartDraft): Part {
  const attendance = draft.attendance ?? []
  const voters = attendance.filter(({ hasVote }) => hasVote)
  return {
    id: newId(),
    groupId: null,
    groupName: '',
    forYear: 2025,
    recordNumber: '',
    rosterKnown: true,
    absentees: [],
    opening: null,
    agenda: [],
    resolutions: [],
    lecturer: null,
    topic: '',
    hours: null,
    counts: {
      due: attendance.length,
      present: attendance.filter(({ present }) => present).length,
      dueVoters: voters.length,
      presentVoters: voters.filter(({ present }) => present).length,
    },
    ...draft,
    attendance,
  }
}

/** A sitting as the ledger gives it, checked against the schema of the contract. */
export function activityOf(draft: Partial<Activity> & Pick<Activity, 'date' | 'parts'>): Activity {
  return activitySchema.parse({
    id: newId(),
    revision: 1,
    origin: 'typed',
    isLate: false,
    enteredOn: draft.date,
    state: 'toSign',
    attachments: [],
    invitees: [],
    ...draft,
  })
}

/** Without white space, as samples are compared. */
export const squeezed = (text: string) => text.replace(/[\s\u3000]+/gu, '')
