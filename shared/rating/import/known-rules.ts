import type { AutoRule, Indicator, SchemeDraft } from '../scheme.ts'

/** What offices call the same duty in their own sheets. */
const otherNames: Readonly<Record<string, readonly string[]>> = {
  支部委员会会议: ['支委会', '支部委员会'],
  支部党员大会: ['党员大会'],
  民主评议党员: ['民主评议'],
  谈心谈话: ['谈心'],
  '年初明责、任务清单': ['任务清单'],
  年终述责述职: ['述职'],
  按期换届: ['换届'],
  党员名册和组织关系: ['党员名册'],
  第一议题和跟进学: ['第一议题'],
  表彰荣誉: ['表彰'],
}

/** The indicator of the program's own catalogue that a title speaks of, the longest name first; undefined: none is known. */
export function knownIndicator(title: string, known: SchemeDraft): Indicator | undefined {
  const all = known.categories.flatMap(({ indicators }) => indicators).filter(({ autoRule }) => autoRule)
  return all
    .flatMap((indicator) => [indicator.name, ...(otherNames[indicator.name] ?? [])].map((name) => ({ name, indicator })))
    .toSorted((a, b) => b.name.length - a.name.length)
    .find(({ name }) => title.includes(name))?.indicator
}

/** That indicator's rule with the points of the sheet; null: its rule does not carry over. */
export function ruleWith(known: Indicator, points: number, deduction: number | null): AutoRule | null {
  const rule = known.autoRule
  if (!rule || known.veto || known.bonus) return null
  if (rule.kind === 'count') {
    const { deductPerMiss: _own, ...others } = rule
    return deduction === null ? others : { ...others, deductPerMiss: Math.min(deduction, points) }
  }
  if (rule.kind === 'rate' && rule.steps)
    return {
      ...rule,
      steps: rule.steps.map(([from, own]): [number, number] => [from, Math.round((own * points * 10) / known.points) / 10]),
    }
  return rule
}
