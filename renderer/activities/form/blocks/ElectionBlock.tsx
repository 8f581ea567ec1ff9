import { blockFieldId } from '../fields.ts'
import type { FormBlock } from '../model.ts'

/** 选举 in one line: the totals as recorded. They pass through this form unchanged. */
export function ElectionBlock({ block }: { readonly block: Extract<FormBlock, { kind: 'election' }> }) {
  const { office, seats, ballots, candidates } = block.election
  const votes = candidates.map(({ name, votes: number }) => `${name}${number}票`).join('、')
  return (
    <div id={blockFieldId(block.key)} tabIndex={-1}>
      应选{office}
      {seats}名；发出选票{ballots.issued}张，收回{ballots.returned}张，有效票{ballots.valid}张；{votes}
    </div>
  )
}
