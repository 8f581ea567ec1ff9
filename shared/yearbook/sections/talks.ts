import { rosterOfDay } from '../../members/roster.ts'
import { talksOf } from '../../obligations/pair-coverage.ts'
import { dayOfYear } from '../../obligations/standing.ts'
import { type Coverage, type TalkPairing, talkCoverage, talkPairings } from '../../talks/coverage.ts'
import { count, dossierSource, share } from '../figure.ts'
import type { YearbookInput } from '../input.ts'
import type { Figure } from '../schema.ts'

const pairingNames: Record<TalkPairing, string> = {
  'committee-committee': '支部委员之间',
  'committee-member': '支部委员和党员之间',
  'member-member': '党员和党员之间',
}

/** 谈心谈话: how often and how far the three pairings are covered (支部工作条例 第十九条); never what was said, nor who is missing. */
export function talkFigures({ year, asOf, history, dossiers }: YearbookInput): Figure[] {
  const records = dossiers.filter(({ kind }) => kind === 'heartToHeartTalk')
  const members = rosterOfDay(history, dayOfYear(year, asOf)).members
  const talks = talksOf(records)
  const sources = records.map(dossierSource)
  const people = records.reduce((sum, record) => sum + record.people.filter(({ role }) => role === 'partner').length, 0)
  const coverages = talkPairings.map((pairing): [TalkPairing, Coverage] => [pairing, talkCoverage(pairing, members, talks)])
  const due = coverages.reduce((sum, [, each]) => sum + each.due, 0)
  const covered = coverages.reduce((sum, [, each]) => sum + each.covered, 0)
  const none = records.length === 0
  return [
    count('talks', '谈心谈话', none ? null : people, '人次', { detail: none ? '' : `${records.length}次登记`, sources }),
    share('talkCoverage', '谈心谈话覆盖率', covered, none ? 0 : due, {
      detail: none ? '' : `三类范围合计应谈${due}，已谈${covered}`,
      sources,
    }),
    ...coverages.map(([pairing, coverage]) =>
      share(`talks:${pairing}`, pairingNames[pairing], coverage.covered, none ? 0 : coverage.due, {
        detail: none || coverage.due === 0 ? '' : `应谈${coverage.due}，已谈${coverage.covered}`,
        sources: sources.filter(({ id }) => coverage.talks.includes(id)),
      }),
    ),
  ]
}
