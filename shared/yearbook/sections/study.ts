import { type StudyTier, studyTiers } from '../../activities/details.ts'
import { studyTierNames } from '../../activities/labels.ts'
import type { HourLine } from '../../study/hours.ts'
import { activitySource, count, dossierSource, share } from '../figure.ts'
import type { YearbookInput } from '../input.ts'
import type { Figure, Source } from '../schema.ts'

/** Records that gave any of these members hours. */
function sourcesOfHours(lines: readonly HourLine[], { activities, dossiers }: YearbookInput): Source[] {
  const ids = new Set(lines.flatMap(({ entries }) => entries.map(({ recordId }) => recordId)))
  return [
    ...activities.filter(({ id }) => ids.has(id)).map(activitySource),
    ...dossiers.filter(({ id }) => ids.has(id)).map(dossierSource),
  ]
}

function tierFigure(tier: StudyTier, { activities, dossiers }: YearbookInput): Figure {
  const sittings = activities.filter(({ parts }) => parts.some(({ studyTier }) => studyTier === tier))
  const references = dossiers.filter(({ content }) => content['tier'] === tier)
  const hours = sittings.reduce(
    (sum, { parts }) => sum + Math.max(0, ...parts.filter((part) => part.studyTier === tier).map((part) => part.hours ?? 0)),
    0,
  )
  return count(`tier:${tier}`, studyTierNames[tier], sittings.length + references.length, '次', {
    detail: hours === 0 ? '' : `本支部${hours}学时`,
    sources: [...sittings.map(activitySource), ...references.map(dossierSource)],
  })
}

/** 学习: totals of table 8.3 and the four tiers of 四学机制 (DOMAIN 5.1). Nobody is named. */
export function studyFigures(input: YearbookInput): Figure[] {
  const asked = input.hours.filter(({ target }) => target !== null)
  const sum = asked.reduce((all, { total }) => all + total, 0)
  const reached = asked.filter(({ missing }) => missing === 0).length
  const sources = sourcesOfHours(asked, input)
  const hasHours = sum > 0
  const extra = { sources, link: '/study' }
  return [
    count('hoursTotal', '党员学时合计', hasHours ? sum : null, '学时', extra),
    count('hoursAverage', '党员人均学时', hasHours ? sum / asked.length : null, '学时', {
      ...extra,
      detail: hasHours ? `${asked.length}名党员，不含不作硬性要求的` : '',
    }),
    share('hoursReached', '达到学时目标的党员', hasHours ? reached : 0, hasHours ? asked.length : 0, {
      ...extra,
      detail: hasHours ? `${reached}人，共${asked.length}人` : '',
    }),
    ...studyTiers.map((tier) => tierFigure(tier, input)),
  ]
}

/** Hours of the secretary, for the duty report; null without a secretary on the roster or without any hours. */
export function secretaryHours(input: YearbookInput, secretaryId: string | null): Figure {
  const lines = input.hours.filter(({ personId }) => personId === secretaryId)
  const total = lines[0]?.total ?? 0
  return count('hoursSecretary', '书记学时', total === 0 ? null : total, '学时', {
    sources: sourcesOfHours(lines, input),
    link: '/study',
  })
}
