import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import { orpc } from '#renderer/api/client.ts'
import { Card } from '#renderer/ui/Card.tsx'
import { ErrorBlock } from '#renderer/ui/ErrorBlock.tsx'
import { dossierKind } from '#shared/dossier/kinds/index.ts'
import { valueText } from '#shared/dossier/text.ts'
import { chineseDate } from '#shared/kernel/dates.ts'
import type { Assessment, PeriodOutcome } from '#shared/obligations/schema.ts'

const stateWords = (outcome: PeriodOutcome | undefined) => {
  if (outcome?.state === 'done') return '已谈'
  if (!outcome?.dueOn) return '待谈'
  return outcome.state === 'missing' ? `没有登记，应在${chineseDate(outcome.dueOn)}前` : `${chineseDate(outcome.dueOn)}前`
}

interface TriggersCardProps {
  readonly year: number
  /** The rule on talks that a reason asks for, as it stands today. */
  readonly rule: Assessment | undefined
}

/** 需要及时谈心: reasons that were registered, and whether a talk has followed (支部工作条例 第十九条). */
export function TriggersCard({ year, rule }: TriggersCardProps) {
  const kind = dossierKind('talkTrigger')
  const reason = kind.fields.find(({ key }) => key === 'reason')
  const triggers = useQuery(orpc.dossier.list.queryOptions({ input: { year, kinds: [kind.key] } }))
  if (triggers.isError) return <ErrorBlock error={triggers.error} onRetry={() => void triggers.refetch()} />
  const outcomeOf = (personId: string | null, date: string) =>
    rule?.outcomes.find(({ scope }) => scope.id === personId)?.periods.find(({ period }) => period === date)
  return (
    <Card title="需要及时谈心" extra={<Link href={`/records/new?kind=${kind.key}`}>登记一项</Link>}>
      {triggers.data?.length === 0 ? (
        <p className="soft">没有登记。党员患病、遇到困难、岗位变动等需要及时谈的，登记后会在首页提醒。</p>
      ) : (
        <table className="dossier-list">
          <thead>
            <tr>
              <th scope="col">日期</th>
              <th scope="col">党员</th>
              <th scope="col">事由</th>
              <th scope="col">谈话</th>
            </tr>
          </thead>
          <tbody>
            {triggers.data?.map(({ id, date, title, people, content }) => {
              const person = people[0]
              const outcome = outcomeOf(person?.personId ?? null, date)
              const talk = outcome?.records[0]
              return (
                <tr key={id}>
                  <td>{chineseDate(date)}</td>
                  <td>{person?.name ?? ''}</td>
                  <td>
                    <Link href={`/records/${id}`}>
                      {(reason && reason.type !== 'rows' && valueText(reason, content['reason'])) || title}
                    </Link>
                  </td>
                  <td>{talk ? <Link href={`/records/${talk.id}`}>{stateWords(outcome)}</Link> : stateWords(outcome)}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      )}
      {rule && <p className="small faint">{rule.source}。</p>}
    </Card>
  )
}
