import { type Activity, activitySchema } from '#shared/activities/schema.ts'
import { newId } from '#shared/kernel/ids.ts'

/** DOMAIN 3.5.1 shortened, with every field of the contract filled in, as `activities.get` answers it. */
export function savedMeeting(): Activity {
  const chen = newId()
  return activitySchema.parse({
    id: newId(),
    revision: 3,
    state: 'toSign',
    date: '2025-06-27',
    startTime: '15:00',
    endTime: '16:50',
    place: '局机关二楼会议室',
    chair: { personId: newId(), name: '张三', post: '党支部书记' },
    recorder: { personId: null, name: '李四', post: '组织委员' },
    invitees: [{ name: '刘庚', role: '直属机关党委专职副书记' }],
    closing: '请各党小组抓好落实。',
    origin: 'typed',
    organizer: 'branch',
    jointWith: '第四党支部',
    isPrintedApart: true,
    tags: ['作风建设提升年'],
    adjustedReason: '因故调整',
    preCheck: { who: '刘庚', date: '2025-06-20', comments: '同意', isAgreed: true },
    guidance: { who: '刘庚', comments: '到会指导' },
    isLate: false,
    enteredOn: '2025-06-28',
    attachments: [{ id: newId(), name: '签到表.jpg', octets: 1024, sha256: 'a'.repeat(64), mediaType: 'image/jpeg' }],
    parts: [
      {
        id: newId(),
        purpose: 'generalMeeting',
        groupId: null,
        groupName: '',
        forYear: 2024,
        title: '2025年第二季度支部党员大会',
        recordNumber: '2025-党员大会-02',
        rosterKnown: true,
        counts: { due: 14, present: 13, dueVoters: 12, presentVoters: 11 },
        attendance: [],
        absentees: [{ personId: chen, name: '陈丙', reason: 'businessTrip', note: '已请假', writtenOpinion: true }],
        opening: { speaker: '李四' },
        agenda: [
          {
            title: '传达学习上级党组织有关文件精神',
            heading: '传达学习有关文件精神',
            power: 'other',
            proposer: '张三',
            toGeneralMeeting: true,
            minutes: 40,
            content: [
              { kind: 'text', text: '王五领学有关文件。' },
              { kind: 'speech', speaker: '赵六', role: '入党介绍人', text: '同意其按期转正。' },
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
            ],
          },
        ],
        resolutions: ['审查通过报告。', '同意按期转正。', '通报补学情况。'].map((text, index) => ({
          id: newId(),
          text,
          owner: index === 2 ? '孙八、周九' : '',
          dueOn: index === 2 ? '2025-07-31' : null,
          doneOn: null,
        })),
        lecturer: null,
        topic: '',
        hours: 1.5,
        audience: 'all',
        studyTier: 'membersFollow',
        details: { preparation: '征求意见' },
      },
    ],
  })
}
