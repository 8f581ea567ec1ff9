import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseEntryDate } from '#shared/activities/entry/entry-date.ts'
import { datesInName, matchSigned, signedName } from '#shared/activities/entry/signed-page.ts'
import { splitMinutes } from '#shared/activities/entry/split-minutes.ts'
import type { ActivityLine } from '#shared/activities/schema.ts'
import { isPlainDate, plusDays } from '#shared/kernel/dates.ts'
import { newId } from '#shared/kernel/ids.ts'

const names = ['张三', '李四', '王五', '赵六', '吴十', '郑甲', '孙八', '冯乙', '卫戊']

const minutes = `              某局机关第三党支部2025年第二季度支部党员大会记录

会议时间：2025年6月27日（星期五）15:00—16:50
会议地点：局机关二楼会议室
主 持 人：张三（党支部书记）        记 录 人：李四（组织委员）
应到党员：14名    实到党员：13名
出席人员：张　三、李　四、王　五、
          褚　丁、卫　戊
缺席人员及原因：陈丙（公出，已请假，会前就转正议题提出书面意见）
列席人员：刘庚（直属机关党委专职副书记）
会议议题：
    一、传达学习上级党组织有关文件精神
    二、讨论蒋己同志预备党员转正
会议内容：
    一、传达学习有关文件精神
    王五领学有关文件。
    吴十：结合本处审批服务，建议把业务流程培训和主题党日结合起来。
    二、讨论蒋己同志预备党员转正
    （一）蒋己汇报
    赵六（入党介绍人）：同意其按期转正。
会议决议：
    一、同意蒋己同志按期转为中共正式党员。
    二、各党小组通报补学情况（责任人：孙八、周九）。
主持人小结：请各党小组抓好落实。
记录人（签字）：                    主持人（签字）：`

describe('pasted minutes', () => {
  it('know the opening sentence with the counts, which is no item of the agenda', () => {
    const sentence = '    张三：本次会议应到党员14名，实到13名；其中应到会有表决权的党员12名，实到11名，符合规定人数，可以开会。\n'
    const read = splitMinutes(minutes.replace('会议内容：\n', `会议内容：\n${sentence}`), names)
    expect(read.opening).toEqual({ speaker: '张三' })
    expect(read.agenda).toEqual(splitMinutes(minutes, names).agenda)
    expect(splitMinutes(minutes, names).opening).toBeNull()
  })

  it('are taken apart into head, items, speeches and resolutions', () => {
    const read = splitMinutes(minutes, names)
    expect(read).toMatchObject({
      title: '2025年第二季度支部党员大会',
      date: '2025-06-27',
      startTime: '15:00',
      endTime: '16:50',
      place: '局机关二楼会议室',
      chair: { name: '张三', post: '党支部书记' },
      recorder: { name: '李四', post: '组织委员' },
      counts: { due: 14, present: 13 },
      present: ['张三', '李四', '王五', '褚丁', '卫戊'],
      absentees: [{ name: '陈丙', reason: 'businessTrip', writtenOpinion: true }],
      invitees: [{ name: '刘庚', role: '直属机关党委专职副书记' }],
      resolutions: ['同意蒋己同志按期转为中共正式党员。', '各党小组通报补学情况（责任人：孙八、周九）。'],
      closing: '请各党小组抓好落实。',
      rest: [],
    })
    expect(read.agenda).toEqual([
      {
        title: '传达学习上级党组织有关文件精神',
        heading: '传达学习有关文件精神',
        blocks: [
          { speaker: null, role: '', text: '王五领学有关文件。' },
          { speaker: '吴十', role: '', text: '结合本处审批服务，建议把业务流程培训和主题党日结合起来。' },
        ],
      },
      {
        title: '讨论蒋己同志预备党员转正',
        heading: '',
        blocks: [
          { speaker: null, role: '', text: '（一）蒋己汇报' },
          { speaker: '赵六', role: '入党介绍人', text: '同意其按期转正。' },
        ],
      },
    ])
  })

  it('of a group give the announced items their content', () => {
    const read = splitMinutes(
      `某局机关第三党支部第一党小组2025年6月党小组会记录
会议议题：一、学习党章有关条款  二、交流上月学习体会  三、开展批评和自我批评
会议内容：
一、吴十领学党章关于党员义务和权利的规定。
二、张三（以普通党员身份参加）：谈对“履职尽责”的理解。
王五：线上学习比较零散。
三、冯乙对吴十：建议提前把材料拷贝到电脑上。
决定事项：6月20日前完成本月补学（责任人：孙八）。`,
      names,
    )
    expect(read.agenda.map((item) => [item.title, item.blocks.length])).toEqual([
      ['学习党章有关条款', 1],
      ['交流上月学习体会', 2],
      ['开展批评和自我批评', 1],
    ])
    expect(read.agenda[1]?.blocks[0]).toMatchObject({ speaker: '张三', role: '以普通党员身份参加' })
    expect(read.resolutions).toEqual(['6月20日前完成本月补学（责任人：孙八）。'])
  })

  it('take no word before a colon for a person', () => {
    const read = splitMinutes('会议内容：\n一、报告\n存在问题：个别党员补学不及时。\n㐱𠮷：同意。', ['㐱𠮷'])
    expect(read.agenda[0]?.blocks).toEqual([
      { speaker: null, role: '', text: '存在问题：个别党员补学不及时。' },
      { speaker: '㐱𠮷', role: '', text: '同意。' },
    ])
  })

  it('lose no word of the body, whatever it is', () => {
    const word = fc.constantFrom('吴十：同意', '一、学习文件', '（二）讨论😀', '䶮同志发言', '2025年', 'abc：def', '，。')
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 12 }), (words) => {
        const read = splitMinutes(`会议内容：\n${words.join('\n')}`, ['吴十'])
        const out = JSON.stringify(read)
        for (const one of words) {
          const said = one.replace(/^(吴十：|一、|（二）)/u, '')
          expect(out).toContain(said.includes('：') ? said.split('：')[1] : said)
        }
      }),
    )
  })

  it('of any text are read without failing, and quickly enough for a whole year', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => void splitMinutes(text, names)))
    expect(splitMinutes(`会议内容：\n${'一、学习'.repeat(50_000)}`).agenda.length).toBeGreaterThan(0)
  })
})

