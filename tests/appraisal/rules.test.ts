import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { baseOf, checkGrades, excellentLimit, type Grade, gradeWords, usualAppraisal } from '#shared/appraisal/grades.ts'
import { gradeLines, gradesByPerson } from '#shared/appraisal/opinion.ts'
import { stepsFound } from '#shared/appraisal/steps.ts'

const people = (formal: number, probationary: number) =>
  Array.from({ length: formal + probationary }, (_, i) => ({
    personId: `p${i}`,
    name: `党员${i}`,
    category: i < formal ? ('formalMember' as const) : ('probationaryMember' as const),
  }))

describe('grades of 民主评议 (DOMAIN 2.3)', () => {
  test.each([
    [people(13, 0), 4],
    [people(12, 3), 4],
  ])('the third is of the formal members, rounded down', (members, limit) =>
    expect(excellentLimit(baseOf(members, usualAppraisal))).toBe(limit),
  )

  test('a branch may count all members', () => {
    const settings = { ...usualAppraisal, excellentBase: 'members' as const }
    expect(excellentLimit(baseOf(people(12, 3), settings))).toBe(5)
  })

  test('what is over the share, missing or against the habit is said, and nothing is refused', () => {
    const members = people(6, 1)
    const given = new Map<string, Grade>([
      ['p0', 'excellent'],
      ['p1', 'excellent'],
      ['p2', 'excellent'],
      ['p3', 'qualified'],
      ['p4', 'qualified'],
      ['p6', 'qualified'],
    ])
    const words = gradeWords(checkGrades(members, given, usualAppraisal), usualAppraisal).join('\n')
    expect(words).toContain('优秀3名，正式党员6名，一般不超过三分之一（2名）')
    expect(words).toContain('还有1名没有等次：党员5')
    expect(words).toContain('党员6有等次')
  })

  test('the limit is the greatest whole number whose three times the base holds, for any base', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5000 }), (base) => {
        const limit = excellentLimit(base)
        expect(limit * 3).toBeLessThanOrEqual(base)
        expect((limit + 1) * 3).toBeGreaterThan(base)
      }),
    )
  })

  test('a grade is of the one member with that name', () => {
    const members = [...people(2, 0), { ...people(1, 0)[0], personId: 'x', name: '党员1' }] as { personId: string; name: string }[]
    const lines = gradeLines({
      grades: [
        { name: '党员0', grade: 'excellent', toldOn: '2026-01-20' },
        { name: '党员1', grade: 'basic' },
      ],
    })
    expect([...gradesByPerson(lines, members)]).toEqual([['p0', 'excellent']])
  })
})

describe('steps of 民主评议 (支部工作条例 第十八条)', () => {
  test('the three in their order', () => {
    expect(stepsFound(['个人自评', '党员互评', '民主测评', '提出评定意见'], false)).toEqual({ missing: [], isInOrder: true })
    expect(stepsFound(['个人自评'], true)).toEqual({ missing: ['mutualAssessment'], isInOrder: true })
    expect(stepsFound(['民主测评', '个人自评', '党员互评'], true).isInOrder).toBe(false)
  })
})
