import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from 'wouter'
import { client, orpc } from '#renderer/api/client.ts'
import { MakeButton } from '#renderer/documents/MakeButton.tsx'
import '#renderer/dossier/dossier.css'
import { Card } from '#renderer/ui/Card.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { ErrorBlock } from '#renderer/ui/ErrorBlock.tsx'
import { PageHeader } from '#renderer/ui/PageHeader.tsx'
import { dossierKind } from '#shared/dossier/kinds/index.ts'
import { chineseDate } from '#shared/kernel/dates.ts'

/** Everything that carries one campaign's name, of any kind and year (DOMAIN 5.11). */
export default function CampaignPage() {
  const name = new URLSearchParams(useSearch()).get('name') ?? ''
  const found = useQuery({ ...orpc.roles.campaign.queryOptions({ input: { name } }), enabled: name !== '' })
  if (name === '') return <EmptyState title="没有选专项活动" actions={<Link href="/roles">作用发挥</Link>} />
  if (found.isError) return <ErrorBlock error={found.error} onRetry={() => void found.refetch()} />
  if (!found.data) return <p className="soft">正在读取…</p>
  const lines = [
    ...found.data.records.map(({ id, kind, date, title, recordNumber }) => ({
      id,
      date,
      title,
      recordNumber,
      kind: dossierKind(kind).name,
      link: `/records/${id}`,
    })),
    ...found.data.sittings.map((each) => ({ ...each, kind: '组织生活', link: `/activities/${each.id}` })),
  ].toSorted((a, b) => (a.date < b.date ? -1 : 1))
  return (
    <>
      <PageHeader
        title={name}
        note={<span className="soft">专项活动，{lines.length}项</span>}
        actions={
          <>
            <Link href="/roles">作用发挥</Link>
            <MakeButton label="打印" make={(options) => client.documents.makeCampaign({ name, ...options })} />
          </>
        }
      />
      <Card>
        {lines.length === 0 && <EmptyState title="还没有记录写上这个专项活动" />}
        {lines.length > 0 && (
          <table className="dossier-list">
            <thead>
              <tr>
                <th scope="col">日期</th>
                <th scope="col">类别</th>
                <th scope="col">名称</th>
                <th scope="col">记录编号</th>
              </tr>
            </thead>
            <tbody>
              {lines.map(({ id, date, kind, title, recordNumber, link }) => (
                <tr key={id}>
                  <td>{chineseDate(date)}</td>
                  <td>{kind}</td>
                  <td>
                    <Link href={link}>{title}</Link>
                  </td>
                  <td className="soft">{recordNumber}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Card>
    </>
  )
}
