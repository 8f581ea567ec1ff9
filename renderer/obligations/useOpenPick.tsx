import { type ReactNode, useState } from 'react'
import { useLocation } from 'wouter'
import { useToday } from '#renderer/api/session.ts'
import { PeriodDialog } from './PeriodDialog.tsx'
import { type Place, placeOfCell } from './place.ts'
import { RecordsDrawer } from './RecordsDrawer.tsx'
import { recordLink } from './rule-links.ts'
import type { Pick } from './YearTable.tsx'

/** Opening a cell or a number: its one record, the list of its records, or what to do about a period without any. */
export function useOpenPick(): { readonly open: (pick: Pick) => void; readonly drawer: ReactNode } {
  const [, navigate] = useLocation()
  const [listed, setListed] = useState<Pick | null>(null)
  const [place, setPlace] = useState<Place | null>(null)
  const today = useToday()
  const open = (pick: Pick) => {
    const hasGap = pick.period?.state === 'missing' || pick.period?.state === 'explained'
    if (pick.period && hasGap) return setPlace(placeOfCell(pick.rule, pick.period, today))
    const only = pick.period?.records.length === 1 ? pick.period.records[0] : undefined
    if (only) return navigate(recordLink(only.id))
    if (pick.period === null || pick.period.records.length > 0) return setListed(pick)
    setPlace(placeOfCell(pick.rule, pick.period, today))
  }
  return {
    open,
    drawer: (
      <>
        <RecordsDrawer
          pick={listed}
          onClose={() => setListed(null)}
          onExplain={(pick) => pick.period && setPlace(placeOfCell(pick.rule, pick.period, today))}
        />
        <PeriodDialog place={place} onClose={() => setPlace(null)} />
      </>
    ),
  }
}