describe('a day as it is typed', () => {
  it('is read in the usual short forms', () => {
    const today = '2025-07-02'
    const cases = { '2025.6.27': '2025-06-27', '6-27': '2025-06-27', '6.27': '2025-06-27', '６月２７日': '2025-06-27' }
    for (const [text, date] of Object.entries(cases)) expect(parseEntryDate(text, today)).toBe(date)
    expect(parseEntryDate('今天', today)).toBe(today)
    expect(parseEntryDate('昨天', today)).toBe('2025-07-01')
    expect(parseEntryDate('12-27', '2026-01-05')).toBe('2025-12-27')
    for (const none of ['', '6', '2025', '2025-06', '13-40', '2025-02-30', '下周']) expect(parseEntryDate(none, today)).toBeNull()
  })

  it('without a year is never a day to come unless there is no other', () => {
    const day = fc.integer({ min: 0, max: 364 }).map((shift) => plusDays('2025-01-01', shift))
    fc.assert(
      fc.property(day, day, (today, typed) => {
        const read = parseEntryDate(`${Number(typed.slice(5, 7))}-${Number(typed.slice(8))}`, today)
        expect(read !== null && isPlainDate(read) && read <= today && read.slice(5) === typed.slice(5)).toBe(true)
      }),
    )
  })
})

const line = (patch: Partial<ActivityLine>): ActivityLine => ({
  id: newId(),
  date: '2025-06-27',
  startTime: null,
  endTime: null,
  place: '',
  purposes: ['generalMeeting'],
  groupId: null,
  groupName: '',
  forYear: 2025,
  title: '2025年第二季度支部党员大会',
  state: 'toSign',
  origin: 'typed',
  isLate: false,
  due: 0,
  present: 0,
  recordNumber: '2025-党员大会-02',
  attachments: 0,
  ...patch,
})

describe('a signed page', () => {
  const general = line({})
  const group = line({
    purposes: ['groupMeeting'],
    title: '第一党小组2025年6月党小组会',
    recordNumber: '2025-党小组会-12',
    date: '2025-06-11',
  })
  const sameDay = line({ purposes: ['partyLecture'], title: '2025年第二季度党课', recordNumber: '2025-党课-02' })
  const all = [general, group, sameDay]
  const best = (name: string) => matchSigned(name, all)[0]

  it('finds its record by number, name or day', () => {
    expect(best('2025-党员大会-02.pdf')).toEqual({ line: general, reason: 'number' })
    expect(best('扫描 2025党小组会12（签字）.JPG')).toEqual({ line: group, reason: 'number' })
    expect(best('2025年第二季度党课 签字.jpg')).toEqual({ line: sameDay, reason: 'title' })
    expect(best('20250627党课.jpg')).toEqual({ line: sameDay, reason: 'date' })
    expect(best('IMG_20250611_160102.jpg')).toEqual({ line: group, reason: 'kind' })
    expect(best('IMG_1234.jpg')).toBeUndefined()
    expect(best('2025-党员大会-021.pdf')).toBeUndefined()
  })

  it('never goes to what has not been held', () => {
    expect(matchSigned('2025-党员大会-02.pdf', [{ ...general, state: 'planned' }])).toEqual([])
  })

  it('reads any name without failing and in any order of records', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        const ids = (list: readonly ActivityLine[]) =>
          matchSigned(name, list)
            .map((match) => match.line.id)
            .toSorted()
        expect(ids(all)).toEqual(ids(all.toReversed()))
      }),
    )
    expect(datesInName('2025-06-31 20250230 2025年6月27日')).toEqual(['2025-06-27'])
    expect(signedName(general, 'x.PDF')).toBe('签字页_2025年第二季度支部党员大会_2025年6月27日.pdf')
  })
})
