import type { ContentBlock } from '#shared/activities/schema.ts'
import { activityOf, attendanceOf, memberNames, partOf } from './sample-branch.ts'
import { generalMeeting } from './sample-general-meeting.ts'

const speech = (speaker: string, words: string) => ({ kind: 'speech' as const, speaker, role: '', text: words })
const item = (title: string, content: ContentBlock[] = []) => ({ title, heading: '', content })

/** Sample 3.5.6. */
export const organizationalLife = activityOf({
  date: '2026-01-16',
  startTime: '09:00',
  endTime: '11:40',
  place: '局机关二楼会议室',
  chair: { name: '张三', post: '' },
  recorder: { name: '李四', post: '' },
  invitees: [{ name: '刘庚', role: '直属机关党委专职副书记' }],
  parts: [
    partOf({
      purpose: 'organizationalLifeMeeting',
      title: '2025年度组织生活会',
      forYear: 2025,
      recordNumber: '2025-组织生活会-01',
      topic: '对照党员标准查摆问题，改进工作作风',
      attendance: attendanceOf(memberNames, ['褚丁']),
      absentees: [{ name: '褚丁', reason: 'exempt', note: '年老体弱，不作硬性要求；李四会前上门听取意见', writtenOpinion: false }],
      details: {
        form: 'generalMeeting',
        preparation:
          '集中学习2次；开展谈心谈话26人次；发放征求意见表20份，收集意见8条，经梳理为5条；支部委员会和党员个人撰写对照检查材料。',
        rectifications: [
          { problem: '特色项目推进不快', owner: '王五', measure: '制定季度计划', due: '2026年3月底', done: '' },
          { problem: '党小组会质量不平衡', owner: '孙八', measure: '组长互相列席、每月通报', due: '2026年2月起', done: '' },
        ],
      },
      agenda: [
        item('通报上年度组织生活会整改落实情况', [speech('李四通报', '上年度查摆问题6项，已完成5项，1项长期坚持。')]),
        item('支部委员会对照检查', [
          speech('张三代表支部委员会检查', '一是特色项目推进不快；二是党小组会质量不平衡；三是调查研究不够。'),
        ]),
        item('个人对照检查和批评意见', [
          speech('张三自我批评', '抓支部工作时紧时松，谈心谈话不够经常。'),
          speech('王五对张三', '分工明确后督促不够，建议每月听一次委员汇报。'),
          speech('周九对张三', '对外勤同志关心不够，建议到现场多了解困难。'),
          speech('张三', '诚恳接受，列入整改清单。'),
          speech('李四自我批评', '记录整理不够及时。'),
          speech('赵六对李四', '材料有时临近检查才完善，建议当天事当天毕。'),
          speech('李四', '接受，今后24小时内整理完毕。'),
        ]),
        item('上级点评', [speech('刘庚', '准备充分，问题查得较准；建议整改措施再具体，明确时间。')]),
        item('主持人小结和整改要求'),
      ],
    }),
  ],
})

const tally = (name: string, excellent: number, qualified: number) => ({ name, excellent, qualified, basic: 0, unqualified: 0 })

/** Sample 3.5.7. */
export const democraticAppraisal = activityOf({
  date: '2026-01-16',
  startTime: '14:00',
  endTime: '16:00',
  place: '局机关二楼会议室',
  chair: { name: '张三', post: '' },
  recorder: { name: '李四', post: '' },
  parts: [
    partOf({
      purpose: 'democraticAppraisal',
      title: '2025年度民主评议党员情况',
      forYear: 2025,
      recordNumber: '2025-民主评议-01',
      attendance: attendanceOf(memberNames, ['褚丁']),
      absentees: [{ name: '褚丁', reason: 'exempt', note: '年老体弱，不作硬性要求', writtenOpinion: false }],
      details: {
        form: 'generalMeeting',
        procedure: ['个人自评', '党员互评', '民主测评', '支部委员会提出评定意见'],
        ballots: { issued: 13, returned: 13, valid: 13 },
        tallies: [tally('张三', 9, 4), tally('李四', 8, 5), tally('孙八', 8, 5), tally('吴十', 7, 6), tally('郑甲', 5, 8)],
        result: '测评汇总情况提交支部委员会研究，提出评定意见。预备党员卫戊参加评议，不评定等次。',
      },
    }),
  ],
})

/** A general meeting with the election of sample 3.5.10. */
export const electionMeeting = activityOf({
  ...generalMeeting,
  parts: [
    partOf({
      purpose: 'generalMeeting',
      title: '2025年换届选举支部党员大会',
      recordNumber: '2025-党员大会-03',
      attendance: attendanceOf(memberNames, ['褚丁']),
      absentees: [{ name: '褚丁', reason: 'exempt', note: '', writtenOpinion: false }],
      agenda: [
        item('选举新一届支部委员会', [
          {
            kind: 'election',
            election: {
              office: '委员',
              seats: 5,
              scrutineers: ['郑甲'],
              tellers: ['冯乙', '陈丙'],
              ballots: { issued: 11, returned: 11, valid: 11 },
              candidates: [
                { name: '张三', votes: 11 },
                { name: '李四', votes: 11 },
                { name: '王五', votes: 10 },
                { name: '赵六', votes: 9 },
                { name: '钱七', votes: 7 },
                { name: '吴十', votes: 5 },
              ],
            },
          },
          { kind: 'text', text: '支部委员会第一次会议选举张三为书记。委员报机关党委备案，书记报机关党委审批。' },
        ]),
      ],
    }),
  ],
})
