import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import { orpc } from '#renderer/api/client.ts'
import { useYear } from '#renderer/api/session.ts'
import { KindGrid } from '#renderer/dossier/KindGrid.tsx'
import { Card } from '#renderer/ui/Card.tsx'
import { ErrorBlock } from '#renderer/ui/ErrorBlock.tsx'
import { PageHeader } from '#renderer/ui/PageHeader.tsx'
import { dossierKinds } from '#shared/dossier/kinds/index.ts'
import './roles.css'

/** 作用发挥 (PRACTICE §4): the year's figures, each opening its records; ledgers to print; the kinds of record. */
export default function RolesPage() {
  const year = useYear()
  const overview = useQuery(orpc.roles.overview.queryOptions({ input: { year } }))
  const campaigns = useQuery(orpc.roles.campaigns.queryOptions({ input: {} }))
  return (
    <div className="roles-page">
      <PageHeader title="作用发挥" note={<span className="soft">{year}年</span>} />
      {overview.isError && <ErrorBlock error={overview.error} onRetry={() => void overview.refetch()} />}
      {overview.data && (
        <Card title="本年情况" note="点数字看记录">
          <ul className="roles-figures">
            {overview.data.figures.map(({ label, value, link }) => (
              <li key={label}>
                <span className="small soft">{label}</span>
                <Link href={link}>{value}</Link>
              </li>
            ))}
          </ul>
          <p className="small">
            台账：
            {overview.data.registers.map(({ key, name }) => (
              <Link key={key} href={`/roles/registers/${key}`} className="roles-link">
                {name}
              </Link>
            ))}
          </p>
          <p className="small">
            专项活动：
            {(campaigns.data ?? []).map(({ name, count }) => (
              <Link key={name} href={`/roles/campaigns?name=${encodeURIComponent(name)}`} className="roles-link">
                {name}（{count}）
              </Link>
            ))}
            {campaigns.data?.length === 0 && (
              <span className="soft">在任何记录（会议也行）的“专项活动”一栏写上名称，就会汇总到这里。</span>
            )}
          </p>
        </Card>
      )}
      <KindGrid kinds={dossierKinds.filter(({ page }) => page === 'roles')} />
    </div>
  )
}
