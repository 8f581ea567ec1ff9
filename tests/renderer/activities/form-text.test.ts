import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inviteeLabel, parseInvitees } from '#renderer/activities/form/invitees.ts'
import { splitNames } from '#renderer/activities/form/names.ts'
import { normalTime } from '#renderer/activities/form/normal-time.ts'
import { parseSpeaker, speakerLabel } from '#renderer/activities/form/speaker.ts'

describe('列席 as people type it', () => {
  it.each([
    ['', []],
    ['无', []],
    ['刘庚（直属机关党委专职副书记）', [['刘庚', '直属机关党委专职副书记']]],
    ['刘庚(专职副书记)', [['刘庚', '专职副书记']]],
    ['刘庚 直属机关党委专职副书记', [['刘庚', '直属机关党委专职副书记']]],
    ['刘　庚　专职副书记', [['刘庚', '专职副书记']]],
    [
      '孙八、周九（党小组组长）',
      [
        ['孙八', ''],
        ['周九', '党小组组长'],
      ],
    ],
    [
      '孙八（第一党小组、组长）；周九',
      [
        ['孙八', '第一党小组、组长'],
        ['周九', ''],
      ],
    ],
    ['入党积极分子2名', [['入党积极分子2名', '']]],
    ['刘庚（没写完', [['刘庚', '没写完']]],
  ] as const)('%s', (text, expected) => {
    expect(parseInvitees(text).map(({ name, role }) => [name, role])).toEqual(expected)
  })

  it('reads back what it shows', () => {
    const name = fc.constantFrom('刘庚', '孙八', '欧阳修远', '阿里·买买提')
    const role = fc.constantFrom('', '党小组组长', '直属机关党委专职副书记')
    fc.assert(
      fc.property(fc.array(fc.record({ name, role }), { maxLength: 4 }), (people) => {
        expect(parseInvitees(people.map(inviteeLabel).join('、'))).toEqual(people)
      }),
    )
  })
})

describe('a time of day', () => {
  it.each([
    ['1500', '15:00'],
    ['15：00', '15:00'],
    ['15.30', '15:30'],
    ['9:5', '09:05'],
    ['930', '09:30'],
    ['9', '09:00'],
    ['15点30分', '15:30'],
    ['9时', '09:00'],
    ['24:00', '24:00'],
    ['9:75', '9:75'],
    ['下午', '下午'],
    ['', ''],
  ])('%s → %s', (typed, expected) => {
    expect(normalTime(typed)).toBe(expected)
  })
})

describe('the speaker of a speech', () => {
  it('keeps what the person speaks as apart from the name', () => {
    expect(parseSpeaker('赵六（入党介绍人）')).toEqual({ speaker: '赵六', role: '入党介绍人' })
    expect(parseSpeaker('赵六(入党介绍人')).toEqual({ speaker: '赵六', role: '入党介绍人' })
    expect(parseSpeaker(' 钱七 ')).toEqual({ speaker: '钱七', role: '' })
  })

  it('reads back what it shows', () => {
    for (const [speaker, role] of [
      ['赵六', '入党介绍人'],
      ['钱七', ''],
    ] as const) {
      expect(parseSpeaker(speakerLabel(speaker, role))).toEqual({ speaker, role })
    }
  })
})

it('parts names at every usual sign', () => {
  expect(splitNames('吴十、郑　甲，冯乙；')).toEqual(['吴十', '郑甲', '冯乙'])
})
