import type { Purpose } from '#shared/activities/schema.ts'
import { dossierKind as kindOf } from '#shared/dossier/kinds/index.ts'
import type { PlainDate } from '#shared/kernel/dates.ts'
import type { DueItem, PeriodOutcome, RuleSummary } from '#shared/obligations/schema.ts'
import { proposedDate } from './periods.ts'

// Ids of the rule table (resources/rules.json) begin with what they ask for.
const purposeOfPrefix: readonly (readonly [string, Purpose])[] = [
  ['general-meeting', 'generalMeeting'],
  ['committee-meeting', 'committeeMeeting'],
  ['group-meeting', 'groupMeeting'],
  ['party-lecture', 'partyLecture'],
  ['themed-party-day', 'themedPartyDay'],
  ['org-life-meeting', 'organizationalLifeMeeting'],
  ['democratic-appraisal', 'democraticAppraisal'],
  ['branch-study', 'studySession'],
]

/** What a record must be for, to fulfil a rule; null for a duty that no record of a sitting fulfils. */
export function purposeOfRule(ruleId: string): Purpose | null {
  return purposeOfPrefix.find(([prefix]) => ruleId.startsWith(prefix))?.[1] ?? null
}

/** The page of a record. */
export function recordLink(id: string): string {
  return `/activities/${id}`
}

/** A new record that would fulfil a period of a rule, its purpose, group and a first date filled in; null: none can. */
export function newRecordLink(rule: RuleSummary, period: PeriodOutcome, today: PlainDate): string | null {
  const purpose = purposeOfRule(rule.id)
  if (!purpose) return null
  const query = new URLSearchParams({ purpose, date: proposedDate(period.period, today) })
  if (rule.scope.kind === 'group') query.set('groupId', rule.scope.id)
  return `/activities/new?${query}`
}

/** The record that a line of 「近期要办」 leads to: the one that is planned, or a new one with what is known filled in. */
export function recordLinkOf({ activityId, purpose, groupId, date, dossierKind }: DueItem['action']): string | null {
  if (dossierKind !== undefined) {
    // Plans and reports are begun from what is there already, on a page of their own.
    const { page, ownPage } = kindOf(dossierKind)
    return page === 'plans' && ownPage !== undefined ? ownPage : `/records/new?kind=${dossierKind}`
  }
  if (activityId !== undefined) return recordLink(activityId)
  if (purpose === undefined) return null
  const query = new URLSearchParams({ purpose })
  if (date !== undefined) query.set('date', date)
  if (groupId !== undefined) query.set('groupId', groupId)
  return `/activities/new?${query}`
}

/** The record that a line is about, or the page of its kind in the year it is about; null: it names none. */
export function viewLinkOf({ dossierId, dossierKind }: DueItem['action'], period: string): string | null {
  if (dossierId !== undefined) return `/records/${dossierId}`
  const page = dossierKind === undefined ? undefined : kindOf(dossierKind).ownPage
  if (page === undefined) return null
  return /^\d{4}$/.test(period) ? `${page}?year=${period}` : page
}

export interface Preparation {
  readonly purpose: Purpose
  readonly groupId?: string | undefined
  /** The period it is for: `2025-09`. */
  readonly period?: string | undefined
  /** A member the meeting is about. */
  readonly personId?: string | undefined
  /** An item of the agenda to begin with: 换届选举. */
  readonly topic?: string | undefined
  /** How that item is decided, as the form of plans names it: `admission`. */
  readonly vote?: string | undefined
  /** The record of a 换届 or 补选 whose seats and candidates the ballots take. */
  readonly electionId?: string | undefined
}

/** 「准备一次会」 with what is known filled in. */
export function prepareLink({ purpose, ...known }: Preparation): string {
  const query = new URLSearchParams({ purpose })
  for (const [name, value] of Object.entries(known)) {
    if (value !== undefined && value !== '') query.set(name, value)
  }
  return `/plans/prepare?${query}`
}

/** The general meeting that elects a new committee. */
export const electionLink = prepareLink({ purpose: 'generalMeeting', topic: '支部委员会换届选举', vote: 'election' })

/** A member's page; without one the roster. */
export const memberLink = (personId: string | undefined): string =>
  personId === undefined ? '/members' : `/members?id=${personId}`
