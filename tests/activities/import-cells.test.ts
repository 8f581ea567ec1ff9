import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readAbsentees } from '#shared/activities/import/absentees.ts'
import { readContent } from '#shared/activities/import/content.ts'
import { groupOf } from '#shared/activities/import/group-of.ts'
import { readKinds } from '#shared/activities/import/kinds.ts'
import { readInvitees, readMention } from '#shared/activities/import/people.ts'
import { absenceReasonNames } from '#shared/activities/labels.ts'
import type { AbsenceReason } from '#shared/activities/schema.ts'

const short = (text: string) =>
  readAbsentees(text).absentees.map(({ name, reason, note }) => [name, reason, note].filter((each) => each !== '').join(' '))

describe('缺席人员及原因', () => {
  it.each([
    ['陈丙（公出）、褚丁（年老体弱，不作硬性要求）', ['陈丙 businessTrip', '褚丁 exempt 年老体弱']],
    ['陈丙(公出),褚丁(年老体弱,不作硬性要求)', ['陈丙 businessTrip', '褚丁 exempt 年老体弱']],
    ['陈丙（公出）；吴　十（年休假）。', ['陈丙 businessTrip', '吴十 vacation']],
    ['陈丙公出，吴十病假', ['陈丙 businessTrip', '吴十 sickLeave']],
    ['陈丙：出差；吴十：事假', ['陈丙 businessTrip', '吴十 personalLeave']],
    ['陈丙 公出、吴十 学习培训', ['陈丙 businessTrip', '吴十 training']],
    ['陈丙，公出', ['陈丙 businessTrip']],
    ['公出：陈丙、吴十；病假：郑甲', ['陈丙 businessTrip', '吴十 businessTrip', '郑甲 sickLeave']],
    ['请假2人：陈丙（公出）、吴十（值班）', ['陈丙 businessTrip', '吴十 onDuty']],
    ['陈丙（未请假）\n吴十（借调）', ['陈丙 unexcused', '吴十 secondment']],
    ['陈丙（因病住院）', ['陈丙 sickLeave 住院']],
    ['陈丙（公出，已请假）', ['陈丙 businessTrip 已请假']],
    ['陈丙（公出）、陈　丙（公出）', ['陈丙 businessTrip']],
    ['无', []],
    ['无。', []],
    ['——', []],
    ['', []],
  ])('reads %s', (text, expected) => {
    expect(short(text)).toEqual(expected)
    expect(readAbsentees(text).doubts).toEqual([])
  })

  it('says when a reason is missing or not a usual one', () => {
    expect(short('陈丙、吴十（公出）')).toEqual(['陈丙 other', '吴十 businessTrip'])
    expect(readAbsentees('陈丙、吴十（公出）').doubts).toEqual([expect.stringContaining('陈丙')])
    expect(short('陈丙（赶路）')).toEqual(['陈丙 other 赶路'])
    expect(readAbsentees('陈丙（赶路）').doubts).toEqual([expect.stringContaining('赶路')])
  })

  it('knows a written opinion', () => {
    expect(readAbsentees('陈丙（公出，会前提出书面意见）').absentees).toMatchObject([
      { writtenOpinion: true, note: '会前提出书面意见' },
    ])
  })

  it('reads back every list it can print, with every bracket and separator', () => {
    const surname = fc.constantFrom(...'张李王赵钱孙周吴郑冯陈褚卫蒋')
    const given = fc.stringMatching(/^[甲乙丙丁戊己庚辛]{1,2}$/)
    const reason = fc.constantFrom(...(Object.keys(absenceReasonNames) as AbsenceReason[]).filter((each) => each !== 'other'))
    const note = fc.constantFrom('', '已请假', '会前告知')
    const people = fc.uniqueArray(fc.record({ name: fc.tuple(surname, given).map((parts) => parts.join('')), reason, note }), {
      minLength: 1,
      maxLength: 6,
      selector: ({ name }) => name,
    })
    fc.assert(
      fc.property(
        people,
        fc.constantFrom('、', '，', ',', '；', ';', '\n'),
        fc.constantFrom('（）', '()'),
        (list, separator, [open, close]) => {
          const text = list
            .map(
              (each) =>
                `${each.name}${open}${[absenceReasonNames[each.reason], each.note].filter((part) => part !== '').join('，')}${close}`,
            )
            .join(separator)
          expect(
            readAbsentees(text).absentees.map(({ name, reason: read, note: said }) => ({ name, reason: read, note: said })),
          ).toEqual(list)
        },
      ),
    )
  })

  it('never fails, whatever is written', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[张三公出（）(),，、；;:：\s\d]{0,30}$/)), (text) => {
        for (const absentee of readAbsentees(text).absentees) {
          expect(absentee.name).not.toBe('')
          expect(absentee.name.length).toBeLessThanOrEqual(60)
          expect(absentee.note.length).toBeLessThanOrEqual(200)
        }
      }),
    )
  })
})

describe('other cells of an old ledger', () => {
  it.each([
    ['支部党员大会', ['generalMeeting']],
    ['党员大会', ['generalMeeting']],
    ['支委会会议', ['committeeMeeting']],
    ['支部委员会会议（扩大）', ['committeeMeeting']],
    ['党小组会（第一党小组）', ['groupMeeting']],
    ['主题党日 活动', ['themedPartyDay']],
    ['支部党员大会暨党课', ['generalMeeting', 'partyLecture']],
    ['理论学习', ['studySession']],
    ['民主生活会', null],
    ['座谈会', null],
    ['', null],
  ])('reads the kind %s', (text, expected) => {
    expect(readKinds(text)).toEqual(expected)
  })

  it('finds the group that is meant, and none where two are', () => {
    const groups = [
      { id: 'a', name: '第一党小组' },
      { id: 'b', name: '第二党小组' },
      { id: 'c', name: '机关服务党小组' },
    ]
    const found = (...texts: string[]) => groupOf(texts, groups)?.id ?? null
    expect(found('第一党小组1月党小组会')).toBe('a')
    expect(found('', '党小组会', '第2党小组10月党小组会')).toBe('b')
    expect(found('二组')).toBe('b')
    expect(found('机关服务党小组会')).toBe('c')
    expect(found('第一、第二党小组联合会议', '')).not.toBe('a')
    expect(found('第三党小组会')).toBeNull()
    expect(found('党小组会')).toBeNull()
  })

  it('reads people with posts and units in brackets', () => {
    expect(readMention('张　三（党支部书记）')).toEqual({ name: '张三', post: '党支部书记' })
    expect(readMention('无')).toBeNull()
    expect(readInvitees('何某（机关党委，指导员）、高某')).toEqual([
      { name: '何某', role: '机关党委，指导员' },
      { name: '高某', role: '' },
    ])
  })

  it('reads lecturer and topic of a lecture, and keeps a text with sentences whole', () => {
    const lecture = readContent('授课人：张三（书记）。课题：《改进工作作风，提高服务效能》。党员交流讨论。', ['partyLecture'])
    expect(lecture).toMatchObject({
      lecturer: { name: '张三', post: '书记' },
      topic: '改进工作作风，提高服务效能',
      agenda: [{ title: '党员交流讨论' }],
    })
    const [whole, ...others] = readContent('会议学习了文件。会上，张三作了发言。', ['generalMeeting']).agenda
    expect(others).toEqual([])
    expect(whole).toMatchObject({ title: '主要内容', content: [{ kind: 'text', text: '会议学习了文件。会上，张三作了发言。' }] })
  })
})
