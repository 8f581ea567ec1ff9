import type { RuleTable } from '#shared/obligations/rule-table.ts'
import type { KnownFrequency } from '#shared/rating/facts.ts'

/** A regulation may ask for the thing and leave how often to local rules; its source then says so. */
const isLocalWord = (source: string) => /细则|惯例|讲评表|考评/.test(source.replace(/《[^》]*》/g, ''))

/** How often the rule table asks for what indicators count, and whether the Party's regulations say so themselves. */
export function knownFrequencies({ rules }: RuleTable): KnownFrequency[] {
  return rules.flatMap((rule): KnownFrequency[] => {
    const localSource = rule.authority !== 'central' || isLocalWord(rule.source) ? rule.source : ''
    if (rule.evaluator === 'frequency')
      return [{ record: rule.params.purpose, period: rule.params.period, min: rule.params.min, localSource }]
    if (rule.evaluator === 'recordFrequency' || rule.evaluator === 'memberFrequency')
      return [{ record: rule.params.record, period: rule.params.period, min: rule.params.min, localSource }]
    if (rule.evaluator === 'studyHours' && rule.params.ledger === 'member') {
      const record = rule.params.who === 'committee' ? 'hours:committeeMember' : 'hours:member'
      return [{ record, period: rule.params.period, min: rule.params.min, localSource }]
    }
    return []
  })
}
