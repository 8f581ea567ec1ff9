import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type DevelopmentCase, type StepKey, stageOf, stepKeys } from '#shared/development/case.ts'
import { developmentFindings } from '#shared/development/order.ts'
import { resolutionParagraph } from '#shared/development/paragraph.ts'
import { examinationDue, probationEnd } from '#shared/development/rules.ts'
import { developmentSteps } from '#shared/development/steps.ts'
import type { FoundVote } from '#shared/development/votes.ts'
import { plusDays, plusMonths } from '#shared/kernel/dates.ts'

const noDates = Object.fromEntries(stepKeys.map((key) => [key, null])) as Record<StepKey, string | null>
const given = (dates: Partial<Record<StepKey, string>>, more: Partial<DevelopmentCase> = {}): DevelopmentCase => ({
  id: 'x',
  name: '蒋己',
  personId: null,
  status: '',
  dates: { ...noDates, appliedOn: '2022-06-10', ...dates },
  noticeFrom: null,
  extensionMonths: null,
  mentors: ['赵六', '李四'],
  sponsors: ['赵六', '李四'],
  examinedOn: [],
  ...more,
})
const step = (of: DevelopmentCase, key: StepKey, today: string) => developmentSteps(of, today).find((each) => each.key === key)
const texts = (of: DevelopmentCase, today = '2026-01-01') => developmentFindings(of, today).map(({ text }) => text)

describe('the line of time', () => {
  test('talk within a month of the application', () => {
    expect(step(given({}), 'talkOn', '2022-07-10')).toMatchObject({ state: 'open', dueOn: '2022-07-10' })
    expect(step(given({}), 'talkOn', '2022-07-11')?.state).toBe('overdue')
    expect(texts(given({ talkOn: '2022-07-11' }))).toEqual(['收到申请一个月后才谈话'])
    expect(texts(given({ talkOn: '2022-07-10' }))).toEqual([])
  })

  test('an activist becomes 发展对象 after a year, and is examined every half-year until then', () => {
    const activist = given({ talkOn: '2022-06-24', activistOn: '2022-12-16' })
    expect(step(activist, 'targetOn', '2023-01-01')?.notBefore).toBe('2023-12-16')
    expect(examinationDue(activist)).toBe('2023-06-16')
    expect(examinationDue({ ...activist, examinedOn: ['2023-06-10'] })).toBe('2023-12-10')
    const early = given({ talkOn: '2022-06-24', activistOn: '2022-12-16', targetOn: '2023-12-15' })
    expect(texts(early)).toEqual(['确定为积极分子不满一年就列为发展对象'])
  })

  test('probation is a year from admission, longer by one extension of half a year to a year', () => {
    const admitted = given({ admittedOn: '2024-06-20' })
    expect(probationEnd(admitted)).toBe('2025-06-20')
    expect(step(admitted, 'convertedOn', '2025-06-21')).toMatchObject({ state: 'overdue', notBefore: '2025-06-20' })
    const extended = given({ admittedOn: '2024-06-20', extendedOn: '2025-06-27' }, { extensionMonths: 6 })
    expect(probationEnd(extended)).toBe('2025-12-20')
    for (const [months, isFine] of [
      [5, false],
      [6, true],
      [12, true],
      [13, false],
    ] as const)
      expect(
        texts({ ...extended, extensionMonths: months }).some((text) => text.startsWith('延长预备期')),
        String(months),
      ).toBe(!isFine)
  })

  test('the superior decides within three months', () => {
    expect(step(given({ admittedOn: '2024-06-20' }), 'approvedOn', '2024-06-21')?.dueOn).toBe('2024-09-20')
  })

  test('conversion is never said to be due before the probation ends, whatever the dates', () => {
    const day = fc.integer({ min: 0, max: 4000 }).map((days) => plusDays('2015-01-01', days))
    fc.assert(
      fc.property(day, fc.option(fc.integer({ min: 1, max: 24 })), day, (admittedOn, months, convertedOn) => {
        const extendedOn = months === null ? {} : { extendedOn: plusMonths(admittedOn, 12) }
        const of = given({ admittedOn, convertedOn, ...extendedOn }, { extensionMonths: months })
        const end = probationEnd(of) as string
        expect(end >= plusMonths(admittedOn, 12)).toBe(true)
        expect(texts(of, '2099-01-01').includes('预备期未满就讨论转正')).toBe(convertedOn < end)
      }),
    )
  })

  test('dates in order are never pointed out, a pair out of order always is', () => {
    const gaps = fc.array(fc.integer({ min: 0, max: 800 }), { minLength: stepKeys.length, maxLength: stepKeys.length })
    fc.assert(
      fc.property(gaps, fc.nat(stepKeys.length - 2), (days, at) => {
        let day = '2000-01-01'
        const dates: Record<string, string> = {}
        for (const [i, key] of stepKeys.entries()) dates[key] = day = plusDays(day, days[i] ?? 0)
        const contradictions = (of: Record<string, string>) =>
          texts(given(of), '2099-01-01').filter((text) => text.includes('早于“'))
        expect(contradictions(dates)).toEqual([])
        const [key, next] = [stepKeys[at] as StepKey, stepKeys[at + 1] as StepKey]
        expect(contradictions({ ...dates, [next]: plusDays(dates[key] as string, -1) }).length).toBeGreaterThan(0)
      }),
    )
  })

  test('the stage follows from the dates; what the record says beside them is pointed out', () => {
    expect(stageOf(given({ activistOn: '2022-12-16' }))).toBe('activist')
    expect(stageOf(given({ activistOn: '2022-12-16' }, { status: 'ended' }))).toBe('ended')
    expect(texts(given({ talkOn: '2022-06-24' }, { status: 'formalMember' }))).toEqual(['“进展”和已填的日期对不上，以日期为准'])
  })
})

describe('the text to copy', () => {
  const vote: FoundVote = {
    activityId: 'a',
    date: '2025-06-27',
    title: '',
    recordNumber: '',
    item: '',
    subject: 'conversion',
    dueVoters: 12,
    presentVoters: 11,
    writtenOpinions: 1,
    votesFor: 12,
    votesAgainst: 0,
    votesAbstain: 0,
    passed: true,
    verdict: '',
  }
  const branch = { shortName: '某局机关第三党支部' }

  test('has the figures of the meeting and room for what was thought of the person', () => {
    const text = resolutionParagraph('conversion', '蒋己', vote, branch)
    expect(text).toContain('应到会有表决权的党员12名，实到会有表决权的党员11名。因故不能到会的1名党员会前正式提出书面意见')
    expect(text).toContain('赞成12票，不赞成0票，弃权0票，赞成人数超过应到会有表决权的正式党员的半数')
    expect(text).toContain('同意蒋己同志按期转为中共正式党员')
    expect(text).toMatch(/大会认为：　+\n/u)
  })

  test('without a vote it has no figure and no decision', () => {
    const text = resolutionParagraph('admission', '某同志', null, branch)
    expect(text).not.toMatch(/\d/)
    expect(text).not.toContain('同意')
  })

  test('a vote that failed is never a consent', () => {
    fc.assert(
      fc.property(fc.nat(20), fc.nat(20), (votesFor, dueVoters) => {
        const text = resolutionParagraph('admission', '某', { ...vote, votesFor, dueVoters, passed: false }, branch)
        expect(text).toContain('未获通过')
        expect(text).not.toContain('同意接收')
      }),
    )
  })
})
