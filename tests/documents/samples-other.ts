import type { ContentBlock } from '#shared/activities/schema.ts'
import { newId } from '#shared/kernel/ids.ts'
import { activityOf, attendanceOf, memberNames, partOf } from './sample-branch.ts'

const speech = (speaker: string, words: string) => ({ kind: 'speech' as const, speaker, role: '', text: words })
const told = (words: string) => ({ kind: 'text' as const, text: words })
const item = (title: string, heading = '', content: ContentBlock[] = []) => ({ title, heading, content })
const step = (title: string, minutes: number, words = '') => ({ ...item(title, '', words ? [told(words)] : []), minutes })
const firstGroup = ['张三', '王五', '孙八', '吴十', '冯乙', '褚丁', '卫戊']

/** Sample 3.5.3. */
export const groupMeeting = activityOf({
  date: '2025-06-11',
  startTime: '16:00',
  endTime: '17:00',
  place: '506办公室',
  chair: { name: '孙八', post: '党小组组长' },
  recorder: { name: '冯乙', post: '' },
  parts: [
    partOf({
      purpose: 'groupMeeting',
      groupId: newId(),
      groupName: '第一党小组',
      title: '2025年6月党小组会',
      attendance: attendanceOf(firstGroup, ['褚丁']),
      absentees: [{ name: '褚丁', reason: 'exempt', note: '年老体弱，不作硬性要求，6月12日送学上门', writtenOpinion: false }],
      agenda: [
        item('学习党章有关条款', '吴十领学党章关于党员义务和权利的规定。'),
        item('交流上月学习体会', '张三（以普通党员身份参加）：结合分管工作，谈对“履职尽责”的理解。', [
          speech('王五', '线上学习比较零散，打算每周固定半天集中自学。'),
        ]),
        item('开展批评和自我批评', '吴十自我批评：外出办事较多，上月补学拖到月底。', [
          speech('冯乙对吴十', '建议提前把材料拷贝到电脑上。'),
          speech('卫戊自我批评', '汇报思想不够主动。'),
          speech('孙八', '各位同志提出的问题请于下月会上说明改进情况。'),
        ]),
      ],
      resolutions: [{ id: newId(), text: '6月20日前完成本月补学', owner: '孙八', doneOn: null }],
    }),
  ],
})

/** Sample 3.5.4. */
export const partyLecture = activityOf({
  date: '2025-05-23',
  startTime: '15:00',
  endTime: '16:30',
  place: '局机关四楼会议室',
  chair: { name: '李四', post: '' },
  recorder: { name: '钱七', post: '' },
  invitees: [{ name: '入党积极分子2名', role: '' }],
  closing: '支部将把讨论意见整理成改进清单，6月支委会研究。',
  attachments: [
    {
      id: newId(),
      name: '党课讲稿.docx',
      octets: 1,
      sha256: 'a'.repeat(64),
      mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    },
    { id: newId(), name: '现场.jpg', octets: 1, sha256: 'b'.repeat(64), mediaType: 'image/jpeg' },
  ],
  parts: [
    partOf({
      purpose: 'partyLecture',
      title: '2025年第二季度党课',
      lecturer: { name: '张三', post: '党支部书记' },
      topic: '改进工作作风，提高服务效能',
      hours: 1.5,
      attendance: attendanceOf(memberNames, ['陈丙', '褚丁']),
      absentees: [
        { name: '陈丙', reason: 'businessTrip', note: '', writtenOpinion: false },
        { name: '褚丁', reason: 'exempt', note: '年老体弱，不作硬性要求', writtenOpinion: false },
      ],
      agenda: [
        item('作风建设的基本要求'),
        item('本处审批服务中的三个典型问题'),
        item('改进措施：一次告知、首问负责、限时办结', '', [
          speech('周九', '建议把常见问题做成一页纸的办事提示。'),
          speech('郑甲', '建议每月抽查两件办结事项。'),
        ]),
      ],
    }),
  ],
})

/** Sample 3.5.5. */
export const themedPartyDay = activityOf({
  date: '2025-06-13',
  startTime: '14:30',
  endTime: '17:00',
  place: '局老干部活动室、局机关二楼会议室',
  chair: { name: '王五', post: '' },
  recorder: { name: '钱七', post: '' },
  invitees: [{ name: '入党积极分子2名', role: '' }],
  parts: [
    partOf({
      purpose: 'themedPartyDay',
      title: '2025年6月主题党日活动',
      topic: '走近老党员  学习优良作风',
      details: { plannedBy: '2025年6月6日支部委员会会议' },
      hours: 1.5,
      attendance: attendanceOf(memberNames, ['陈丙']),
      absentees: [{ name: '陈丙', reason: 'businessTrip', note: '', writtenOpinion: false }],
      agenda: [
        step('集中学习', 40, '学习党支部工作条例有关内容，李四领学。'),
        step('听老党员讲述', 50, '退休老党员褚丁介绍参加工作以来的经历和体会。'),
        step('民主议事', 30, '讨论7月到共建社区开展“微心愿”认领的项目和分工。'),
        step('交纳党费、通报上月补学情况', 10),
      ],
      resolutions: [{ id: newId(), text: '认领共建社区“微心愿”4个', owner: '钱七', dueOn: '2025-07-15', doneOn: null }],
    }),
  ],
})

/** Sample 3.5.9. */
export const studySession = activityOf({
  date: '2025-06-20',
  startTime: '15:00',
  endTime: '17:00',
  place: '局机关二楼会议室',
  chair: { name: '王五', post: '' },
  recorder: { name: '冯乙', post: '' },
  parts: [
    partOf({
      purpose: 'studySession',
      title: '2025年第9次集中学习',
      studyTier: 'branchPromotes',
      details: {
        studyForm: '集中学习、专题研讨',
        readings: ['党章有关条款', '有关文件选编第3篇'],
        leadReaders: ['李四', '吴十'],
        makeUp: '陈丙、卫戊月底前补学',
      },
      hours: 2,
      attendance: attendanceOf(memberNames, ['陈丙', '卫戊', '褚丁']),
      absentees: [
        { name: '陈丙', reason: 'businessTrip', note: '', writtenOpinion: false },
        { name: '卫戊', reason: 'sickLeave', note: '', writtenOpinion: false },
        { name: '褚丁', reason: 'exempt', note: '', writtenOpinion: false },
      ],
      agenda: [
        item('专题研讨', '', [
          speech('周九', '结合审批服务，谈如何做到一次告知。'),
          speech('郑甲', '建议编写常见问题解答。'),
          speech('孙八', '提醒补学同志月底前完成。'),
        ]),
      ],
    }),
  ],
})
