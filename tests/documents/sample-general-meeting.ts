import { newId } from '#shared/kernel/ids.ts'
import { activityOf, attendanceOf, memberNames, partOf } from './sample-branch.ts'

const text = (words: string) => ({ kind: 'text' as const, text: words })
const speech = (speaker: string, words: string, role = '') => ({ kind: 'speech' as const, speaker, role, text: words })
const noCounters = { scrutineers: [], tellers: [], ballots: null, writtenOpinions: 0 }

/** Sample 3.5.1 as a record. */
export const generalMeeting = activityOf({
  date: '2025-06-27',
  startTime: '15:00',
  endTime: '16:50',
  place: '局机关二楼会议室',
  chair: { name: '张三', post: '党支部书记' },
  recorder: { name: '李四', post: '组织委员' },
  invitees: [{ name: '刘庚', role: '直属机关党委专职副书记' }],
  closing: '……',
  parts: [
    partOf({
      purpose: 'generalMeeting',
      title: '2025年第二季度支部党员大会',
      recordNumber: '2025-党员大会-02',
      attendance: attendanceOf(memberNames, ['陈丙']),
      absentees: [{ name: '陈丙', reason: 'businessTrip', note: '已请假，会前就转正议题提出书面意见', writtenOpinion: true }],
      opening: { speaker: '张三' },
      agenda: [
        {
          title: '传达学习上级党组织有关文件精神',
          heading: '传达学习有关文件精神',
          content: [
            text('王五领学有关文件，重点介绍党支部标准化规范化建设的主要要求。'),
            speech('吴十', '结合本处审批服务，建议把业务流程培训和主题党日结合起来。'),
            speech('郑甲', '建议主题党日提前一周确定主题，方便外勤同志安排时间。'),
          ],
        },
        {
          title: '听取和审查党支部委员会2025年上半年工作报告',
          heading: '听取和审查支部委员会上半年工作报告',
          content: [
            text(
              '张三代表支部委员会报告上半年工作：召开支部党员大会2次、支部委员会会议6次，党小组会12次，主题党日6次，党课1次；党员平均学时19学时。存在问题：个别党员补学不及时，特色项目推进偏慢。',
            ),
            speech('孙八', '补学情况应当每月在党小组会上通报一次。'),
            speech('周九', '同意报告。建议下半年把“微心愿”认领情况列入报告。'),
            {
              kind: 'vote',
              vote: {
                ...noCounters,
                subject: 'ordinary',
                method: 'hands',
                votesFor: 11,
                votesAgainst: 0,
                votesAbstain: 0,
                outcome: '审查通过支部委员会上半年工作报告',
              },
            },
          ],
        },
        {
          title: '讨论蒋己同志预备党员转正',
          heading: '',
          content: [
            text('蒋己汇报预备期一年来的思想、工作、学习情况和存在的不足，提出转正申请。'),
            speech(
              '赵六',
              '蒋己同志预备期内能够按时参加组织生活，完成任务认真，不足是主动汇报思想不够。同意其按期转正。',
              '入党介绍人',
            ),
            text(
              '李四报告支部委员会审查情况：预备期满，手续完备，征求党员和群众意见无异议，支部委员会2025年6月6日会议同意提交支部党员大会讨论。',
            ),
            speech('钱七', '蒋己同志在重点项目中承担了主要工作，同意按期转正，希望加强理论学习。'),
            speech('冯乙', '同意按期转正。'),
            {
              kind: 'vote',
              vote: {
                subject: 'conversion',
                method: 'secret',
                scrutineers: ['吴十'],
                tellers: ['郑甲'],
                ballots: { issued: 11, returned: 11, valid: 11 },
                writtenOpinions: 1,
                votesFor: 12,
                votesAgainst: 0,
                votesAbstain: 0,
                outcome: '',
              },
            },
            text('蒋己表态：感谢组织培养，将以正式党员标准严格要求自己。'),
          ],
        },
      ],
      resolutions: [
        { id: newId(), text: '审查通过支部委员会2025年上半年工作报告。', owner: '', doneOn: null },
        { id: newId(), text: '同意蒋己同志按期转为中共正式党员，报上级党组织审批。党龄从转正之日算起。', owner: '', doneOn: null },
        { id: newId(), text: '各党小组自7月起在党小组会上通报补学情况', owner: '孙八、周九', doneOn: null },
      ],
    }),
  ],
})
