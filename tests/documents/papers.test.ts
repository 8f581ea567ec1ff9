import { describe, expect, it } from 'vitest'
import type { Block, DocumentModel, TableBlock } from '#shared/documents/model.ts'
import { titleText } from '#shared/documents/model.ts'
import { followUpList } from '#shared/documents/papers/follow-up-list.ts'
import type { PaperKind, PaperOptions, PaperSource } from '#shared/documents/papers/kinds.ts'
import { sittingPapers } from '#shared/documents/papers/papers.ts'
import { documentText } from '#shared/documents/plain-text.ts'
import { newId } from '#shared/kernel/ids.ts'
import { attendanceOf, memberNames, sampleBranch } from './sample-branch.ts'
import { generalMeeting } from './sample-general-meeting.ts'
import { dueMembers, planned, plannedElection, sourceOf } from './samples-papers.ts'

const papers = (source: PaperSource, kind: PaperKind, options: PaperOptions = {}) => sittingPapers(source, [kind], options)
function paperOf(source: PaperSource, kind: PaperKind, options: PaperOptions = {}): DocumentModel {
  const [paper] = papers(source, kind, options)
  if (!paper) throw new Error(`no ${kind}`)
  return paper
}
const isTable = (block: Block): block is TableBlock => block.kind === 'table'
const tableOf = (paper: DocumentModel): TableBlock => {
  const table = paper.body.find(isTable)
  if (!table) throw new Error('no table')
  return table
}
const bands = (table: TableBlock) => table.rows.flatMap((row) => ('band' in row ? [row.band] : []))
const rows = (table: TableBlock) => table.rows.flatMap((row) => ('band' in row ? [] : [row]))

describe('会议通知', () => {
  it('says when, where, who and what for under the full name, and leaves the day of sending blank', () => {
    const text = documentText(paperOf(planned, 'notice'))
    expect(text).toContain('关于召开2025年第二季度支部党员大会的通知')
    expect(text).toContain('会议时间：2025年6月27日（星期五）15:00—16:50')
    expect(text).toContain('会议地点：局机关二楼会议室')
    expect(text).toContain('参加人员：全体党员；列席：刘庚（直属机关党委专职副书记）')
    expect(text).toContain('3. 讨论蒋己同志预备党员转正')
    expect(text).toContain('联系人：')
    expect(text.trim().endsWith('中共某局机关第三支部委员会\n　　年　　月　　日')).toBe(true)
    expect(text).not.toMatch(/经研究|赞成|汇报预备期/)
  })
})

describe('签到表', () => {
  it('lists the members of the day with three empty rows, guests and blanks to count in', () => {
    const paper = paperOf(planned, 'signInSheet')
    const table = tableOf(paper)
    expect(titleText(paper)).toBe('2025年第二季度支部党员大会签到表')
    expect(documentText(paper)).toContain('会议时间：2025年6月27日15:00    地点：局机关二楼会议室')
    expect(table.head).toEqual(['序号', '姓名', '党小组', '党员类别', '签到（本人签名）', '备注'])
    expect(rows(table)[0]).toEqual(['1', '张　三', '第一小组', '正式党员', '', ''])
    expect(rows(table)[13]).toEqual(['14', '蒋　己', '第二小组', '预备党员', '', ''])
    expect(rows(table).slice(14, 17)).toEqual(Array.from({ length: 3 }, () => ['', '', '', '', '', '']))
    expect(rows(table)[17]).toEqual(['1', '刘　庚', '', '', '', '直属机关党委专职副书记'])
    expect(bands(table)).toEqual(['列席人员：', '应到14人，实到　　人，请假　　人，缺席　　人。　　统计人：'])
  })

  it('has the leave that is known in the remarks, never as a signature; counts where the meeting was held', () => {
    const table = tableOf(paperOf(sourceOf(generalMeeting), 'signInSheet'))
    expect(rows(table)[10]).toEqual(['11', '陈　丙', '第二小组', '正式党员', '', '公出，已请假，会前就转正议题提出书面意见'])
    expect(bands(table)[1]).toBe('应到14人，实到13人，请假1人，缺席0人。　　统计人：')
  })

  it('has 签到时间 only when asked for, and is a blank list where nobody knows the roster', () => {
    expect(tableOf(paperOf(planned, 'signInSheet', { withSignInTime: true })).head).toContain('签到时间')
    const unknown = tableOf(paperOf({ ...planned, due: [[]] }, 'signInSheet'))
    expect(rows(unknown).filter(([, name]) => name === '').length).toBeGreaterThan(20)
  })

  it('comes once for each circle of people', () => {
    const [part] = planned.activity.parts
    if (!part) throw new Error('no part')
    const parts = [part, { ...part, purpose: 'partyLecture' as const }, { ...part, purpose: 'committeeMeeting' as const }]
    const source = { ...planned, activity: { ...planned.activity, parts }, due: [dueMembers, dueMembers, dueMembers.slice(0, 5)] }
    expect(papers(source, 'signInSheet')).toHaveLength(2)
  })
})

