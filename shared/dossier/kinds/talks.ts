import type { DossierKind } from '../kind.ts'

/** 及时谈心谈话的情形; the last two by the branch's own habit (DOMAIN 2.1 talk-triggered). */
const triggerReasons = {
  discipline: '受到处分处置',
  complaint: '有不良反映',
  familyChange: '家庭重大变故',
  hardship: '重大困难',
  health: '身心健康出现突出问题',
  postChange: '岗位变动',
  admission: '发展党员',
}

/** 谈心谈话 (支部工作条例 第十九条). 「仅登记」 is enough; what was said is sealed and optional (DOMAIN 0.2 item 14). */
export const talkKinds = [
  {
    key: 'heartToHeartTalk',
    name: '谈心谈话',
    numberName: '谈心谈话',
    page: 'members',
    purpose: '登记谁和谁、什么时候、为什么谈。谈话内容可以不写，写了也单独存放。',
    dateLabel: '谈话日期',
    roles: [
      { key: 'talker', label: '谈话人', isRequired: true },
      { key: 'partner', label: '谈话对象', isRequired: true, isMany: true },
    ],
    fields: [
      { key: 'time', label: '谈话时间', type: 'text', hint: '如 16:00，可以不填' },
      { key: 'place', label: '谈话地点', type: 'text' },
      {
        key: 'reason',
        label: '谈话事由',
        type: 'choice',
        options: { regular: '日常谈话', beforeMeeting: '组织生活会前谈话', ...triggerReasons, other: '其他' },
      },
      { key: 'reasonNote', label: '事由说明', type: 'text', isSealed: true },
      { key: 'points', label: '谈话要点', type: 'longText', isSealed: true },
      { key: 'opinions', label: '意见建议', type: 'longText', isSealed: true },
      { key: 'agreed', label: '商定事项', type: 'longText', isSealed: true },
    ],
    evidence: ['talkRecord'],
    ownPage: '/talks',
    isListedOnly: true,
  },
  {
    key: 'talkTrigger',
    name: '需要及时谈心的情形',
    numberName: '谈心情形',
    page: 'members',
    purpose:
      '党员受到处分处置、有不良反映，或者家庭、生活、身心健康有重大变化的，登记一下，到期没有谈的提醒。岗位变动、发展党员按本支部做法登记。',
    dateLabel: '知道的日期',
    roles: [{ key: 'member', label: '党员', isRequired: true }],
    fields: [
      { key: 'reason', label: '情形', type: 'choice', isRequired: true, options: triggerReasons },
      { key: 'note', label: '具体情况', type: 'longText', isSealed: true },
    ],
    evidence: ['talkRecord'],
    isListedOnly: true,
  },
] as const satisfies readonly DossierKind[]
