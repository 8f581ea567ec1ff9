import { useMutation } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useRef, useState } from 'react'
import { Link, useLocation } from 'wouter'
import { client } from '#renderer/api/client.ts'
import { useToday, useYear } from '#renderer/api/session.ts'
import { MakeButton } from '#renderer/documents/MakeButton.tsx'
import { Card } from '#renderer/ui/Card.tsx'
import { DraftStatusText } from '#renderer/ui/DraftStatusText.tsx'
import { ErrorBlock } from '#renderer/ui/ErrorBlock.tsx'
import { PageHeader } from '#renderer/ui/PageHeader.tsx'
import { RestoredNotice } from '#renderer/ui/RestoredNotice.tsx'
import { showUndo } from '#renderer/ui/undo-message.tsx'
import type { DossierDraft } from '#shared/dossier/contract.ts'
import { proposedYear } from '#shared/dossier/for-year.ts'
import type { DossierKind } from '#shared/dossier/kind.ts'
import type { Dossier, SaveDossier, SealedContent } from '#shared/dossier/schema.ts'
import { statusAfter } from '#shared/dossier/status.ts'
import { newId } from '#shared/kernel/ids.ts'
import { DossierFields } from './DossierFields.tsx'
import './dossier.css'
import { readFormDraft } from './draft.ts'
import { type DossierForm, emptyForm, formOf, formToSave, proposedForm } from './form-model.ts'
import { useRecordDraft } from './useRecordDraft.ts'

/** Where the records of a kind are listed. */
const listOf = (kind: DossierKind) => kind.ownPage ?? `/records/kind/${kind.key}`

/** Where one record is looked at: its page, or the list it stands in; of what looks back on a year, that of its year. */
function placeOf(kind: DossierKind, id: string | undefined, forYear: number | null): string {
  if (kind.recordPage !== undefined && id !== undefined) return `${kind.recordPage}/${id}`
  return kind.looksBack && kind.ownPage !== undefined && forYear !== null ? `${kind.ownPage}?year=${forYear}` : listOf(kind)
}

interface RecordFormProps {
  readonly kind: DossierKind
  readonly saved: Dossier | null
  /** What a new record begins with. */
  readonly proposed?: SaveDossier | undefined
  /** What was typed before and not saved. */
  readonly draft?: DossierDraft | null
}

/** The form of one dated record; what is typed is kept as a draft until it is saved. */
export function RecordForm({ kind, saved, proposed, draft = null }: RecordFormProps) {
  const today = useToday()
  const year = useYear()
  const begin = () => (saved ? formOf(saved) : proposed ? proposedForm(kind, proposed) : emptyForm(kind, today))
  const [kept, setKept] = useState(() => draft && readFormDraft(draft, begin().sealed))
  const [draftId] = useState(() => draft?.id ?? newId())
  const [form, setForm] = useState<DossierForm>(() => kept?.form ?? begin())
  // Two changes in one turn (texts that arrive while something is typed) must both stay.
  const latest = useRef(form)
  const unsealed = useRef<DossierForm['sealed']>(null)
  const show = (next: DossierForm) => {
    latest.current = next
    setForm(next)
  }
  const { keeper, status } = useRecordDraft()
  const [, go] = useLocation()
  const { message } = App.useApp()
  // What began with something was asked for on a page that is to be gone on with; the others on their page or in their list.
  const leave = (id: string | undefined) =>
    proposed && window.history.length > 1 ? window.history.back() : go(placeOf(kind, id, saved?.forYear ?? null))
  const forget = async () => {
    keeper.clear()
    await client.dossier.dropDraft({ id: draftId })
  }
  const abandon = useMutation({
    mutationFn: forget,
    onSuccess: () => {
      setKept(null)
      show(begin())
    },
  })
  const save = useMutation({
    mutationFn: async (input: NonNullable<ReturnType<typeof formToSave>>) => {
      await keeper.pause()
      try {
        const result = await client.dossier.save(input)
        await forget()
        return result
      } finally {
        keeper.resume()
      }
    },
    onSuccess: ({ id, recordNumber }, input) => {
      const forYear = input.forYear ?? proposedYear(kind, input.date)
      void message.success(`已保存，记录编号 ${recordNumber}${forYear === year ? '' : `，在${forYear}年度里`}`)
      leave(id)
    },
  })
  const remove = useMutation({
    mutationFn: async (id: string) => {
      await client.dossier.remove({ id })
      await forget()
    },
    onSuccess: (_, id) => {
      showUndo(message, id, `“${form.title || kind.name}”已放入回收站`, () => restore.mutate(id))
      go(listOf(kind))
    },
  })
  const restore = useMutation({ mutationFn: (id: string) => client.dossier.restore({ id }) })
  const edit = (patch: Partial<DossierForm>) => {
    const before = latest.current
    const status = patch.content ? statusAfter(kind, before.status, before.content, patch.content) : before.status
    const next = { ...before, status, ...patch }
    show(next)
    keeper.changed({
      draftId,
      kind: kind.key,
      recordId: saved?.id ?? null,
      revision: saved?.revision ?? 0,
      form: next,
      unsealed: unsealed.current,
    })
  }
  const showUnsealed = (sealed: SealedContent) => {
    unsealed.current = sealed
    show({ ...latest.current, sealed })
  }
  const input = formToSave(kind, form, saved)
  const submit = () => input && save.mutate(input)
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <PageHeader
        title={saved ? saved.title : `登记${kind.name}`}
        note={
          <>
            {saved && <span className="soft">{saved.recordNumber}</span>} <DraftStatusText status={status} />
          </>
        }
        actions={
          <>
            {saved && <Link href={`/records/${saved.id}/history`}>修改记录</Link>}
            {saved && <Button onClick={() => go(`/records/${saved.id}/preview`)}>预览打印</Button>}
            {saved?.kind === 'heartToHeartTalk' && (
              <MakeButton
                label="打印谈话记录（含内容）"
                make={(options) => client.documents.makeTalkRecord({ id: saved.id, ...options })}
              />
            )}
            {saved && (
              <Button danger loading={remove.isPending} onClick={() => remove.mutate(saved.id)}>
                删除
              </Button>
            )}
            <Button onClick={() => leave(saved?.id)}>返回</Button>
          </>
        }
        primary={{ label: '保存', onClick: submit, loading: save.isPending, disabled: input === null }}
      />
      <RestoredNotice
        restoredFrom={kept && draft ? draft.savedAt : null}
        isOutdated={kept !== null && saved !== null && kept.revision !== saved.revision}
        onAbandon={() => abandon.mutate()}
      />
      {save.isError && <ErrorBlock inline error={save.error} />}
      {remove.isError && <ErrorBlock inline error={remove.error} />}
      <Card>
        <DossierFields
          kind={kind}
          form={form}
          edit={edit}
          onUnsealed={showUnsealed}
          savedId={saved?.id ?? null}
          hasSealed={saved?.hasSealed ?? false}
        />
      </Card>
    </form>
  )
}