describe('议程（主持词）', () => {
  it('has the order and the words of the votes, with gaps for what is not known', () => {
    const text = documentText(paperOf(planned, 'agenda'))
    expect(text).toContain('本次会议应到党员14名，实到＿＿＿＿名；其中应到会有表决权的党员12名')
    expect(text).toContain('同意的请举手')
    expect(text).toContain('发出表决票＿＿＿＿张')
    expect(text).toContain('因故不能到会的＿＿＿＿名党员')
  })

  it('never has a word that somebody said, nor a result', () => {
    const text = documentText(paperOf(planned, 'agenda'))
    for (const words of ['业务流程培训', '按期转正，希望', '赞成12票', '赞成11票', '感谢组织']) expect(text).not.toContain(words)
  })

  it('has the counts of a meeting that was held', () => {
    expect(documentText(paperOf(sourceOf(generalMeeting), 'agenda'))).toContain('符合规定人数，可以开会。')
  })
})

describe('ballots', () => {
  const slips = (paper: DocumentModel) => {
    const [block] = paper.body
    if (block?.kind !== 'slips') throw new Error('no slips')
    return block
  }

  it('are as many as voters due, all alike, without a number', () => {
    const all = papers(planned, 'ballots').map(slips)
    expect(all).toHaveLength(1)
    expect(all[0]).toMatchObject({ copies: 12, perPage: 4 })
    expect(all[0]?.slip.table.head).toEqual(['表决事项', '赞成', '不赞成', '弃权'])
    expect(all[0]?.slip.table.rows).toEqual([['讨论蒋己同志预备党员转正', '', '', '']])
    expect(all[0]?.slip.instructions.join('')).toContain('填写说明')
    expect(all[0]?.slip.instructions.join('')).not.toContain('编号')
  })

  it('of an election name the candidates 以姓氏笔画为序, with room for others', () => {
    const [block] = papers(plannedElection, 'ballots').map(slips)
    expect(block?.slip.table.head).toEqual(['候选人姓名', '赞成', '不赞成', '弃权', '另选他人'])
    expect(block?.slip.table.rows.map((row) => ('band' in row ? '' : row[0]))).toEqual([
      '王　五',
      '李　四',
      '吴　十',
      '张　三',
      '赵　六',
      '钱　七',
    ])
    expect(block?.slip.instructions.join('')).toContain('多于5名的为无效票')
  })

  it('come with the power of a general meeting that always votes by ballot, before any vote is written', () => {
    const [part] = planned.activity.parts
    if (!part) throw new Error('no part')
    const agenda = [{ title: '接收预备党员', heading: '', content: [], power: 'membership' as const }]
    const source = { ...planned, activity: { ...planned.activity, parts: [{ ...part, agenda }] } }
    expect(papers(source, 'ballots')).toHaveLength(1)
    expect(documentText(paperOf(source, 'agenda'))).toContain('无记名投票')
  })

  it('are not made where nothing is voted on by ballot', () => {
    const activity = { ...planned.activity, parts: planned.activity.parts.map((part) => ({ ...part, agenda: [] })) }
    expect(sittingPapers({ ...planned, activity }, ['ballots', 'tally'])).toEqual([])
  })
})

describe('计票单', () => {
  it('has totals and the lines of those who count', () => {
    const paper = paperOf(planned, 'tally')
    expect(rows(tableOf(paper)).map(([name]) => name)).toEqual(['赞成', '不赞成', '弃权'])
    expect(paper.signatures).toEqual(['监票人（签字）', '计票人（签字）'])
    expect(documentText(paper)).toContain('书面意见')
    expect(bands(tableOf(paperOf(plannedElection, 'tally')))).toEqual(['另选他人：'])
  })
})

describe('会前把关、会议指导和会后跟踪单', () => {
  it('has what is known and room for the rest', () => {
    const activity = {
      ...generalMeeting,
      preCheck: { who: '刘庚', date: '2025-06-20', comments: '议题已经支委会研究', isAgreed: true },
    }
    const paper = paperOf(sourceOf(activity), 'guidance')
    const text = documentText(paper)
    expect(text).toContain('把关人：刘庚    日期：2025年6月20日')
    expect(text).toContain('把关意见：同意召开。议题已经支委会研究')
    expect(rows(tableOf(paper))[2]?.slice(1, 3)).toEqual(['各党小组自7月起在党小组会上通报补学情况', '孙八、周九'])
    expect(text).toContain('指导意见：')
  })
})

describe('跟踪清单', () => {
  it('says what became of each resolution', () => {
    const followUp = (given: object) => ({
      id: newId(),
      activityId: newId(),
      date: '2025-06-27',
      title: '支部党员大会',
      text: '通报补学情况',
      owner: '孙八',
      dueOn: '2025-07-31',
      doneOn: null,
      doneNote: '',
      ...given,
    })
    const list = followUpList(
      [followUp({}), followUp({ doneOn: '2025-07-20', doneNote: '已通报' }), followUp({ dueOn: null })],
      sampleBranch,
      '2025-08-01',
    )
    expect(rows(tableOf(list)).map((row) => row[5])).toEqual(['逾期未完成', '2025年7月20日完成，已通报', '未完成'])
    expect(titleText(list)).toBe('某局机关第三党支部议定事项跟踪清单')
  })
})

describe('a group meeting', () => {
  it('calls the group alone', () => {
    const part = {
      ...generalMeeting.parts[0],
      purpose: 'groupMeeting' as const,
      groupName: '第一党小组',
      title: '2025年6月党小组会',
      attendance: attendanceOf(memberNames, []),
    }
    const source = sourceOf({ ...generalMeeting, parts: [part as (typeof generalMeeting.parts)[number]] })
    expect(documentText(paperOf(source, 'notice'))).toContain('第一党小组全体党员：')
    expect(titleText(paperOf(source, 'notice'))).toBe('中共某局机关第三支部委员会关于召开第一党小组2025年6月党小组会的通知')
  })
})
