import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useLocation, useSearch } from 'wouter'
import { orpc } from '#renderer/api/client.ts'
import { useToday, useYear } from '#renderer/api/session.ts'
import { ErrorBlock } from '#renderer/ui/ErrorBlock.tsx'
import { PageHeader } from '#renderer/ui/PageHeader.tsx'
import { proposedYear } from '#shared/dossier/for-year.ts'
import { dossierKind } from '#shared/dossier/kinds/index.ts'
import { yearOf } from '#shared/kernel/dates.ts'
import './appraisal.css'
import { CollectionCard } from './CollectionCard.tsx'
import { GatheredCard } from './GatheredCard.tsx'
import { OpinionCard } from './OpinionCard.tsx'
import { SittingsCard } from './SittingsCard.tsx'

/** The chosen year; in the first months of the running year the one before, which its meetings look back on. */
function useYearLookedAt(): number {
  const chosen = useYear()
  const today = useToday()
  return chosen === yearOf(today) ? proposedYear(dossierKind('appraisalOpinion'), today) : chosen
}

/** 组织生活会和民主评议 of a year (`?year=`): before, the sittings, what follows. */
export default function AppraisalPage() {
  const [, go] = useLocation()
  const chosen = useYearLookedAt()
  const asked = Number(new URLSearchParams(useSearch()).get('year'))
  const year = Number.isInteger(asked) && asked > 1920 && asked < 2201 ? asked : chosen
  const found = useQuery(orpc.appraisal.overview.queryOptions({ input: { year }, placeholderData: (old) => old }))
  if (found.isError) return <ErrorBlock error={found.error} onRetry={() => void found.refetch()} />
  return (
    <>
      <PageHeader
        title="组织生活会和民主评议"
        note={<span className="soft">归属{year}年度</span>}
        actions={
          <>
            <Button onClick={() => go(`/appraisal?year=${year - 1}`)}>看{year - 1}年度</Button>
            <Button onClick={() => go(`/appraisal?year=${year + 1}`)}>看{year + 1}年度</Button>
          </>
        }
      />
      {found.isPending && <p className="soft">正在读取…</p>}
      {found.data && (
        <div className="appraisal-columns">
          <div className="appraisal-stack">
            <GatheredCard overview={found.data} />
            <CollectionCard overview={found.data} />
          </div>
          <div className="appraisal-stack">
            <SittingsCard overview={found.data} />
            <OpinionCard overview={found.data} />
          </div>
        </div>
      )}
    </>
  )
}
