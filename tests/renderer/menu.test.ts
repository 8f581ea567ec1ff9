import { describe, expect, it } from 'vitest'
import { isUnder, menuEntries } from '#renderer/app/menu.ts'

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
})
