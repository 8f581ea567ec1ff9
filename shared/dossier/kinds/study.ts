import { individualHoursKey } from '../../study/individual-hours.ts'
import type { DossierKind } from '../kind.ts'
import { taskField } from './task-columns.ts'

const member = { key: 'member', label: '参加人', isMany: true, isRequired: true } as const
const hours = { key: 'hours', label: '每人学时', type: 'decimal', unit: '学时', max: 400, isRequired: true } as const

/** 学习教育 beside the sittings (DOMAIN 5.1, 2.2 on hours). Hours of sittings are taken from the sittings themselves. */
export const studyKinds = [
  {
    key: 'studyPlan',
    name: '学习计划',
    numberName: '学习计划',
    page: 'study',
    purpose: '登记年初制定的学习计划，附正式文稿。',
    fields: [{ key: 'text', label: '主要内容', type: 'longText' }, taskField('各月学习安排')],
    evidence: ['plan'],
  },
  {
    key: 'centralTraining',
    name: '集中培训',
    numberName: '集中培训',
    page: 'study',
    purpose: '登记上级举办的集中培训、集中轮训和本单位的专题培训：谁参加、多少学时。',
    endDateLabel: '至',
    roles: [member],
    fields: [
      {
        key: 'level',
        label: '举办单位',
        type: 'choice',
        isRequired: true,
        options: { superior: '上级党组织（上级培训）', own: '本单位（专题培训）' },
      },
      hours,
      { key: 'text', label: '培训内容', type: 'text' },
    ],
    evidence: ['certificate', 'studyRecord', 'studyHourLedger'],
  },
  {
    key: 'onlineHours',
    name: '线上学习',
    numberName: '线上学习',
    page: 'study',
    purpose: '学习强国、党员E家、干部网络学院的学时按合计登记，各人学时不同的逐人填，附平台导出的清单。',
    roles: [member],
    fields: [
      {
        key: 'platform',
        label: '平台',
        type: 'choice',
        options: { xuexi: '学习强国', ejia: '党员E家', academy: '干部网络学院', other: '其他' },
      },
      {
        key: 'hours',
        label: '每人学时',
        type: 'decimal',
        unit: '学时',
        max: 400,
        requiredUnless: individualHoursKey,
        hint: '人人相同时填这里；各人不同的在下面逐人填，以下面的为准。',
      },
      {
        key: individualHoursKey,
        label: '各人学时',
        type: 'rows',
        linePerPerson: 'member',
        columns: [
          { key: 'personId', label: '编号', type: 'text', isInternal: true, isRequired: true },
          { key: 'name', label: '姓名', type: 'text', isRequired: true },
          { key: 'hours', label: '学时', type: 'decimal', unit: '学时', max: 400, isRequired: true },
        ],
      },
    ],
    evidence: ['studyHourLedger'],
  },
  {
    key: 'makeUpStudy',
    name: '补学',
    numberName: '补学',
    page: 'study',
    purpose: '登记缺席集中学习的党员什么时候、怎样补的学。',
    makesUpStudy: true,
    roles: [member],
    fields: [
      { key: 'hours', label: '每人学时', type: 'decimal', unit: '学时', max: 400, hint: '空着的不计学时。' },
      { key: 'text', label: '补学内容', type: 'text' },
    ],
    evidence: ['studyRecord'],
  },
  {
    key: 'selfStudy',
    name: '自学（计学时）',
    numberName: '自学',
    page: 'study',
    purpose: '登记按规定计入学时的自学。',
    roles: [member],
    fields: [hours, { key: 'text', label: '自学内容', type: 'text' }],
    evidence: ['studyRecord'],
  },
  {
    key: 'studyReference',
    name: '中心组和领导干部学习（备查）',
    numberName: '学习备查',
    page: 'study',
    purpose: '四学机制的前两层由上级组织，这里只记日期、主题和来源。',
    fields: [
      {
        key: 'tier',
        label: '层级',
        type: 'choice',
        isRequired: true,
        options: { centreGroupLeads: '理论学习中心组引领学', leadersTakeLead: '领导干部带头学' },
      },
      { key: 'topic', label: '主题', type: 'text' },
      { key: 'who', label: '参加（领学）人', type: 'text', hint: '照来源写，如：党组理论学习中心组成员' },
      { key: 'source', label: '来源', type: 'text', hint: '如：单位网站、简报第几期、会议通知' },
      { key: 'hours', label: '学时', type: 'decimal', unit: '学时', max: 400 },
    ],
    evidence: ['studyRecord'],
  },
  {
    key: 'cadreTraining',
    name: '干部学时',
    numberName: '干部学时',
    page: 'study',
    purpose: '干部教育培训的学时单独登记，不计入党员学时。',
    roles: [member],
    fields: [hours, { key: 'text', label: '培训内容', type: 'text' }],
    evidence: ['certificate'],
  },
] as const satisfies readonly DossierKind[]
