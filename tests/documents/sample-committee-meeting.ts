import { newId } from '#shared/kernel/ids.ts'
import { activityOf, attendanceOf, committeeNames, partOf } from './sample-branch.ts'

const text = (words: string) => ({ kind: 'text' as const, text: words })
const speech = (speaker: string, words: string) => ({ kind: 'speech' as const, speaker, role: '', text: words })

/** Sample 3.5.2 as a record. */
export const committeeMeeting = activityOf({
  date: '2025-06-06',
  startTime: '10:00',
  endTime: '11:20',
  place: '504办公室',
  chair: { name: '张三', post: '' },
  recorder: { name: '李四', post: '' },
  invitees: [
    { name: '孙八', role: '党小组组长' },
    { name: '周九', role: '党小组组长' },
  ],
  parts: [
    partOf({
      purpose: 'committeeMeeting',
      title: '2025年第6次支部委员会会议',
      recordNumber: '2025-支委会-06',
      attendance: attendanceOf(committeeNames, []),
      agenda: [
        {
          title: '第一议题：学习有关重要讲话和文件精神',
          heading: '第一议题',
          content: [text('王五领学。张三：要联系审批服务提质增效抓落实，不能停留在传达。')],
        },
        {
          title: '研究6月主题党日安排',
          heading: '',
          content: [
            text('王五提出方案：6月13日开展“走近老党员、学习优良作风”主题党日。'),
            speech('赵六', '建议压缩参观时间，增加讨论。'),
            speech('钱七', '青年党员可以承担记录和讲解。'),
            text('会议议定：6月13日下午开展，讨论不少于1小时（责任人：王五，6月11日前完成通知）。'),
          ],
        },
        {
          title: '审查蒋己同志转正材料',
          heading: '',
          content: [
            text('李四报告材料审核、征求意见情况，公示无异议。'),
            speech('赵六', '材料齐全，建议提醒本人补充思想汇报一份。'),
            text('会议经讨论，一致同意将蒋己同志转正提交支部党员大会讨论（责任人：李四，6月20日前备齐转正材料）。'),
          ],
        },
      ],
      resolutions: [
        { id: newId(), text: '同意6月主题党日方案。', owner: '', doneOn: null },
        { id: newId(), text: '同意将蒋己同志转正提交支部党员大会讨论表决。', owner: '', doneOn: null },
      ],
    }),
  ],
})
