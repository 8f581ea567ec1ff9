import { type Purpose, purposes } from '../activities/schema.ts'
import type { DossierKind } from '../dossier/kind.ts'
import { dossierKind, dossierKinds, isDossierKind } from '../dossier/kinds/index.ts'
import { countableName } from './countable.ts'
import { everydayEvidence } from './everyday-evidence.ts'
import type { Gap } from './proposal.ts'
import type { AutoRule, CheckName, Indicator } from './scheme.ts'

/** What to write on a button, and the address of the program it opens. */
export interface Action {
  readonly label: string
  readonly link: string
}

/** Where a check's own gap is mended. */
const checkActions: Readonly<Partial<Record<CheckName, Action>>> = {
  'branch.formalMembers>=3 && branch.members<=50': { label: '查看党员名册', link: '/members' },
  'branch.formalMembers<7 || (committee.size>=3 && committee.size<=7)': { label: '登记支部委员', link: '/members' },
  'groups.count==0 || groups.minSize>=3': { label: '调整党小组', link: '/members' },
  'roster.requiredFieldsComplete>=0.98': { label: '补全党员名册', link: '/members' },
  'minutes.completeRate>=0.95': { label: '查看待签字的记录', link: '/activities?state=toSign' },
  'issues.overdue==0': { label: '登记整改情况', link: '/problems' },
}

/** The record of what a check cannot see, where the evidence of the scheme does not lead to it. */
const beyondCheck: Readonly<Partial<Record<CheckName, string>>> = { 'issues.overdue==0': 'inspectionFinding' }

type Fields = Readonly<Record<string, string | undefined>>

/** Names and values are identifiers of the program. */
const queryOf = (fields: Fields) =>
  Object.entries(fields)
    .flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`]))
    .join('&')

const newRecord = (kind: string, fields: Fields = {}): Action => ({
  label: `登记${dossierKind(kind).name}`,
  link: `/records/new?${queryOf({ kind, ...fields })}`,
})

const newSitting = (purpose: Purpose, fields: Fields): Action => ({
  label: `记一次${countableName(purpose)}`,
  link: `/activities/new?${queryOf({ purpose, ...fields })}`,
})

const isPurpose = (record: string): record is Purpose => (purposes as readonly string[]).includes(record)

/** The form for what a rule counts; null: none is known. */
function formFor(record: string, { date, half, groupId, activityId, purpose }: Gap): Action | null {
  if (record === 'firstAgendaItem')
    return activityId === undefined
      ? newSitting(purpose ?? 'generalMeeting', { date, topic: '第一议题' })
      : { label: '查看当月会议记录', link: `/activities/${activityId}` }
  if (isPurpose(record)) return newSitting(record, { date, groupId })
  if (!isDossierKind(record)) return null
  const sorts: readonly string[] = Object.keys(optionsOf(dossierKind(record), 'sort'))
  const sort = half === undefined ? undefined : sorts.find((each) => each === (half === 1 ? 'midYear' : 'yearEnd'))
  return newRecord(record, { date, sort })
}

/** Options of a choice of a kind by its field; empty: it has no such choice. */
export function optionsOf(kind: DossierKind, field: string): Readonly<Record<string, string>> {
  const found = kind.fields.find(({ key }) => key === field)
  return found?.type === 'choice' ? found.options : {}
}

const documentSort = (evidence: string): string | undefined => optionsOf(dossierKind('officialDocument'), 'sort')[evidence]

/** 请示、批复和制度文件 of its sort, else the kind of which it is the main evidence, else any that yields it. */
function formOfEvidence(wanted: string): Action | null {
  const sort = documentSort(wanted)
  if (sort !== undefined) return { ...newRecord('officialDocument', { sort: wanted }), label: `登记${sort}` }
  const yields = (kind: DossierKind) => kind.evidence.includes(wanted)
  const kind = dossierKinds.find(({ evidence }) => evidence[0] === wanted) ?? dossierKinds.find(yields)
  return kind ? newRecord(kind.key) : null
}

/** An indicator without a rule: the kind its own name speaks of, else that of a kind of evidence that few others have. */
function formByName({ name, evidence }: Indicator): Action | null {
  const own = dossierKinds.find((kind) => name.includes(kind.name))
  if (own) return newRecord(own.key)
  const wanted = evidence.find((kind) => documentSort(kind) !== undefined || !everydayEvidence.has(kind))
  return wanted === undefined ? null : formOfEvidence(wanted)
}

function formOfTier(rule: Extract<AutoRule, { kind: 'distinct' }>, { value }: Gap): Action {
  if (rule.field === 'audience') return newSitting('studySession', { audience: value })
  const isReference = value !== undefined && Object.hasOwn(optionsOf(dossierKind('studyReference'), 'tier'), value)
  return isReference ? newRecord('studyReference', { tier: value }) : newSitting('studySession', { tier: value })
}

function formOfTalk({ personIds = [] }: Gap): Action {
  const [first, second] = personIds
  const roles: Fields = second === undefined ? { partner: first } : { talker: first, partner: second }
  return newRecord('heartToHeartTalk', roles)
}

function formOfRule(indicator: Indicator, gap: Gap): Action | null {
  const { autoRule: rule } = indicator
  switch (rule?.kind) {
    case 'count':
      return formFor(rule.record, gap)
    case 'hours':
      return { label: '查看学时', link: `/study${gap.personIds ? `?id=${gap.personIds[0]}` : ''}` }
    case 'coverage':
      return formOfTalk(gap)
    case 'rate':
      return rule.metric === 'satisfaction'
        ? newRecord('satisfactionSurvey')
        : { label: '查看出勤情况', link: '/summary/attendance' }
    case 'distinct':
      return formOfTier(rule, gap)
    case 'tier':
      return newRecord('honour')
    case 'deadline':
      return newRecord('branchElection')
    default:
      return formByName(indicator)
  }
}

interface ActionInput {
  readonly gap: Gap
  /** The rule itself has found that something is missing; otherwise it is the paper. */
  readonly isGapOfRule: boolean
  /** A veto that a person or a record says has happened. */
  readonly isTriggered: boolean
}

/**
 * The next step for an indicator of which something is missing: the form that would record it, with what is known filled in, or
 * the record in which it would stand. Where only people know, its own drawer, to confirm it or to add what proves it.
 */
export function actionFor(indicator: Indicator, { gap, isGapOfRule, isTriggered }: ActionInput): Action {
  const { autoRule: rule, code, veto } = indicator
  const drawer = `/rating?${queryOf({ code })}`
  if (veto && !isTriggered) return (isGapOfRule ? formOfRule(indicator, gap) : null) ?? { label: '确认是否发生', link: drawer }
  if (rule?.kind === 'check' && !veto && isGapOfRule) {
    if (gap.activityId !== undefined) return { label: '补填会议记录', link: `/activities/${gap.activityId}` }
    return checkActions[rule.expr] ?? { label: '添加依据', link: drawer }
  }
  const beyond = rule?.kind === 'check' && !veto ? beyondCheck[rule.expr] : undefined
  if (beyond !== undefined) return newRecord(beyond)
  // What has happened is shown by its own paper, not by what the rule of the veto looks at.
  const own = veto ? formByName(indicator) : formOfRule(indicator, gap)
  return own ?? { label: '添加依据', link: drawer }
}

/** What the program itself prints as proof of a kind of evidence. */
export const programDocuments: Readonly<Record<string, { readonly name: string; readonly link: string }>> = {
  roster: { name: '党员名册', link: '/members' },
  studyHourLedger: { name: '学时登记表', link: '/study' },
  duesLedger: { name: '党费收缴公示表', link: '/dues' },
}
