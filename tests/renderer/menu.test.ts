import { describe, expect, it } from 'vitest'
import { isUnder, markedAddress, menuEntries, shownRecord } from '#renderer/app/menu.ts'

describe('the menu', () => {
  it('marks exactly one entry for every page that belongs to it', () => {
    const current = (location: string) => menuEntries.filter(({ covers }) => isUnder(location, covers)).map(({ label }) => label)
    expect(current('/')).toEqual(['首页'])
    expect(current('/summary')).toEqual(['首页'])
    expect(current('/plans/prepare')).toEqual(['计划与任务'])
    expect(current('/follow-ups')).toEqual(['计划与任务'])
    expect(current('/activities/new')).toEqual(['组织生活'])
    expect(current('/members/import')).toEqual(['党员管理'])
    expect(current('/packs')).toEqual(['打印与报送'])
    expect(current('/study')).toEqual(['学习教育'])
    expect(current('/talks')).toEqual(['党员管理'])
    expect(current('/records/kind/honour')).toEqual(['作用发挥'])
    expect(current('/rating')).toEqual(['达标创星'])
    expect(current('/bin')).toEqual(['组织生活'])
    expect(current('/inspection')).toEqual(['打印与报送'])
    expect(current('/settings')).toEqual([])
  })
  it('marks a dated record by the page of its kind', () => {
    const current = (location: string, query = '', kind: string | null = null) =>
      menuEntries.filter(({ covers }) => isUnder(markedAddress(location, query, kind), covers)).map(({ label }) => label)
    expect(current('/records/new', 'kind=makeUpStudy&sitting=x')).toEqual(['学习教育'])
    expect(current('/records/new', 'kind=heartToHeartTalk')).toEqual(['党员管理'])
    expect(current('/records/kind/studyPlan')).toEqual(['学习教育'])
    expect(current('/records/0198', '', 'developmentCase')).toEqual(['发展与换届'])
    expect(current('/records/0198/history', '', 'honour')).toEqual(['作用发挥'])
    expect(current('/records/0198')).toEqual(['作用发挥'])
    expect(current('/records/new', 'kind=nothing')).toEqual(['作用发挥'])
    expect(shownRecord('/records/0198/history')).toBe('0198')
    expect(shownRecord('/records/new')).toBeNull()
    expect(shownRecord('/activities/0198')).toBeNull()
  })
})
