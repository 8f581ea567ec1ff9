import type { DossierKind } from '../kind.ts'

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
      { key: 'place', label: '谈话地点', type: 'text' },
      {
        key: 'reason',
        label: '谈话事由',
        type: 'choice',
        options: {
          regular: '日常谈话',
          beforeMeeting: '组织生活会前谈话',
          postChange: '岗位变动',
          admission: '发展党员',
          discipline: '受到处分处置',
          complaint: '有不良反映',
          familyChange: '家庭重大变故',
          hardship: '重大困难',
          health: '身心健康出现突出问题',
          other: '其他',
        },
      },
      { key: 'points', label: '谈话要点', type: 'longText', isSealed: true },
      { key: 'opinions', label: '意见建议', type: 'longText', isSealed: true },
      { key: 'agreed', label: '商定事项', type: 'longText', isSealed: true },
    ],
    evidence: ['talkRecord'],
    ownPage: '/talks',
    isListedOnly: true,
  },
] as const satisfies readonly DossierKind[]
