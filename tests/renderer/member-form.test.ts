import { describe, expect, it } from 'vitest'
import { intervalText, spanText } from '#renderer/members/interval-words.ts'
import { emptyMember, formOfMember, memberToSave, partialDateRule } from '#renderer/members/member-form.ts'
import { readPartialDate } from '#renderer/ui/partial-date.ts'
import { type MemberDetail, saveMemberSchema } from '#shared/members/schema.ts'

const id = (n: number) => `0197b000-0000-7000-8000-00000000000${n}`

const member: MemberDetail = {
  person: {
    ...emptyMember.person,
    id: id(1),
    position: 3,
    name: '卫戊',
    declaredCategory: 'probationaryMember',
    joinedOn: '2025-01-20',
  },
  memberships: [{ id: id(2), personId: id(1), validFrom: '2025-01', validTo: null, leaveReason: '' }],
  intervals: [{ id: id(3), personId: id(1), kind: 'group', value: id(4), title: '', validFrom: null, validTo: null }],
  masked: { idNumber: '350102********1234', mobile: '138****5678', phone: '', address: '' },
}

describe('the form of a member', () => {
  it('gives back what it was opened with, and the contract takes it', () => {
    const saved = saveMemberSchema.parse(memberToSave(formOfMember(member), member.person.id))
    expect(saved.person).toMatchObject({ name: '卫戊', joinedOn: '2025-01-20', declaredCategory: 'probationaryMember' })
    expect(saved.membership).toEqual({ validFrom: '2025-01', validTo: null, leaveReason: '' })
    expect(saved.intervals).toEqual([{ kind: 'group', value: id(4), title: '', validFrom: null, validTo: null }])
  })

  it('never hands masked values back as data', () => {
    expect(memberToSave(formOfMember(member), member.person.id).sealed).toEqual({})
    const changed = memberToSave({ ...formOfMember(member), sealed: { mobile: '13900001111', phone: '' } }, member.person.id)
    expect(changed.sealed).toEqual({ mobile: '13900001111' })
  })

  it('reads dates as they are typed and keeps their precision', () => {
    expect(['1996.1', '1996年1月', '2025', '20250627', '2025/6/27', ' '].map(readPartialDate)).toEqual([
      '1996-01',
      '1996-01',
      '2025',
      '2025-06-27',
      '2025-06-27',
      null,
    ])
  })

  it('names a date that cannot be read instead of dropping it', async () => {
    await expect(partialDateRule.validator(null, '2025-02-30')).rejects.toThrow('日期读不出来')
    await expect(partialDateRule.validator(null, '去年')).rejects.toThrow('日期读不出来')
    await expect(partialDateRule.validator(null, '1996.1')).resolves.toBeUndefined()
    await expect(partialDateRule.validator(null, null)).resolves.toBeUndefined()
  })

  it('says posts by their own title and spans in words', () => {
    const post = { kind: 'post', value: 'otherCommissioner', title: '青年委员', validFrom: '2021-05', validTo: '2024-03' } as const
    expect(intervalText(post, [])).toBe('青年委员')
    expect(spanText(post)).toBe('2021年5月—2024年3月')
    expect(spanText({ validFrom: null, validTo: null })).toBe('起始日期未录')
    expect(spanText({ validFrom: '2021', validTo: null })).toBe('2021年起')
  })
})
