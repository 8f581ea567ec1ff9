import { useQuery } from '@tanstack/react-query'
import { Link, useLocation } from 'wouter'
import { client, orpc } from '#renderer/api/client.ts'
import { useYear } from '#renderer/api/session.ts'
import { MakeButton } from '#renderer/documents/MakeButton.tsx'
import { RecordTable } from '#renderer/dossier/RecordTable.tsx'
import { Card } from '#renderer/ui/Card.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { ErrorBlock } from '#renderer/ui/ErrorBlock.tsx'
import { PageHeader } from '#renderer/ui/PageHeader.tsx'
import { dossierKind } from '#shared/dossier/kinds/index.ts'
import type { Assessment } from '#shared/obligations/schema.ts'
import { TriggersCard } from './TriggersCard.tsx'

const pairingNames: Readonly<Record<string, string>> = {
  'talk-committee-committee': '支部委员之间',
  'talk-committee-member': '支部委员和党员之间',
  'talk-member-member': '党员和党员之间',
}

function CoverageRow({ rule }: { rule: Assessment }) {
  const outcome = rule.outcomes[0]?.periods[0]
  const isNone = outcome === undefined || outcome.state === 'notApplicable'
  return (
    <tr>
      <th scope="row">{pairingNames[rule.id]}</th>
      <td>{isNone ? '不适用' : outcome.state === 'done' ? '都已登记' : (outcome.note ?? '')}</td>
      <td>{isNone ? '' : `${outcome.records.length}次`}</td>
    </tr>
  )
}

/** 谈心谈话: whose talk of the year is still to come (支部工作条例 第十九条), and those registered. Never what was said. */
export default function TalksPage() {
  const year = useYear()
  const [, go] = useLocation()
  const kind = dossierKind('heartToHeartTalk')
  const assessed = useQuery(orpc.obligations.assess.queryOptions({ input: { year } }))
  const talks = useQuery(orpc.dossier.list.queryOptions({ input: { year, kinds: [kind.key] } }))
  const failed = [assessed, talks].find((answer) => answer.isError)
  if (failed) return <ErrorBlock error={failed.error} onRetry={() => void failed.refetch()} />
  const rules = assessed.data?.rules.filter(({ id }) => id in pairingNames) ?? []
  return (
    <>
      <PageHeader
        title="谈心谈话"
        note={<span className="soft">{year}年</span>}
        actions={
          <>
            <Link href="/members">党员名单</Link>
            <MakeButton
              label="打印登记表"
              disabled={!talks.data || talks.data.length === 0}
              make={(options) => client.documents.makeTalkRegister({ year, ...options })}
            />
          </>
        }
        primary={{ label: '登记一次谈话', onClick: () => go(`/records/new?kind=${kind.key}`) }}
      />
      <div className="dossier-stack">
        <Card title="覆盖情况" note="每年一般不少于1次">
          <table className="dossier-list">
            <thead>
              <tr>
                <th scope="col">范围</th>
                <th scope="col">情况</th>
                <th scope="col">已登记</th>
              </tr>
            </thead>
            <tbody>
              {rules.map((rule) => (
                <CoverageRow key={rule.id} rule={rule} />
              ))}
            </tbody>
          </table>
          <p className="small faint">
            {rules[0] ? `${rules[0].source}。` : ''}只登记也可以；谈话内容单独存放，佐证材料里只列清单。
          </p>
        </Card>
        <TriggersCard year={year} rule={assessed.data?.rules.find(({ id }) => id === 'talk-triggered')} />
        <Card title="谈话登记">
          {talks.data?.length === 0 && <EmptyState title={`${year}年还没有登记`}>{kind.purpose}</EmptyState>}
          {talks.data && talks.data.length > 0 && <RecordTable kind={kind} records={talks.data} />}
        </Card>
      </div>
    </>
  )
}
