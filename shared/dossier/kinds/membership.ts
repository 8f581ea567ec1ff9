import type { DossierKind } from '../kind.ts'

/** 党员组织关系 between two rosters (党员教育管理工作条例 第二十四条、第二十五条). */
export const membershipKinds = [
  {
    key: 'awayMember',
    name: '外出和失联党员',
    numberName: '外出失联',
    page: 'members',
    purpose: '党员外出学习、工作、生活，或者失去联系的，登记从哪一天起；将满6个月时提醒转接组织关系或按规定办理。',
    dateLabel: '开始日期',
    endDateLabel: '结束日期',
    roles: [{ key: 'member', label: '党员', isRequired: true }],
    fields: [
      {
        key: 'reason',
        label: '情形',
        type: 'choice',
        isRequired: true,
        options: { away: '外出', lostContact: '失去联系' },
      },
      {
        key: 'destination',
        label: '外出流向',
        type: 'text',
        onlyWith: { key: 'reason', value: 'away' },
        hint: '地点相对固定的，满6个月应转移组织关系',
      },
      { key: 'efforts', label: '查找联系情况', type: 'longText', onlyWith: { key: 'reason', value: 'lostContact' } },
      {
        key: 'result',
        label: '办理结果',
        type: 'text',
        hint: '如：组织关系已转出。回来、取得联系或者办结的，填上面的结束日期，不再提醒',
      },
    ],
    evidence: [],
    isListedOnly: true,
  },
] as const satisfies readonly DossierKind[]
