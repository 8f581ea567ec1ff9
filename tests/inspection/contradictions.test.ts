import { describe, expect, test } from 'vitest'
import { inspected, say, write } from './helpers.ts'

const absent = (name: string) => ({ absentees: [{ name, reason: 'businessTrip' as const }] })

describe('rest days', () => {
  test('weekends and holidays are named, days worked for them are not', async () => {
    const { meet, found } = inspected()
    const saturday = await meet({ date: '2025-06-07' })
    const holiday = await meet({ date: '2025-10-01' })
    await meet({ date: '2025-09-28' })
    await meet({ date: '2025-06-06' })
    const findings = await found('restDay')
    expect(findings.map(({ records }) => records)).toEqual([[saturday], [holiday]])
    expect(findings[0]?.text).toContain('2025年6月7日')
    expect(findings[0]?.text).toContain('星期六')
    expect(findings[1]?.text).toContain('国庆')
  })

  test('a meeting that is only planned is none', async () => {
    const { meet, found } = inspected()
    await meet({ date: '2025-06-07', state: 'planned' })
    expect(await found('restDay')).toEqual([])
  })
})

describe('overlapping times', () => {
  test('of the same committee, or in the same room', async () => {
    const { meet, found, groups } = inspected()
    const first = await meet()
    const second = await meet({ startTime: '10:30', endTime: '11:30', place: '二楼会议室' })
    const group = await meet({ startTime: '10:50' }, { purpose: 'groupMeeting', groupId: groups[0], title: '党小组会' })
    const records = (await found('overlap')).map((finding) => finding.records)
    expect(records).toEqual([
      [first, second],
      [first, group],
    ])
  })

  test('not when one begins as the other ends, nor for two groups in two rooms', async () => {
    const { meet, found, groups } = inspected()
    await meet()
    await meet({ startTime: '11:00', endTime: '12:00' })
    await meet({ date: '2025-06-11' }, { purpose: 'groupMeeting', groupId: groups[0], title: '第一党小组会' })
    await meet({ date: '2025-06-11', place: '506办公室' }, { purpose: 'groupMeeting', groupId: groups[1], title: '第二党小组会' })
    expect(await found('overlap')).toEqual([])
    expect(await found('twoPlaces')).toEqual([])
  })

  test('a meeting without times contradicts none', async () => {
    const { meet, found } = inspected()
    await meet({ startTime: null, endTime: null })
    await meet()
    expect(await found('overlap')).toEqual([])
  })
})

describe('one person in two places', () => {
  test('by attendance, and as a guest', async () => {
    const { meet, found, groups } = inspected()
    const committee = await meet({ invitees: [{ name: '周九', role: '党小组组长' }] })
    const group = await meet(
      { startTime: '10:30', place: '506办公室', chair: { name: '周九' } },
      { purpose: 'groupMeeting', groupId: groups[1], title: '第二党小组会', ...absent('赵六') },
    )
    const [finding, ...others] = await found('twoPlaces')
    expect(others).toEqual([])
    expect(finding?.records).toEqual([committee, group])
    expect(finding?.text).toContain('李四、钱七、周九')
    expect(finding?.text).not.toContain('赵六')
  })

  test('the same place written with a space is one place', async () => {
    const { meet, found } = inspected()
    await meet({ place: '局机关二楼会议室' })
    await meet({ startTime: '10:30', place: '局机关 二楼会议室' })
    expect(await found('twoPlaces')).toEqual([])
    expect(await found('overlap')).toHaveLength(1)
  })
})

