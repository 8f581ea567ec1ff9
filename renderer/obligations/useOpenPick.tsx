import { type ReactNode, useState } from 'react'
import { useLocation } from 'wouter'
import { useToday } from '#renderer/api/session.ts'
import { type Gap, GapDialog } from './GapDialog.tsx'
import { RecordsDrawer } from './RecordsDrawer.tsx'
import { newRecordLink, recordLink } from './rule-links.ts'
import type { Pick } from './YearTable.tsx'

/**
 * Opening a cell or a number: its one record, the list of its records, a choice between record and 情况说明 where a period is
 * over without one, or a new record that would fill it.
 */
export function useOpenPick(): { readonly open: (pick: Pick) => void; readonly drawer: ReactNode } {
  const [, navigate] = useLocation()
  const [listed, setListed] = useState<Pick | null>(null)
  const [gap, setGap] = useState<Gap | null>(null)
  const today = useToday()
  const open = (pick: Pick) => {
    const { rule, period } = pick
    if (period?.state === 'missing' || period?.state === 'explained') return setGap({ rule, period })
    const only = period?.records.length === 1 ? period.records[0] : undefined
    if (only) return navigate(recordLink(only.id))
    if (period === null || period.records.length > 0) return setListed(pick)
    const link = newRecordLink(rule, period, today)
    if (link) navigate(link)
  }
  const drawer = (
    <>
      <RecordsDrawer pick={listed} onClose={() => setListed(null)} />
      <GapDialog gap={gap} onClose={() => setGap(null)} />
    </>
  )
  return { open, drawer }
}
