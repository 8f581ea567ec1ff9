import { type StepKey, stepKeys } from '#shared/development/case.ts'
import { type DocumentModel } from '#shared/documents/model.ts'
import { developmentNotice } from '#shared/documents/papers/development-notice.ts'
import { electionMethod, electionReport, electionRequest } from '#shared/documents/papers/election-papers.ts'
import { sittingPapers } from '#shared/documents/papers/papers.ts'
import { registerSheet } from '#shared/documents/papers/register.ts'
import { talkRecord, talkRegister } from '#shared/documents/papers/talk-record.ts'
import { yearbookPaper } from '#shared/documents/papers/yearbook.ts'
import { committeeDocument, rosterDocument } from '#shared/documents/tables/roster.ts'
import type { Dossier } from '#shared/dossier/schema.ts'
import { handoverDocument } from '#shared/handover/document.ts'
import { inspectionSheet } from '#shared/inspection/sheet.ts'
import { newId } from '#shared/kernel/ids.ts'
import type { RosterHistory } from '#shared/members/schema.ts'
import { receiptDocument } from '#shared/packs/receipt.ts'
import { registerNames } from '#shared/roles/registers.ts'
import { sampleBranch } from './sample-branch.ts'
import { generalMeeting } from './sample-general-meeting.ts'
import { dueMembers, sourceOf } from './samples-papers.ts'

const hash = '0123456789abcdef'.repeat(4)

const groups = ['第一小组', '第二小组'].map((name, position) => ({ id: newId(), name, position, validFrom: null, validTo: null }))
const posts = ['branchSecretary', 'organizationCommissioner', 'publicityCommissioner', 'disciplineCommissioner'] as const

/** The roster of the sample branch with everything a roster can say. */
const history: RosterHistory = {
  groups,
  persons: dueMembers.map(({ personId, name, category }, i) => ({
    id: personId === dueMembers.at(-1)?.personId && i < dueMembers.length - 1 ? newId() : personId,
    name,
    gender: i % 3 === 0 ? 'female' : 'male',
    ethnicity: i % 5 === 4 ? '维吾尔族' : '汉族',
    birthDate: `19${70 + i}-0${(i % 9) + 1}-15`,
    education: i % 2 === 0 ? '大学本科' : '硕士研究生',
    nativePlace: '某省某市',
    job: i % 4 === 0 ? '行政机关工作人员' : '专业技术人员',
    unit: '某局机关',
    declaredCategory: category,
    joinedOn: category === 'formalMember' ? '2010-07-01' : '2025-01-20',
    fullMemberOn: category === 'formalMember' ? '2011-07-01' : null,
    isMobile: i === 9,
    mobileDestination: '',
    note: '',
    position: i,
  })),
  memberships: [],
  intervals: [],
}
const memberships = history.persons.map(({ id }) => ({
  id: newId(),
  personId: id,
  validFrom: null,
  validTo: null,
  leaveReason: '',
}))
const interval = (personId: string, kind: 'group' | 'post', value: string, validFrom: string | null) => ({
  id: newId(),
  personId,
  kind,
  value,
  title: '',
  validFrom,
  validTo: null,
})
const roster: RosterHistory = {
  ...history,
  memberships,
  intervals: history.persons.flatMap(({ id }, i) => [
    interval(id, 'group', groups[i % 2]?.id ?? '', null),
    ...(posts[i] ? [interval(id, 'post', posts[i], '2023-05-12')] : []),
  ]),
}
const sealed = new Map(
  history.persons.map(({ id }) => [id, { idNumber: '11010119800101001X', mobile: '13800000000', phone: '', address: '' }]),
)

const talk: Dossier = {
  id: newId(),
  kind: 'heartToHeartTalk',
  recordNumber: '2025-谈心谈话-01',
  revision: 1,
  forYear: 2025,
  date: '2025-06-24',
  endDate: null,
  title: '',
  status: '',
  tags: [],
  links: [],
  origin: 'typed',
  enteredOn: '2025-06-24',
  isLate: false,
  hasSealed: true,
  attachments: [],
  people: [
    { personId: dueMembers[0]?.personId ?? null, name: '张三', role: 'talker' },
    { personId: dueMembers[10]?.personId ?? null, name: '陈丙', role: 'partner' },
  ],
  content: { time: '16:00', place: '502办公室', reason: 'daily' },
}

const election = {
  given: {
    id: newId(),
    title: '支部委员会换届选举',
    isTerm: true,
    date: '2026-05-08',
    status: '',
    requestedOn: null,
    approvedOn: null,
    documentNo: '',
    seats: null,
    candidates: [],
    reportedOn: null,
    delay: '',
    links: [],
  },
  branch: sampleBranch,
  term: null,
  electors: 0,
  results: [],
}

const noDates = Object.fromEntries(stepKeys.map((key) => [key, null])) as Record<StepKey, null>

const candidate = {
  id: newId(),
  name: '何辛',
  personId: null,
  status: '',
  dates: noDates,
  noticeFrom: null,
  extensionMonths: null,
  mentors: [],
  sponsors: [],
  examinedOn: [],
}

