import { isElected } from '../../elections/case.ts'
import { plusDays } from '../../kernel/dates.ts'
import { reportDays } from '../elections.ts'
import { dayWords } from '../period-words.ts'
import type { DueItem } from '../schema.ts'
import { type DueInput, stateUntil } from './types.ts'

/** Elections that are held and not yet reported. That a term ends has a line of its own. */
export function electionItems({ elections = [], today, branch }: DueInput): DueItem[] {
  return elections
    .filter((each) => each.date <= today && isElected(each) && each.reportedOn === null)
    .map((each): DueItem => {
      const dueOn = plusDays(each.date, reportDays)
      return {
        id: `election ${each.id} report`,
        rule: 'election-result-report',
        scopeId: branch.id,
        period: dueOn,
        state: stateUntil(dueOn, today),
        title: '选举结果待报备',
        detail: `${dayWords(each.date, today)}选举；委员报上级党组织备案，书记、副书记报批准`,
        dueOn,
        action: { kind: 'election', dossierId: each.id },
        canExplain: false,
        source: '《中国共产党支部工作条例（试行）》(2018) 第二十一条',
      }
    })
}