describe('absent members who act', () => {
  test.each([
    ['speaks', { agenda: [{ title: '议题', content: [say('赵六', '同意。')] }] }, '发言'],
    ['speaks in a text', { agenda: [{ title: '议题', content: [write('会议开始。赵六：我同意。')] }] }, '发言'],
    ['speaks with a post', { agenda: [{ title: '议题', content: [write('　　赵六（纪检委员）：同意')] }] }, '发言'],
    [
      'counts votes',
      {
        agenda: [
          {
            title: '议题',
            content: [
              {
                kind: 'vote' as const,
                vote: {
                  subject: 'ordinary' as const,
                  method: 'hands' as const,
                  tellers: ['赵六'],
                  votesFor: 4,
                  votesAgainst: 0,
                  votesAbstain: 0,
                },
              },
            ],
          },
        ],
      },
      '计票',
    ],
  ])('%s', async (_what, part, act) => {
    const { meet, found } = inspected()
    const id = await meet({}, { ...absent('赵六'), ...part })
    const [finding, ...others] = await found('absentActs')
    expect(others).toEqual([])
    expect(finding?.records).toEqual([id])
    expect(finding?.text).toContain('赵六列为缺席')
    expect(finding?.text).toContain(act)
  })

  test('chairs and records', async () => {
    const { meet, found } = inspected()
    await meet({ chair: { name: '赵六' }, recorder: { name: '赵　六' } }, absent('赵六'))
    expect((await found('absentActs'))[0]?.text).toContain('主持、记录')
  })

  test('a written opinion, being spoken of, and the present are no contradiction', async () => {
    const { meet, found } = inspected()
    await meet(
      {},
      {
        ...absent('赵六'),
        agenda: [
          {
            title: '议题',
            content: [
              { kind: 'speech', speaker: '赵六', role: '书面意见', text: '同意。' },
              say('赵六', '（书面意见）同意按期转正。'),
              write('赵六（书面意见）：同意。\n赵六：会前提出书面意见，同意。'),
              write('李四转述赵六的意见：同意。由赵六会后落实。'),
              say('李四', '同意。'),
            ],
          },
        ],
      },
    )
    expect(await found('absentActs')).toEqual([])
  })

  test('absent from one part of a sitting and present in the other may speak there', async () => {
    const { meet, found } = inspected()
    await meet({
      chair: { name: '赵六' },
      parts: [
        { purpose: 'committeeMeeting', title: '支委会', ...absent('赵六') },
        { purpose: 'themedPartyDay', title: '主题党日', agenda: [{ title: '交流', content: [say('赵六', '我来说。')] }] },
      ],
    })
    expect(await found('absentActs')).toEqual([])
  })
})

describe('sentences shared with another meeting', () => {
  const sentence = '要把审批服务中的三个典型问题逐一整改到位'

  test('are quoted once, with every record they stand in', async () => {
    const { meet, found } = inspected()
    const june = await meet(
      {},
      { agenda: [{ title: '议题', content: [say('张三', `${sentence}。第二句是另外一件完全不同的事情。`)] }] },
    )
    const july = await meet(
      { date: '2025-07-04' },
      { agenda: [{ title: '议题', content: [write(`李四说，别的事。${sentence}！`)] }] },
    )
    const august = await meet({ date: '2025-08-01' }, { resolutions: [{ text: sentence.replace('三个', ' 三个') }] })
    const [finding, ...others] = await found('sharedText')
    expect(others).toEqual([])
    expect(finding?.records).toEqual([june, july, august])
    expect(finding?.text).toContain(`「${sentence}」`)
  })

  test('titles, short sentences and those every such paper must have are left out', async () => {
    const { meet, found } = inspected()
    const part = {
      agenda: [
        {
          title: '听取和审查支部委员会上半年工作报告并提出意见',
          content: [
            write('本次会议应到党员14名，实到13名，符合规定人数，可以开会。'),
            write('会议以举手表决方式进行表决，赞成11票，反对0票，弃权0票，通过。'),
            write('听取和审查支部委员会上半年工作报告并提出意见。'),
            say('李四', '同意按期转正。'),
          ],
        },
      ],
      resolutions: [{ text: '同意蒋己同志按期转为中共正式党员，报上级党组织审批' }],
    }
    await meet({}, part)
    await meet({ date: '2025-07-04' }, part)
    expect(await found('sharedText')).toEqual([])
  })

  test('of many records six are named, all are linked', async () => {
    const { meet, found } = inspected()
    for (let month = 1; month <= 8; month++) await meet({ date: `2025-0${month}-10` }, { resolutions: [{ text: sentence }] })
    const [finding] = await found('sharedText')
    expect(finding?.records).toHaveLength(8)
    expect(finding?.text).toContain('等8次会议')
    expect(finding?.text).not.toContain('2025年7月10日')
  })

  test('the year before is looked at too, but only beside a record of this year', async () => {
    const { meet, found } = inspected()
    const agenda = [{ title: '议题', content: [write(`${sentence}。`)] }]
    const before = await meet({ date: '2024-06-07' }, { agenda })
    await meet({ date: '2024-07-05' }, { agenda: [{ title: '议题', content: [write('只在上一年的两次会议里都有的一句话。')] }] })
    await meet({ date: '2024-08-02' }, { agenda: [{ title: '议题', content: [write('只在上一年的两次会议里都有的一句话。')] }] })
    const now = await meet({}, { agenda })
    expect((await found('sharedText')).map(({ records }) => records)).toEqual([[before, now]])
  })

  test('parts of one sitting may repeat each other', async () => {
    const { meet, found } = inspected()
    const agenda = [{ title: '议题', content: [write(`${sentence}。`)] }]
    await meet({
      parts: [
        { purpose: 'generalMeeting', title: '党员大会', agenda },
        { purpose: 'partyLecture', title: '党课', agenda },
      ],
    })
    expect(await found('sharedText')).toEqual([])
  })
})
