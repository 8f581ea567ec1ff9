import { covers, rosterOfDay } from '#shared/members/roster.ts'
import { personHours, registerKeys, wishShare } from '#shared/roles/registers.ts'
import { readTaggedActivities } from '../activities/read.ts'
import type { Core } from '../core.ts'
import { readDossiers } from '../dossier/read.ts'
import { readRosterHistory } from '../members/read.ts'
import { today } from '../platform/clock.ts'
import { readRegister } from './read.ts'

const kindPage = (kind: string) => `/records/kind/${kind}`

/** The figures of a year, each with the page of what it was counted from. */
export function rolesOverview(core: Core, year: number) {
  const ledger = core.session.require()
  const all = readDossiers(ledger, { year })
  const of = (...kinds: string[]) => all.filter(({ kind }) => kinds.includes(kind))
  const services = of('volunteerService', 'communityDay')
  const wishes = wishShare(of('microWish'))
  const now = today(core.clock)
  const day = now < `${year}-12-31` ? now : `${year}-12-31`
  const history = readRosterHistory(ledger)
  const retired = new Set(
    history.intervals
      .filter((each) => each.kind === 'serviceStatus' && each.value !== 'inService' && covers(each, day))
      .map(({ personId }) => personId),
  )
  // 在职党员 of whom something is asked are the base of the share.
  const members = rosterOfDay(history, day).members.filter(
    ({ personId, exemptReason }) => exemptReason === null && !retired.has(personId),
  )
  const reported = new Set(of('communityDay').flatMap(({ people }) => people.flatMap(({ personId }) => personId ?? [])))
  const came = members.filter(({ personId }) => reported.has(personId)).length
  const figures = [
    { label: '志愿服务和回家日', value: `${services.length}次，${personHours(services)}小时`, link: '/roles/registers/volunteer' },
    {
      label: '回家日报到率',
      value: members.length === 0 ? '—' : `${Math.round((came * 1000) / members.length) / 10}%（${came}/${members.length}人）`,
      link: kindPage('communityDay'),
    },
    {
      label: '微心愿完成率',
      value: wishes.percent === null ? '—' : `${wishes.percent}%（${wishes.done}/${wishes.claimed}个）`,
      link: '/roles/registers/wishes',
    },
    { label: '荣誉', value: `${of('honour').length}项`, link: '/roles/registers/honours' },
    {
      label: '领导联系支部',
      value: readRegister(ledger, year, 'contacts').total.replace('合计', ''),
      link: '/roles/registers/contacts',
    },
    { label: '特色项目', value: `${of('brandProject').length}个`, link: kindPage('brandProject') },
  ]
  return {
    figures,
    registers: registerKeys.map((key) => {
      const { name, total } = readRegister(ledger, year, key)
      return { key, name, total }
    }),
  }
}

/** Every campaign's name with how many records carry it, the commonest first. */
export function campaignNames(core: Core): { name: string; count: number }[] {
  const ledger = core.session.require()
  const tags = [
    ...readDossiers(ledger).flatMap((each) => each.tags),
    ...readTaggedActivities(ledger).flatMap((each) => each.tags ?? []),
  ]
  return [...Map.groupBy(tags, (tag) => tag)]
    .map(([name, each]) => ({ name, count: each.length }))
    .toSorted((a, b) => b.count - a.count)
}