interface Form {
  readonly name: string
  readonly models: readonly DocumentModel[]
  readonly style?: 'table' | 'official'
}

/** Lists, letters with room to write and sheets to sign. */
export const listForms: readonly Form[] = [
  { name: 'sign-in-filled', models: sittingPapers(sourceOf(generalMeeting), ['signInSheet']).slice(0, 1) },
  { name: 'roster', models: [rosterDocument(roster, '2025-12-31', sampleBranch)] },
  { name: 'roster-sensitive', models: [rosterDocument(roster, '2025-12-31', sampleBranch, sealed)] },
  { name: 'committee', models: [committeeDocument(roster, '2025-12-31', sampleBranch)] },
  {
    name: 'inspection',
    models: [
      inspectionSheet(
        {
          year: 2025,
          asOf: '2026-01-10',
          looked: 46,
          records: [],
          findings: [
            { kind: 'missing', records: [], text: '第四季度没有党课记录', sources: ['《中国共产党支部工作条例（试行）》第十四条'] },
            { kind: 'unsigned', records: [], text: '6月27日“2025年第二季度支部党员大会”还没有签字', sources: [] },
            {
              kind: 'overdue',
              records: [],
              text: '议定事项“各党小组自7月起通报补学情况”（责任人：孙八、周九）已过7月31日',
              sources: [],
            },
            {
              kind: 'absentActs',
              records: [],
              text: '6月13日“走近老党员、学习优良作风”主题党日：陈丙登记为公出，记录里又有发言',
              sources: [],
            },
          ],
        },
        sampleBranch,
      ),
    ],
  },
  { name: 'talk-register', models: [talkRegister([talk], 2025, sampleBranch, () => dueMembers)] },
  {
    name: 'talk-record',
    models: [
      talkRecord(talk, dueMembers, {
        points: '一、了解近期工作和学习情况。\n二、听取对支部工作的意见。',
        opinions: '学习材料提前发放。',
        agreed: '由党小组组长每周转送学习材料。',
      }),
    ],
  },
  {
    name: 'register',
    models: [
      registerSheet(
        {
          key: 'wishes',
          name: registerNames.wishes,
          head: ['日期', '微心愿', '提出人群', '认领人', '状态', '完成日期'],
          widths: [3, 7, 4, 4, 3, 3],
          leftColumns: [2],
          rows: [
            ['2025年7月15日', '为共建社区的独居老人更换楼道灯', '社区老人', '钱七、卫戊', '已完成', '2025年7月20日'],
            ['2025年9月3日', '补齐图书角的书架', '社区儿童', '王五', '进行中', ''],
          ],
          sources: [],
          total: '合计2个，完成1个',
        },
        2025,
        sampleBranch,
      ),
    ],
  },
  {
    name: 'yearbook',
    models: [
      yearbookPaper(
        {
          year: 2025,
          span: 'year',
          asOf: '2025-12-31',
          sections: ['基本情况', '组织生活', '学习'].map((title, at) => ({
            key: String(at),
            title,
            figures: [
              {
                key: 'a',
                label: '支部党员大会',
                value: 4,
                text: '4次',
                before: '5次',
                detail: '每季度至少一次，四个季度都有',
                sources: [1, 2, 3, 4].map((n) => ({
                  type: 'activity' as const,
                  id: newId(),
                  recordNumber: `2025-党员大会-0${n}`,
                  date: '2025-03-01',
                  title: '',
                })),
                link: '',
              },
              {
                key: 'b',
                label: '党员',
                value: 14,
                text: '14名',
                before: null,
                detail: '正式12名，预备2名',
                sources: [],
                link: '/members',
              },
            ],
          })),
          problems: [],
          nextSteps: { text: '', recordId: null, revision: 0, recordNumber: '' },
        },
        sampleBranch,
      ),
    ],
  },
  {
    name: 'receipt',
    models: [
      receiptDocument({
        pack: {
          name: '某局直属机关党委_某局机关第三党支部_2025年度_佐证材料_20260110',
          files: 214,
          octets: 84_213_556,
          tagManifestSha256: hash,
        },
        branch: sampleBranch,
        date: '2026-01-10',
        history: { seq: 812, hash },
      }),
    ],
  },
  {
    name: 'handover',
    models: [
      handoverDocument({
        branch: sampleBranch,
        date: '2026-01-10',
        people: { from: '张三', to: '王五', witness: '刘庚' },
        path: '',
        facts: {
          lines: [
            { name: '会议和活动记录', count: 46, unit: '条', note: '2024年至2025年' },
            { name: '工作记录', count: 38, unit: '条', note: '' },
            { name: '附件', count: 120, unit: '个', note: '84 MB' },
          ],
          backups: 9,
          head: { deviceId: newId(), seq: 812, hash },
        },
      }),
    ],
  },
  { name: 'election-request-blank', models: [electionRequest(election)] },
  { name: 'election-method-blank', models: [electionMethod(election)] },
  { name: 'election-report-blank', models: [electionReport(election)] },
  ...(['admission', 'conversion'] as const).map((kind) => ({
    name: `${kind}-notice`,
    models: [developmentNotice(kind, { given: candidate, person: null, branch: sampleBranch })],
  })),
]
