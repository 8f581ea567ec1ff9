import { countableName } from './countable.ts'
import type { KnownFrequency } from './facts.ts'
import type { AutoRule } from './scheme.ts'

const periodNames = { month: '每月', quarter: '每季度', 'half-year': '每半年', year: '每年' } as const

/**
 * What an indicator's frequency rests on where the Party's regulations do not say it (DOMAIN 0.2 item 8); empty: they do, or the
 * indicator is about no frequency.
 */
export function frequencyRemark(rule: AutoRule | undefined, frequencies: readonly KnownFrequency[]): string {
  if (rule?.kind !== 'count' && rule?.kind !== 'hours') return ''
  const record = rule.kind === 'count' ? rule.record : `hours:${rule.subject}`
  const same = frequencies.filter((each) => each.record === record && each.period === rule.period && each.min === rule.min)
  if (same.some(({ localSource }) => localSource === '')) return ''
  const [local] = same
  const words =
    rule.kind === 'count' ? `“${periodNames[rule.period]}${rule.min}次${countableName(rule.record)}”` : `“每年${rule.min}学时”`
  return local ? `${words}是地方口径（${local.localSource}）` : `${words}是评定办法的口径，规则表里没有这一条`
}
