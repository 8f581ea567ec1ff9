import { describe, expect, it } from 'vitest'
import { dayRemarks } from '#renderer/activities/form/day-remarks.ts'
import { detailsOf, electionOf } from '#renderer/activities/form/details-to-save.ts'
import { formElectionSchema, newForm, newPart, partAt } from '#renderer/activities/form/model.ts'
import { ballotProblems, tallyProblem } from '#renderer/activities/form/purpose/tally-check.ts'
import { createFormStore } from '#renderer/activities/form/store.ts'
import { takePasted } from '#renderer/activities/form/take-pasted.ts'
import { toSaveInput } from '#renderer/activities/form/to-save.ts'
import { nameTyped, resolveLetters } from '#shared/activities/entry/letters.ts'
import { splitMinutes } from '#shared/activities/entry/split-minutes.ts'
import { isNameInLetters } from '#shared/search/pinyin.ts'

const start = () => newForm({ purpose: 'themedPartyDay', date: '2026-01-15', groupId: null })
const absent = { personId: null, name: '陈丙', reason: 'businessTrip' as const, note: '', writtenOpinion: false }

describe('a sitting of several parts', () => {
  it('shares who is absent among those whom the same people attend, and only those', () => {
    const store = createFormStore(start(), null)
    store.getState().addPart(newPart({ purpose: 'committeeMeeting' }))
    store.getState().addPart(newPart({ purpose: 'partyLecture' }))
    expect(store.getState().shown).toBe(2)
    store.getState().editAttendance((part) => ({ ...part, absentees: [absent] }))
    const absentees = () => store.getState().model.parts.map((part) => part.absentees.length)
    expect(absentees()).toEqual([1, 0, 1])
    store.getState().removePart(2, '已去掉')
    expect(absentees()).toEqual([1, 0])
    store.getState().takeBack()
    expect(absentees()).toEqual([1, 0, 1])
  })

  it('belongs to the year before only where it looks back', () => {
    const store = createFormStore(start(), null)
    store.getState().addPart(newPart({ purpose: 'organizationalLifeMeeting' }))
    expect(toSaveInput(store.getState().model).parts.map((part) => part.forYear)).toEqual([null, 2025])
  })

  it('takes pasted minutes into the part shown', () => {
    const store = createFormStore(start(), null)
    store.getState().addPart(newPart({ purpose: 'partyLecture' }))
    const pasted = splitMinutes('缺席人员：陈丙（公出）\n会议内容：\n一、学习\n吴十：同意。')
    const model = takePasted(store.getState().model, pasted, [], 1)
    expect(partAt(model, 1).agenda.map((item) => item.title)).toEqual(['学习'])
    expect(partAt(model, 0).agenda[0]?.title).toBe('')
    expect(model.parts.map((part) => part.absentees.length)).toEqual([1, 1])
  })
})

it('rows that nobody has filled in are not saved, and an empty figure is 0', () => {
  const empty = { name: '张三', excellent: null, qualified: null, basic: null, unqualified: null }
  const blank = { problem: '', owner: '', measure: '', due: '', done: '' }
  expect(detailsOf({ tallies: [empty], rectifications: [blank], readings: [' '] })).toEqual({})
  expect(detailsOf({ tallies: [{ ...empty, excellent: 3 }] })?.tallies).toEqual([
    { name: '张三', excellent: 3, qualified: 0, basic: 0, unqualified: 0 },
  ])
  const election = formElectionSchema.parse({ seats: 3, candidates: [{ name: '' }, { name: '张三', votes: 9 }] })
  expect(electionOf(election)).toMatchObject({ seats: 3, candidates: [{ name: '张三', votes: 9 }] })
})

it('figures that do not add up are said at the field', () => {
  const tally = { name: '张三', excellent: 10, qualified: null, basic: null, unqualified: null }
  expect(tallyProblem(tally, 13)).toBe('合计10，有效测评表13份')
  expect(tallyProblem({ ...tally, qualified: 3 }, 13)).toBeNull()
  expect(ballotProblems({ issued: 13, returned: 14, valid: 15 })).toHaveLength(2)
})

it('an end before the start, a day to come and a rest day are said under the day', () => {
  const sitting = { id: null, date: '2026-02-01', startTime: '15:00', endTime: '14:00', today: '2026-01-20' }
  const day = { date: '2026-02-01', kind: 'restDay' as const, name: '', weekday: '星期日', isYearKnown: true }
  expect(dayRemarks(sitting, day, [])).toHaveLength(3)
  expect(dayRemarks({ ...sitting, endTime: '16:00', today: '2026-02-02' }, undefined, [])).toEqual([])
})

it('letters become a name only where one name is meant', () => {
  const names = ['张三', '李四', '王五', '吴十', '卫戊']
  expect(resolveLetters('ls', names, isNameInLetters)).toBe('李四')
  expect(resolveLetters('ls、ws', names, isNameInLetters)).toBe('李四、吴十')
  expect(resolveLetters('ww', names, isNameInLetters)).toBe('ww')
})

it('one name typed in letters is never written as the letters themselves', () => {
  const names = ['张三', '李四', '王五', '卫戊']
  expect(nameTyped('zs', names, isNameInLetters)).toBe('张三')
  expect(nameTyped('ww', names, isNameInLetters)).toBe(null)
  expect(nameTyped('林壬', names, isNameInLetters)).toBe('林壬')
  expect(nameTyped('xy', names, isNameInLetters)).toBe('xy')
})
