import { useVerdict } from '../blocks/VoteVerdict.tsx'
import type { FormAgenda, FormVote } from '../model.ts'

/** 发言 5, 表决通过: what an item holds, readable while it is folded. */
export function AgendaBadges({ item }: { readonly item: FormAgenda }) {
  const speeches = item.content.filter((block) => block.kind === 'speech').length
  return (
    <span className="badges">
      {speeches > 0 && <span className="badge">发言 {speeches}</span>}
      {item.content.map((block) => block.kind === 'vote' && <VoteBadge key={block.key} vote={block.vote} />)}
    </span>
  )
}

function VoteBadge({ vote }: { readonly vote: FormVote }) {
  const judged = useVerdict(vote)
  if (!judged) return <span className="badge">表决</span>
  // 党小组 votes have no rule and therefore no verdict.
  if (judged.ruleIds.length === 0) return <span className="badge">表决</span>
  if (judged.passed) return <span className="badge badge-good">✓ 表决通过</span>
  return (
    <span className="badge badge-bad">
      ! {judged.quorumMet && !judged.problems.some((problem) => problem.isVoid) ? '未通过' : '表决无效'}
    </span>
  )
}
