import { purposes } from '../activities/schema.ts'
import { dossierKinds, isDossierKind } from '../dossier/kinds/index.ts'
import { countableName } from './countable.ts'
import type { CheckName, Indicator } from './scheme.ts'

/** What to write on a button, and the address of the program it opens. */
export interface Action {
  readonly label: string
  readonly link: string
}

const checkActions: Readonly<Partial<Record<CheckName, Action>>> = {
  'resolutions.all(hasVoteCounts)': { label: '查看会议记录', link: '/activities' },
  'minutes.completeRate>=0.95': { label: '查看待签字的记录', link: '/activities?state=toSign' },
  'issues.overdue==0': { label: '查看问题整改', link: '/records/kind/inspectionFinding' },
}

/** Names and values are identifiers of the program. */
const queryOf = (fields: Readonly<Record<string, string>>) =>
  Object.entries(fields)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&')

const newRecord = (kind: string, fields: Readonly<Record<string, string>> = {}) => `/records/new?${queryOf({ kind, ...fields })}`

/** The form for what a rule counts; null: none is known. */
function formFor(record: string, groupId: string | null): Action | null {
  const label = `登记${countableName(record)}`
  if ((purposes as readonly string[]).includes(record)) {
    const query = queryOf({ purpose: record, ...(groupId === null ? {} : { groupId }) })
    return { label: `记一次${countableName(record)}`, link: `/activities/new?${query}` }
  }
  if (record === 'firstAgendaItem') return { label: '查看会议记录', link: '/activities' }
  return isDossierKind(record) ? { label, link: newRecord(record) } : null
}

/** The form whose records yield one of the kinds of evidence, the main one first; an official document with its sort. */
function formOfEvidence(evidence: readonly string[]): Action | null {
  for (const wanted of evidence) {
    const kind = dossierKinds.find((each) => (each.evidence as readonly string[]).includes(wanted))
    if (kind)
      return {
        label: `登记${kind.name}`,
        link: newRecord(kind.key, kind.key === 'officialDocument' ? { sort: wanted } : {}),
      }
  }
  return null
}

/**
 * The next step for an indicator without proof: the form that would make the record that is missing, with what is known filled
 * in. Never a day: when it took place only people know.
 */
export function actionFor({ autoRule: rule, evidence }: Indicator, missingGroupId: string | null): Action | null {
  switch (rule?.kind) {
    case 'count':
      return formFor(rule.record, missingGroupId)
    case 'hours':
      return { label: '查看学时', link: '/study' }
    case 'coverage':
      return { label: '登记谈心谈话', link: '/talks' }
    case 'rate':
      return rule.metric === 'satisfaction'
        ? formFor('satisfactionSurvey', null)
        : { label: '查看出勤情况', link: '/summary/attendance' }
    case 'distinct':
      return formFor('studySession', null)
    case 'tier':
      return formFor('honour', null)
    case 'deadline':
      return formFor('branchElection', null)
    case 'check':
      return checkActions[rule.expr] ?? { label: '查看党员名册', link: '/members' }
    case undefined:
      return formOfEvidence(evidence)
  }
}

/** What the program itself prints as proof of a kind of evidence. */
export const programDocuments: Readonly<Record<string, { readonly name: string; readonly link: string }>> = {
  roster: { name: '党员名册', link: '/members' },
  studyHourLedger: { name: '学时登记表', link: '/study' },
  duesLedger: { name: '党费收缴公示表', link: '/dues' },
}
