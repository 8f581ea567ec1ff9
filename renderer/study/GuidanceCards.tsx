import { useMutation, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'wouter'
import { client, orpc } from '#renderer/api/client.ts'
import { downloadDocument } from '#renderer/api/files.ts'
import { MadeNotice } from '#renderer/documents/MadeNotice.tsx'
import { Card } from '#renderer/ui/Card.tsx'
import { ErrorBlock } from '#renderer/ui/ErrorBlock.tsx'
import { audienceNames, studyTierNames } from '#shared/activities/labels.ts'
import { EntriesDrawer, type ShownEntries } from './EntriesDrawer.tsx'

interface LineProps extends ShownEntries {
  /** Left out: the table has no column of hours. */
  readonly hours?: number
  readonly onShow: (shown: ShownEntries) => void
}

function Line({ title, entries, hours, onShow }: LineProps) {
  return (
    <tr>
      <th scope="row">{title}</th>
      <td>
        {entries.length === 0 ? (
          <span className="faint">没有记录</span>
        ) : (
          <Button
            type="link"
            size="small"
            aria-label={`${title}${entries.length}次，看记录`}
            onClick={() => onShow({ title, entries })}
          >
            {entries.length}次
          </Button>
        )}
      </td>
      {hours !== undefined && <td>{hours || ''}</td>}
    </tr>
  )
}

/** 四学情况 and 分类指导 of the year (DOMAIN 5.1, 5.2): every figure opens its records. */
export function GuidanceCards({ year }: { readonly year: number }) {
  const [shown, setShown] = useState<ShownEntries | null>(null)
  const guidance = useQuery(orpc.study.guidance.queryOptions({ input: { year } }))
  const sheet = useMutation({
    meta: { quiet: true },
    mutationFn: () => client.study.makeGuidanceTable({ year }),
    onSuccess: downloadDocument,
  })
  if (guidance.isError) return <ErrorBlock error={guidance.error} onRetry={() => void guidance.refetch()} />
  const { data } = guidance
  if (!data) return null
  return (
    <>
      <Card
        title="四学情况"
        extra={
          <>
            <Button size="small" loading={sheet.isPending} onClick={() => sheet.mutate()}>
              四学和分类指导导出 Excel
            </Button>{' '}
            <Link href="/records/new?kind=studyReference">登记中心组和领导干部学习</Link>
          </>
        }
      >
        <MadeNotice making={sheet} />
        <table className="dossier-list">
          <thead>
            <tr>
              <th scope="col">层级</th>
              <th scope="col">次数</th>
              <th scope="col">学时</th>
            </tr>
          </thead>
          <tbody>
            {data.tiers.map(({ tier, hours, entries }) => (
              <Line key={tier} title={studyTierNames[tier]} entries={entries} hours={hours} onShow={setShown} />
            ))}
          </tbody>
        </table>
        <p className="small faint">按会议记录里选的「四学层级」和学习备查计算；学时是场次的学时，不乘人数。</p>
      </Card>
      <Card title="分类指导" extra={<Link href="/records/new?kind=careRecord&sort=study">登记送学上门</Link>}>
        <table className="dossier-list">
          <thead>
            <tr>
              <th scope="col">对象</th>
              <th scope="col">次数</th>
            </tr>
          </thead>
          <tbody>
            {data.audiences.map(({ audience, entries }) => (
              <Line key={audience} title={audienceNames[audience]} entries={entries} onShow={setShown} />
            ))}
            {data.homeStudy.map(({ personId, name, entries }) => (
              <Line key={personId} title={`${name}（不作硬性要求）送学上门`} entries={entries} onShow={setShown} />
            ))}
          </tbody>
        </table>
        <p className="small faint">按会议记录里选的「对象」计算；送学上门按走访慰问记录里的事由计算。</p>
      </Card>
      <EntriesDrawer shown={shown} onClose={() => setShown(null)} />
    </>
  )
}
