import type { Activity } from '#shared/activities/schema.ts'
import { dossierKind } from '#shared/dossier/kinds/index.ts'
import type { Dossier } from '#shared/dossier/schema.ts'
import { duesLines, fullMonths } from '#shared/dues/dues.ts'
import { groupsOn, hadCommittee, rosterOfDay } from '#shared/members/roster.ts'
import { isHeld } from '#shared/obligations/engine.ts'
import { talksOf } from '#shared/obligations/pair-coverage.ts'
import { termStart } from '#shared/obligations/terms.ts'
import type { FactRecord, RatingFacts } from '#shared/rating/facts.ts'
import { termCheck } from '#shared/rating/term.ts'
import { type TalkPairing, talkCoverage } from '#shared/talks/coverage.ts'
import { readActivities } from '../activities/read.ts'
import type { Core } from '../core.ts'
import { readDossiers } from '../dossier/read.ts'
import { readRosterHistory } from '../members/read.ts'
import { rulesOf } from '../obligations/rules.ts'
import { assessYear } from '../obligations/service.ts'
import { today } from '../platform/clock.ts'
import { yearAttendance } from '../reports/read.ts'
import { yearHours } from '../study/read.ts'
import { checksOf } from './checks.ts'
import { knownFrequencies } from './frequencies.ts'
import { excellentShare, standingRecords } from './standing-facts.ts'

const isFirstItem = (title: string) => title.includes('第一议题')

function sittingFact(activity: Activity, year: number): FactRecord {
  const parts = activity.parts
  const isStudy = parts.some(({ purpose, studyTier }) => purpose === 'studySession' || Boolean(studyTier))
  const hasFirstItem = parts.some(({ agenda }) => agenda.some(({ title }) => isFirstItem(title)))
  const hasVote = parts.some(({ agenda }) => agenda.some(({ content }) => content.some(({ kind }) => kind === 'vote')))
  const hasLecture = parts.some(({ purpose }) => purpose === 'partyLecture')
  const hasList = parts.some(({ details }) => (details?.rectifications ?? []).length > 0)
  const hasTally = parts.some(({ details }) => (details?.tallies ?? []).length > 0)
  return {
    id: activity.id,
    type: 'activity',
    date: activity.date,
    title: parts.map(({ title }) => title).join('、'),
    parts: parts.map(({ id, purpose }) => ({ id, purpose })),
    countsAs: [...parts.map(({ purpose }) => purpose as string), ...(hasFirstItem ? ['firstAgendaItem'] : [])],
    // A sitting with parts of two years counts in the year that is asked about.
    forYear: parts.some((part) => part.forYear === year) ? year : (parts[0]?.forYear ?? year),
    groupIds: parts.flatMap(({ groupId }) => groupId ?? []),
    tiers: parts.flatMap(({ studyTier }) => studyTier ?? []),
    audiences: parts.map(({ audience }) => audience ?? 'all'),
    half: null,
    level: '',
    evidence: [
      'minutes',
      'signInSheet',
      ...(parts.some(({ resolutions }) => resolutions.length > 0) ? ['resolution'] : []),
      ...(isStudy ? ['studyRecord'] : []),
      ...(hasVote ? ['ballotTally'] : []),
      ...(hasLecture && activity.attachments.length > 0 ? ['lectureNotes'] : []),
      ...(hasList ? ['rectificationList'] : []),
      ...(hasTally ? ['appraisalSummary', 'appraisalForm'] : []),
    ],
  }
}

/** A dated record as rules count it. */
export function dossierFact(dossier: Dossier): FactRecord {
  const kind = dossierKind(dossier.kind)
  const text = (key: string) => (typeof dossier.content[key] === 'string' ? dossier.content[key] : '')
  const sort = text('sort')
  return {
    id: dossier.id,
    type: 'dossier',
    date: dossier.date,
    title: dossier.title,
    parts: [],
    countsAs: [kind.key, ...(kind.countsAs ?? [])],
    forYear: dossier.forYear,
    groupIds: [],
    tiers: text('tier') === '' ? [] : [text('tier')],
    // 送学上门 is study meant for a retired member (DOMAIN 5.2).
    audiences: kind.key === 'careRecord' && sort === 'study' ? ['retired'] : [],
    half: sort === 'midYear' ? 1 : sort === 'yearEnd' ? 2 : null,
    level: text('level'),
    // An official document is evidence of its own sort alone.
    evidence: kind.key === 'officialDocument' ? [sort] : kind.evidence,
  }
}

