import type { Dossier } from '../../dossier/schema.ts'
import type { PlainDate } from '../../kernel/dates.ts'
import { rosterOfDay } from '../../members/roster.ts'
import { dayOfYear } from '../../obligations/standing.ts'
import { count, dossierSource } from '../figure.ts'
import type { YearbookInput } from '../input.ts'
import type { Figure } from '../schema.ts'

const dateIn = ({ content }: Dossier, key: string): PlainDate | null => {
  const value = content[key]
  return typeof value === 'string' && value !== '' ? value : null
}

/** The step a person had reached on a day, by the days written down; null before the application. */
function stageOn(record: Dossier, day: PlainDate): 'applicant' | 'activist' | 'target' | 'member' | null {
  const reached = (key: string) => (dateIn(record, key) ?? '9999') <= day
  if (record.date > day) return null
  if (reached('admittedOn') || reached('convertedOn')) return 'member'
  if (reached('targetOn')) return 'target'
  return reached('activistOn') ? 'activist' : 'applicant'
}

/** Whom a record is about: the person on the roster, or the name. */
const subjectOf = ({ people, id }: Dossier): string => {
  const applicant = people.find(({ role }) => role === 'applicant')
  return applicant?.personId ?? applicant?.name ?? id
}

/** 发展党员: where people stand on the last known day; 接收 and 转正 of the year by the records of each person and the roster. */
export function developmentFigures({ year, asOf, history, developmentCases }: YearbookInput): Figure[] {
  const day = dayOfYear(year, asOf)
  const isThisYear = (date: string | null) => date !== null && date.startsWith(`${year}`) && date <= day
  const stage = (key: 'applicant' | 'activist' | 'target', label: string) => {
    const records = developmentCases.filter((record) => stageOn(record, day) === key)
    return count(key, label, developmentCases.length === 0 ? null : records.length, '人', { sources: records.map(dossierSource) })
  }
  const members = new Set(rosterOfDay(history, day).members.map(({ personId }) => personId))
  const event = (key: string, label: string, date: 'admittedOn' | 'convertedOn', ofRoster: 'joinedOn' | 'fullMemberOn') => {
    const records = developmentCases.filter((record) => isThisYear(dateIn(record, date)))
    const subjects = new Set(records.map(subjectOf))
    const others = history.persons.filter(
      (person) => members.has(person.id) && !subjects.has(person.id) && isThisYear(person[ofRoster]),
    )
    return count(key, label, subjects.size + others.length, '人', {
      sources: records.map(dossierSource),
      link: others.length > 0 ? '/members' : null,
      detail: others.length > 0 ? `其中${others.length}人按党员名单` : '',
    })
  }
  return [
    stage('applicant', '入党申请人'),
    stage('activist', '入党积极分子'),
    stage('target', '发展对象'),
    event('admitted', '接收预备党员', 'admittedOn', 'joinedOn'),
    event('converted', '预备党员转正', 'convertedOn', 'fullMemberOn'),
  ]
}
