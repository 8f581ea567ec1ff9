import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useEffect } from 'react'
import { useLocation } from 'wouter'
import { orpc } from '#renderer/api/client.ts'
import { MakeUpCard } from '#renderer/study/MakeUpCard.tsx'
import { DraftStatusText } from '#renderer/ui/DraftStatusText.tsx'
import type { DraftStatus } from '#renderer/ui/draft-keeper.ts'
import { PageHeader } from '#renderer/ui/PageHeader.tsx'
import { RestoredNotice } from '#renderer/ui/RestoredNotice.tsx'
import { activityStateNames, originNames } from '#shared/activities/labels.ts'
import { useForm, usePart } from './context.ts'
import './form.css'
import './content.css'
import './side.css'
import { PurposeFields } from './purpose/PurposeFields.tsx'
import { QuickBar } from './quick/QuickBar.tsx'
import { SaveProblems } from './SaveProblems.tsx'
import { AgendaSection, addAgenda } from './sections/AgendaSection.tsx'
import { AttachmentsSection } from './sections/AttachmentsSection.tsx'
import { AttendanceSection } from './sections/AttendanceSection.tsx'
import { ChairAndRecorder } from './sections/ChairAndRecorder.tsx'
import { ClosingSection } from './sections/ClosingSection.tsx'
import { InviteesSection } from './sections/InviteesSection.tsx'
import { KindAndTitle } from './sections/KindAndTitle.tsx'
import { MoreFields } from './sections/MoreFields.tsx'
import { PartsBar } from './sections/PartsBar.tsx'
import { ResolutionsSection } from './sections/ResolutionsSection.tsx'
import { WhenAndWhere } from './sections/WhenAndWhere.tsx'
import { ChecklistCard } from './side/ChecklistCard.tsx'
import { FollowUpCard } from './side/FollowUpCard.tsx'
import { RecordCard } from './side/RecordCard.tsx'
import { SignedPageCard } from './side/SignedPageCard.tsx'
import type { FormStore } from './store.ts'
import { UndoBar } from './UndoBar.tsx'
import { useAttachments } from './useAttachments.ts'
import { useFillProposed } from './useProposal.ts'

interface MeetingFormProps {
  readonly store: FormStore
  readonly status: DraftStatus
  readonly isSaving: boolean
  readonly failure: unknown
  /** Moment of the draft that was taken up again; null: none. */
  readonly restoredFrom: string | null
  readonly isOutdated: boolean
  readonly onSave: () => void
  /** Saves what is planned and leaves it planned. */
  readonly onSavePlan: () => void
  readonly onPreview: () => void
  readonly onSaveOver: () => void
  /** Throws the unsaved content away and shows what the ledger has. */
  readonly onAbandon: () => void
}

/** The form of a meeting, in the order of the paper (PRACTICE §3). */
export function MeetingForm(props: MeetingFormProps) {
  const { store, onSave } = props
  const attachments = useAttachments()
  useFillProposed()
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.isComposing) return
      if (event.key === 's') onSave()
      else if (event.key === 'Enter') addAgenda(store)
      else return
      event.preventDefault()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [store, onSave])

  const id = useForm((state) => state.model.id)
  const isSeveral = useForm((state) => state.model.parts.length > 1)
  // What is half typed in a field of one part must not show in the next.
  const shown = useForm((state) => state.shown)
  const record = useQuery({
    ...orpc.activities.get.queryOptions({ input: { id: id ?? '' } }),
    enabled: id !== null,
  })
  return (
    <div className="meeting-page">
      <FormHeader {...props} isLate={record.data?.isLate ?? false} origin={record.data?.origin ?? 'typed'} />
      <RestoredNotice {...props} />
      <SaveProblems failure={props.failure} onSaveOver={props.onSaveOver} onLoadNewest={props.onAbandon} />
      <div className="meeting-columns">
        <form className="card meeting-form" aria-label="会议记录" onSubmit={(event) => event.preventDefault()}>
          {id === null && <QuickBar />}
          {/* Alone, the link stands after 类型 (PRACTICE §3); several purposes are tabs over the fields of the chosen one. */}
          {isSeveral && <PartsBar />}
          <KindAndTitle />
          {!isSeveral && <PartsBar />}
          <WhenAndWhere />
          <ChairAndRecorder />
          <PurposeFields key={shown} />
          <AttendanceSection />
          <InviteesSection />
          <AgendaSection store={store} />
          <ResolutionsSection store={store} />
          <ClosingSection />
          <AttachmentsSection attachments={attachments} />
          <MoreFields />
        </form>
        <aside className="meeting-side" aria-label="核对与落实">
          <ChecklistCard />
          <RecordCard record={record.data} />
          {record.data && <MakeUpCard sittingId={record.data.id} date={record.data.date} />}
          <FollowUpCard store={store} />
          <SignedPageCard attachments={attachments} recordNumber={record.data?.parts[0]?.recordNumber ?? ''} />
        </aside>
      </div>
      <UndoBar />
    </div>
  )
}

interface FormHeaderProps extends MeetingFormProps {
  readonly isLate: boolean
  readonly origin: keyof typeof originNames
}

function FormHeader({ status, isSaving, onSave, onSavePlan, onPreview, isLate, origin }: FormHeaderProps) {
  const title = usePart((part) => part.title)
  const id = useForm((state) => state.model.id)
  const isNew = id === null
  const [, navigate] = useLocation()
  const state = useForm((current) => current.model.state)
  const isPlan = !isNew && (state === 'planned' || state === 'toRecord')
  return (
    <PageHeader
      title={title.trim() === '' ? '记一次会' : title}
      note={
        <>
          <span className={`pill ${isNew ? 'state-quiet' : state === 'signed' ? 'state-done' : 'state-open'}`}>
            {isNew ? '未保存' : activityStateNames[state]}
          </span>
          {origin === 'imported' && <span className="pill state-quiet">{originNames[origin]}</span>}
          {isLate && <span className="pill state-explained">补录</span>}
          <DraftStatusText status={status} />
        </>
      }
      actions={
        <>
          {!isNew && <Button onClick={() => navigate(`/activities/${id}/history`)}>修改记录</Button>}
          {isPlan && <Button onClick={onSavePlan}>只改计划</Button>}
          <Button onClick={onPreview}>预览打印</Button>
        </>
      }
      primary={{ label: isPlan ? '已开，保存记录' : '保存', onClick: onSave, loading: isSaving }}
    />
  )
}
