import { useMutation, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { Link, useLocation, useParams } from 'wouter'
import { client, orpc } from '#renderer/api/client.ts'
import { useToday } from '#renderer/api/session.ts'
import '#renderer/development/development.css'
import { Timeline } from '#renderer/development/Timeline.tsx'
import { PaperButtons } from '#renderer/documents/PaperButtons.tsx'
import { prepareLink } from '#renderer/obligations/rule-links.ts'
import { Card } from '#renderer/ui/Card.tsx'
import { ErrorBlock } from '#renderer/ui/ErrorBlock.tsx'
import { PageHeader } from '#renderer/ui/PageHeader.tsx'
import { dossierKind } from '#shared/dossier/kinds/index.ts'
import { contentTexts, statusText } from '#shared/dossier/text.ts'
import { electionCase, isElected } from '#shared/elections/case.ts'
import { electionSteps } from '#shared/elections/steps.ts'
import { chineseDate } from '#shared/kernel/dates.ts'
import { PostsCard } from './PostsCard.tsx'

/** One 换届 or 补选: its papers, the tally of the meeting it rests on, the new posts. */
export default function ElectionPage() {
  const { id } = useParams<{ id: string }>()
  const [, go] = useLocation()
  const today = useToday()
  const found = useQuery(orpc.elections.case.queryOptions({ input: { id } }))
  const take = useMutation({
    mutationFn: (input: { revision: number; activityId: string }) => client.elections.takeResult({ id, ...input }),
  })
  if (found.isError) return <ErrorBlock error={found.error} onRetry={() => void found.refetch()} />
  if (!found.data) return <p className="soft">正在读取…</p>
  const { record, term, results, offer } = found.data
  const kind = dossierKind(record.kind)
  const election = electionCase(record)
  const isAhead = !isElected(election)
  const steps = electionSteps(election, term, today)
  // The line of time has them already.
  const dated = new Set(['报送请示', '上级批复', '批复文号', '结果报备'])
  const facts = contentTexts(kind, record.content).filter(({ label }) => !dated.has(label))
  return (
    <>
      <PageHeader
        title={record.title}
        note={<span className="pill state-quiet">{statusText(kind, record.status)}</span>}
        actions={
          <>
            <Link href="/development">全部</Link>
            <Link href={`/records/${id}/history`}>修改记录</Link>
            {isAhead && (
              <Button onClick={() => go(prepareLink({ purpose: 'generalMeeting', electionId: id }))}>准备选举大会</Button>
            )}
            <PaperButtons
              id={id}
              papers={[
                { paper: 'electionRequest', label: '打印请示' },
                { paper: 'electionMethod', label: '打印选举办法' },
                { paper: 'electionReport', label: '打印结果报告' },
              ]}
            />
          </>
        }
        primary={{ label: '填写日期和情况', onClick: () => go(`/records/${id}`) }}
      />
      <div className="development-columns">
        <div>
          <Card title="进程" note={record.recordNumber}>
            <Timeline steps={steps} />
            <ul className="plain-list">
              {term && (
                <li>
                  {isAhead ? '本届任期' : '上一届任期'}：{chineseDate(term.start)}至{chineseDate(term.end)}
                </li>
              )}
              {facts.map(({ label, text }) => (
                <li key={label}>
                  {label}：{text}
                </li>
              ))}
            </ul>
            {isAhead && (
              <p className="small faint">
                填好应选名额和候选人后点“准备选举大会”：选票（以姓氏笔画为序）、计票单、通知和签到表从那里打印。
              </p>
            )}
          </Card>
        </div>
        <div>
          {offer && <PostsCard key={JSON.stringify(offer)} id={id} offer={offer} />}
          <Card title="选举结果" note="从会议记录里找到的，票数不用再填">
            {results.length === 0 && <p className="small soft">还没有找到。选举大会开过、在会议记录里填好票数后，会出现在这里。</p>}
            {results.map((result) => (
              <div key={`${result.activityId} ${result.office}`} className="development-vote">
                <Link href={`/activities/${result.activityId}`}>
                  {chineseDate(result.date)} {result.title}
                </Link>
                <div>
                  应选{result.office}
                  {result.seats}名；应到会有选举权{result.due}名，实到{result.present}名；发出选票{result.ballots.issued}张，收回
                  {result.ballots.returned}张
                </div>
                <div>
                  {result.candidates
                    .map(({ name, votes, isElected }) => `${name}${votes}票${isElected ? '（当选）' : ''}`)
                    .join('、')}
                </div>
                {!result.isValid && <div className="small bad">按票数不能认定选举有效，请核对记录</div>}
                {result.isLinked ? (
                  <span className="small good">已采用</span>
                ) : (
                  <Button
                    size="small"
                    loading={take.isPending && take.variables.activityId === result.activityId}
                    onClick={() => take.mutate({ revision: record.revision, activityId: result.activityId })}
                  >
                    采用这次选举
                  </Button>
                )}
              </div>
            ))}
            {take.isError && <ErrorBlock inline error={take.error} />}
          </Card>
        </div>
      </div>
    </>
  )
}