/** A month in which everybody has paid is a record of that month: dues are one table for the year. */
const duesFacts = (dossier: Dossier): FactRecord[] =>
  fullMonths(duesLines(dossier.content)).map((month) => ({
    ...dossierFact(dossier),
    date: `${dossier.forYear}-${String(month).padStart(2, '0')}-01`,
  }))

/** Everything that the indicators of a year are judged from, as of today. @throws AppError NOT_FOUND before the branch is made */
export function ratingFacts(core: Core, year: number): RatingFacts {
  const ledger = core.session.require()
  const day = today(core.clock)
  const history = readRosterHistory(ledger)
  const last = day < `${year}-12-31` ? day : `${year}-12-31`
  const roster = rosterOfDay(history, last).members
  const sittings = readActivities(ledger, { year }).filter((activity) => isHeld({ ...activity, title: '' }, day))
  const dossiers = readDossiers(ledger, { year })
  const assessment = assessYear(ledger, year, core.clock)
  const outcome = (rule: string) => assessment.rules.find(({ id }) => id === rule)?.outcomes[0]?.periods[0]
  const survey = dossiers.findLast(({ kind }) => kind === 'satisfactionSurvey')
  const [valid, satisfied] = [survey?.content['valid'], survey?.content['satisfied']]
  const statuses = history.intervals.filter(
    ({ kind, validFrom, validTo }) => kind === 'serviceStatus' && (validFrom ?? '') <= last && (validTo ?? '9999') >= last,
  )
  const isRetired = (personId: string) => statuses.some((each) => each.personId === personId && each.value !== 'inService')
  const isYoung = (personId: string) => (history.persons.find(({ id }) => id === personId)?.birthDate ?? '') > `${year - 35}-12-31`
  const audiences = [
    roster.some(({ personId }) => !isRetired(personId)),
    roster.some(({ personId }) => isRetired(personId)),
    roster.some(({ personId }) => isYoung(personId)),
  ]
  const dualLife = assessment.rules.find(({ id }) => id === 'leader-dual-life')?.outcomes ?? []
  const dualIds = new Set(dualLife.flatMap(({ periods }) => periods.flatMap(({ records }) => records.map(({ id }) => id))))
  const began = termStart(history, last)
  // The rule table says whether a pairing is asked for at all; the share is counted in people and pairs.
  const talks = talksOf(dossiers.filter(({ date }) => date <= day))
  const talk = (pairing: TalkPairing) => {
    const found = outcome(`talk-${pairing}`)
    if (found === undefined || found.state === 'notApplicable') return { due: 0, covered: 0, words: '' }
    const { due, covered, gaps } = talkCoverage(pairing, roster, talks)
    return { due, covered, words: found.note ?? '', firstGap: gaps[0]?.personIds }
  }
  return {
    year,
    today: day,
    records: [
      ...sittings.map((activity) => {
        const fact = sittingFact(activity, year)
        return dualIds.has(fact.id) ? { ...fact, countsAs: [...fact.countsAs, 'dualOrganizationalLife'] } : fact
      }),
      ...standingRecords(ledger, year).map(dossierFact),
      ...dossiers.flatMap((dossier) => (dossier.kind === 'partyDues' ? duesFacts(dossier) : [dossierFact(dossier)])),
    ],
    groups: groupsOn(history, `${year}-01-01`, last).map(({ id, name }) => ({ id, name })),
    hasCommittee: hadCommittee(history, `${year}-01-01`, last),
    hasLeadingCadre: history.intervals.some(
      ({ kind, personId }) => kind === 'leadingCadre' && roster.some((each) => each.personId === personId),
    ),
    hours: yearHours(core, year).lines.filter(({ target }) => target !== null),
    talks: {
      'committee-committee': talk('committee-committee'),
      'committee-member': talk('committee-member'),
      'member-member': talk('member-member'),
    },
    rates: {
      attendanceRate: yearAttendance(core, year).rateWithoutExempt,
      satisfaction: typeof valid === 'number' && typeof satisfied === 'number' && valid > 0 ? Math.min(1, satisfied / valid) : null,
    },
    audiencesOnRoster: audiences.filter(Boolean).length,
    checks: checksOf({ history, roster, sittings, dossiers, last, day, term: termCheck(began, last, 3) }),
    termStart: began,
    last,
    excellent: excellentShare(dossiers),
    frequencies: knownFrequencies(rulesOf(ledger)),
  }
}
