import type { Purpose } from '../activities/schema.ts'

/** Which lines the minutes of a purpose have and what they are called (samples DOMAIN 3.5.1 to 3.5.9). */
export interface Wording {
  readonly time: string
  readonly place: string
  /** 党员 or 委员, in 应到党员. */
  readonly who: string
  /** The list of those present. */
  readonly attendees: boolean
  /** 缺席人员及原因 on a line of its own; 缺席: beside the counts. */
  readonly absentees: '缺席人员及原因' | '缺席'
  readonly invitees: string
  /** 「无」 is printed where nobody was invited. */
  readonly alwaysInvitees: boolean
  /** 课题, 活动主题: label of `topic`; empty: no such line. */
  readonly topic: string
  readonly lecturer: string
  /** 会议形式, beside 归属年度; empty: neither is printed. */
  readonly form: string
  readonly preparation: string
  /** 会议议题; empty: the agenda is not announced apart from the content. */
  readonly agenda: string
  readonly content: string
  /** Speeches gathered under a label of their own; empty: they stand where they were made. */
  readonly discussion: string
  readonly resolutions: string
  /** 本次会议未形成决议事项 is said where there are none. */
  readonly alwaysResolutions: boolean
  readonly followUp: string
  readonly closing: string
  readonly attachments: string
  readonly hours: string
  readonly signatures: readonly string[]
}

const meeting: Wording = {
  time: '会议时间',
  place: '会议地点',
  who: '党员',
  attendees: true,
  absentees: '缺席人员及原因',
  invitees: '列席人员',
  alwaysInvitees: true,
  topic: '会议主题',
  lecturer: '',
  form: '',
  preparation: '',
  agenda: '会议议题',
  content: '会议内容',
  discussion: '',
  resolutions: '会议决议',
  alwaysResolutions: true,
  followUp: '',
  closing: '主持人小结',
  attachments: '',
  hours: '',
  signatures: ['记录人（签字）', '主持人（签字）'],
}

const gathering: Wording = {
  ...meeting,
  time: '时间',
  place: '地点',
  attendees: false,
  alwaysInvitees: false,
  agenda: '',
  resolutions: '议定事项',
  alwaysResolutions: false,
  hours: '学时',
}

export const wordings: Record<Purpose, Wording> = {
  generalMeeting: meeting,
  committeeMeeting: { ...meeting, who: '委员', resolutions: '会议决定' },
  groupMeeting: {
    ...meeting,
    alwaysInvitees: false,
    resolutions: '决定事项',
    alwaysResolutions: false,
    signatures: ['记录人（签字）', '党小组组长（签字）'],
  },
  partyLecture: {
    ...gathering,
    invitees: '列席',
    topic: '课题',
    lecturer: '授课人',
    content: '授课要点',
    discussion: '讨论交流',
    closing: '小结',
    attachments: '附件',
  },
  themedPartyDay: {
    ...gathering,
    time: '活动时间',
    place: '活动地点',
    topic: '活动主题',
    alwaysInvitees: true,
    preparation: '前期准备',
    content: '活动内容',
    followUp: '落实情况（会后填写）',
  },
  organizationalLifeMeeting: {
    ...meeting,
    attendees: false,
    form: '会议形式',
    preparation: '会前准备',
    agenda: '',
    resolutions: '议定事项',
    alwaysResolutions: false,
  },
  democraticAppraisal: {
    ...gathering,
    absentees: '缺席',
    form: '形式',
    preparation: '会前准备',
    topic: '主题',
    content: '评议情况',
    hours: '',
    signatures: ['记录人（签字）', '党支部书记（签字）'],
  },
  studySession: {
    ...gathering,
    topic: '学习主题',
    lecturer: '领学人',
    agenda: '学习篇目',
    content: '学习内容',
    discussion: '研讨发言',
  },
}
