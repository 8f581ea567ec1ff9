import { describe, expect, it } from 'vitest'
import { saveActivity, setInBin } from '#main/activities/service.ts'
import { putPartyGroup } from '#main/branch/store.ts'
import { bundledRules } from '#main/obligations/rules.ts'
import { summarizeYear } from '#main/obligations/service.ts'
import { type SaveActivityInput, saveActivitySchema } from '#shared/activities/schema.ts'
import { newId } from '#shared/kernel/ids.ts'
import { testClock } from '../helpers/ledger.ts'
import { sampleBranch } from '../helpers/sample-branch.ts'

type Part = SaveActivityInput['parts'][number]
const sitting = (date: string, ...parts: (Partial<Part> & Pick<Part, 'purpose'>)[]) =>
  saveActivitySchema.parse({ date, parts: parts.map((part) => ({ title: `${date}的会议`, ...part })) })

function open(today = '2026-01-10') {
  const clock = testClock(today)
  const branch = sampleBranch({ clock })
  const row = (id: string, year = 2025, scopeId?: string) => {
    const { rules } = summarizeYear(branch.ledger, year, clock)
    return rules.find((rule) => rule.id === id && (scopeId === undefined || rule.scope.id === scopeId))
  }
  return { ...branch, clock, row }
}

describe('the year of a real ledger', () => {
  it('follows from what was saved, and each number names its records', () => {
    const { core, ledger, groups, row, clock } = open()
    const june = saveActivity(
      core,
      sitting('2025-06-27', { purpose: 'generalMeeting' }, { purpose: 'partyLecture', title: '做合格党员' }),
    )
    const group = saveActivity(core, sitting('2025-06-11', { purpose: 'groupMeeting', groupId: groups[0] }))
    expect(row('general-meeting-quarterly')).toMatchObject({
      due: 4,
      done: 1,
      missing: ['2025-Q1', '2025-Q3', '2025-Q4'],
      records: [june.id],
      scope: { kind: 'branch', name: '某局机关第三党支部' },
    })
    expect(row('party-lecture-quarterly')?.periods[1]?.records).toEqual([
      { id: june.id, date: '2025-06-27', title: '2025-06-27的会议、做合格党员' },
    ])
    expect(row('group-meeting-monthly', 2025, groups[0])).toMatchObject({
      label: '党小组会（第一党小组）',
      done: 1,
      records: [group.id],
    })
    expect(row('group-meeting-monthly', 2025, groups[1])).toMatchObject({ label: '党小组会（第二党小组）', done: 0 })
    expect(summarizeYear(ledger, 2025, clock)).toMatchObject({ asOf: '2026-01-10', rulesVersion: bundledRules().version })
  })
  it('a sitting in the bin is no longer counted, taken out again it is', () => {
    const { core, row } = open()
    const { id } = saveActivity(core, sitting('2025-03-06', { purpose: 'committeeMeeting' }))
    expect(row('committee-meeting-monthly')).toMatchObject({ done: 1 })
    setInBin(core, id, true)
    expect(row('committee-meeting-monthly')).toMatchObject({ done: 0 })
    setInBin(core, id, false)
    expect(row('committee-meeting-monthly')).toMatchObject({ done: 1 })
  })
  it('a meeting without quorum took place and counts', () => {
    const { core, row } = open()
    const absentees = ['张三', '李四', '王五', '赵六'].map((name) => ({ name, reason: 'businessTrip' as const }))
    saveActivity(core, sitting('2025-03-06', { purpose: 'committeeMeeting', absentees }))
    expect(row('committee-meeting-monthly')).toMatchObject({ done: 1 })
  })
  it('the committee has no duty before it took office', () => {
    const { row } = open()
    expect(row('committee-meeting-monthly', 2022)).toMatchObject({ due: 0, missing: [] })
    expect(row('committee-meeting-monthly', 2023)).toMatchObject({ due: 8 })
  })
  it('组织生活会 of January counts for the year before', () => {
    const { core, row } = open('2026-02-01')
    expect(row('org-life-meeting-yearly')).toMatchObject({ done: 0, missing: [] })
    const parts = [{ purpose: 'generalMeeting' as const }, { purpose: 'organizationalLifeMeeting' as const, forYear: 2025 }]
    saveActivity(core, sitting('2026-01-16', ...parts))
    expect(row('org-life-meeting-yearly')).toMatchObject({ done: 1 })
    expect(row('general-meeting-quarterly')).toMatchObject({ done: 0 })
    expect(row('general-meeting-quarterly', 2026)).toMatchObject({ done: 1 })
  })
  it('a group nobody belongs to has no duty', () => {
    const { ledger, clock } = open()
    ledger.write('建立党小组', (rows) =>
      putPartyGroup(rows, ledger.branchId, { id: newId(), name: '第三党小组', position: 3, validFrom: null, validTo: null }),
    )
    const groupRows = summarizeYear(ledger, 2025, clock).rules.filter((rule) => rule.scope.kind === 'group')
    expect(groupRows.map((rule) => rule.scope.name)).toEqual(['第一党小组', '第二党小组'])
  })
})
