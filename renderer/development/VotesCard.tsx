import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { Link } from 'wouter'
import { client } from '#renderer/api/client.ts'
import { Card } from '#renderer/ui/Card.tsx'
import { ErrorBlock } from '#renderer/ui/ErrorBlock.tsx'
import type { VoteView } from '#shared/development/contract.ts'
import { chineseDate } from '#shared/kernel/dates.ts'

interface VotesCardProps {
  readonly id: string
  readonly revision: number
  readonly votes: readonly VoteView[]
}

const subjectNames: Record<VoteView['subject'], string> = { admission: '接收预备党员', conversion: '转正' }

/** Votes on the person as the minutes have them; taking one writes its day, never its figures. */
export function VotesCard({ id, revision, votes }: VotesCardProps) {
  const take = useMutation({
    mutationFn: (vote: VoteView) =>
      client.development.takeVote({ id, revision, activityId: vote.activityId, subject: vote.subject }),
  })
  return (
    <Card title="大会表决" note="从支部党员大会的记录里找到的，票数不用再填">
      {votes.length === 0 && (
        <p className="small soft">还没有找到讨论这名同志的无记名表决。大会记录里写明姓名和表决后，会出现在这里。</p>
      )}
      {votes.map((vote) => (
        <div key={`${vote.activityId} ${vote.item}`} className="development-vote">
          <Link href={`/activities/${vote.activityId}`}>
            {chineseDate(vote.date)} {vote.title}
          </Link>
          <div>
            {subjectNames[vote.subject]}：应到会有表决权{vote.dueVoters}名，实到{vote.presentVoters}名
            {vote.writtenOpinions > 0 && `，书面意见${vote.writtenOpinions}名`}；赞成{vote.votesFor}票，反对{vote.votesAgainst}
            票，弃权{vote.votesAbstain}票
          </div>
          <div className="small soft">{vote.verdict}</div>
          {vote.isLinked ? (
            <span className="small good">已采用</span>
          ) : (
            <Button size="small" loading={take.isPending && take.variables === vote} onClick={() => take.mutate(vote)}>
              采用这次表决
            </Button>
          )}
        </div>
      ))}
      {take.isError && <ErrorBlock inline error={take.error} />}
    </Card>
  )
}
