import { useEffect, useState } from 'react'
import { useParams, useSearch } from 'wouter'
import { useToday } from '#renderer/api/session.ts'
import { ErrorBlock } from '#renderer/ui/ErrorBlock.tsx'
import { FormHost } from './form/FormHost.tsx'
import { endHandover, waitingForm } from './form/handover.ts'
import { type OpenedForm, openForm } from './form/open-form.ts'
import { createFormStore, type FormStore } from './form/store.ts'

type Opening =
  | { readonly kind: 'reading' }
  | { readonly kind: 'failed'; readonly error: unknown }
  | { readonly kind: 'open'; readonly store: FormStore; readonly restoredFrom: string | null; readonly isOutdated: boolean }

const opened = ({ model, base, restoredFrom, isOutdated }: OpenedForm): Opening => ({
  kind: 'open',
  // A form that nobody has written in is clean: it leaves no draft behind.
  store: createFormStore(model, restoredFrom === null ? model : base),
  restoredFrom,
  isOutdated,
})

/** 记一次会: a new record, or the record of the address. */
export default function ActivityFormPage() {
  const { id } = useParams<{ id?: string }>()
  const search = useSearch()
  const [round, setRound] = useState(0)
  return <OpenForm key={`${id ?? search} ${round}`} id={id ?? null} search={search} onReopen={() => setRound(round + 1)} />
}

interface OpenFormProps {
  readonly id: string | null
  readonly search: string
  readonly onReopen: () => void
}

function OpenForm({ id, search, onReopen }: OpenFormProps) {
  const today = useToday()
  const [opening, setOpening] = useState<Opening>(() => {
    const store = id === null ? undefined : waitingForm(id)
    return store ? { kind: 'open', store, restoredFrom: null, isOutdated: false } : { kind: 'reading' }
  })
  const isReading = opening.kind === 'reading'
  useEffect(() => {
    if (id !== null) endHandover(id)
  }, [id])
  useEffect(() => {
    if (!isReading) return
    let isWanted = true
    openForm({ activityId: id, query: new URLSearchParams(search), today }).then(
      (form) => isWanted && setOpening(opened(form)),
      (error: unknown) => isWanted && setOpening({ kind: 'failed', error }),
    )
    return () => {
      isWanted = false
    }
  }, [isReading, id, search, today])

  if (opening.kind === 'reading') return <p className="app-wait soft">正在打开…</p>
  if (opening.kind === 'failed') return <ErrorBlock error={opening.error} onRetry={() => setOpening({ kind: 'reading' })} />
  return <FormHost store={opening.store} restoredFrom={opening.restoredFrom} isOutdated={opening.isOutdated} onReopen={onReopen} />
}
