import { type ReactNode, useState } from 'react'
import { useLocation } from 'wouter'
import { useToday } from '#renderer/api/session.ts'
import { RecordsDrawer } from './RecordsDrawer.tsx'
import { newRecordLink, recordLink } from './rule-links.ts'
import type { Pick } from './YearTable.tsx'

/** Opening a cell or a number: its one record, the list of its records, or a new record that would fill it. */
export function useOpenPick(): { readonly open: (pick: Pick) => void; readonly drawer: ReactNode } {
  const [, navigate] = useLocation()
  const [listed, setListed] = useState<Pick | null>(null)
  const today = useToday()
  const open = (pick: Pick) => {
    const only = pick.period?.records.length === 1 ? pick.period.records[0] : undefined
    if (only) return navigate(recordLink(only.id))
    if (pick.period === null || pick.period.records.length > 0) return setListed(pick)
    const link = newRecordLink(pick.rule, pick.period, today)
    if (link) navigate(link)
  }
  return { open, drawer: <RecordsDrawer pick={listed} onClose={() => setListed(null)} /> }
}
