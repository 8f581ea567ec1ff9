import { useMutation, useQuery } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useEffect, useState } from 'react'
import { Link, Redirect, useLocation, useParams, useSearch } from 'wouter'
import { client, orpc } from '#renderer/api/client.ts'
import { useToday } from '#renderer/api/session.ts'
import { Card } from '#renderer/ui/Card.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { ErrorBlock } from '#renderer/ui/ErrorBlock.tsx'
import { PageHeader } from '#renderer/ui/PageHeader.tsx'
import { showUndo } from '#renderer/ui/undo-message.tsx'
import type { DossierKind } from '#shared/dossier/kind.ts'
import { dossierKind, isDossierKind } from '#shared/dossier/kinds/index.ts'
import type { Dossier, SaveDossier } from '#shared/dossier/schema.ts'
import { DossierFields } from './DossierFields.tsx'
import './dossier.css'
import { type DossierForm, emptyForm, formOf, formToSave, proposedForm } from './form-model.ts'
import { PrintButton } from './PrintButton.tsx'

const listOf = (kind: DossierKind) => kind.ownPage ?? `/records/kind/${kind.key}`

interface RecordFormProps {
  readonly kind: DossierKind
  readonly saved: Dossier | null
  /** What a new record begins with. */
  readonly proposed?: SaveDossier | undefined
}

function RecordForm({ kind, saved, proposed }: RecordFormProps) {
  const today = useToday()
  const [form, setForm] = useState<DossierForm>(() =>
    saved ? formOf(saved) : proposed ? proposedForm(kind, proposed) : emptyForm(kind, today),
  )
  const [isEdited, setEdited] = useState(proposed !== undefined)
  const [, go] = useLocation()
  const { message } = App.useApp()
  const save = useMutation({
    mutationFn: (input: NonNullable<ReturnType<typeof formToSave>>) => client.dossier.save(input),
    onSuccess: ({ recordNumber }) => {
      setEdited(false)
      void message.success(`已保存，记录编号 ${recordNumber}`)
      go(listOf(kind))
    },
  })
  const remove = useMutation({
    mutationFn: (id: string) => client.dossier.remove({ id }),
    onSuccess: (_, id) => {
      setEdited(false)
      showUndo(message, id, `“${form.title || kind.name}”已放入回收站`, () => restore.mutate(id))
      go(listOf(kind))
    },
  })
  const restore = useMutation({ mutationFn: (id: string) => client.dossier.restore({ id }) })
  useEffect(() => {
    if (!isEdited) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [isEdited])
  const edit = (patch: Partial<DossierForm>) => {
    setEdited(true)
    setForm((before) => ({ ...before, ...patch }))
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
        note={saved && <span className="soft">{saved.recordNumber}</span>}
        actions={
          <>
            {saved && <Link href={`/records/${saved.id}/history`}>修改记录</Link>}
            {saved && <PrintButton id={saved.id} />}
            {saved && (
              <Button danger loading={remove.isPending} onClick={() => remove.mutate(saved.id)}>
                删除
              </Button>
            )}
            <Button onClick={() => go(listOf(kind))}>返回</Button>
          </>
        }
        primary={{ label: '保存', onClick: submit, loading: save.isPending, disabled: input === null }}
      />
      {save.isError && <ErrorBlock inline error={save.error} />}
      {remove.isError && <ErrorBlock inline error={remove.error} />}
      <Card>
        <DossierFields kind={kind} form={form} edit={edit} savedId={saved?.id ?? null} hasSealed={saved?.hasSealed ?? false} />
      </Card>
    </form>
  )
}

function formOfKind(kind: DossierKind, saved: Dossier | null) {
  if (kind.hasOwnForm && kind.ownPage) return <Redirect to={kind.ownPage} replace />
  return <RecordForm key={saved?.id ?? kind.key} kind={kind} saved={saved} />
}

/** A plan or list of a year that begins with what an earlier one had. */
function FromEarlier({ kind, id, year }: { readonly kind: DossierKind; readonly id: string; readonly year: number }) {
  const proposed = useQuery({ ...orpc.tasks.propose.queryOptions({ input: { id, year } }), staleTime: Number.POSITIVE_INFINITY })
  if (proposed.isError) return <ErrorBlock error={proposed.error} onRetry={() => void proposed.refetch()} />
  if (!proposed.data) return <p className="soft">正在读取…</p>
  return <RecordForm key={id} kind={kind} saved={null} proposed={proposed.data} />
}

/** One dated record, new (`/records/new?kind=`, `&from=&year=` from an earlier one) or saved (`/records/:id`). */
export default function RecordPage() {
  const { id } = useParams<{ id?: string }>()
  const query = new URLSearchParams(useSearch())
  const asked = query.get('kind') ?? ''
  const from = query.get('from')
  const found = useQuery({ ...orpc.dossier.get.queryOptions({ input: { id: id ?? '' } }), enabled: id !== undefined })
  if (id === undefined) {
    if (!isDossierKind(asked)) return <EmptyState title="没有这一类记录" actions={<Link href="/records">看全部种类</Link>} />
    if (from !== null) return <FromEarlier kind={dossierKind(asked)} id={from} year={Number(query.get('year'))} />
    return formOfKind(dossierKind(asked), null)
  }
  if (found.isError) return <ErrorBlock error={found.error} onRetry={() => void found.refetch()} />
  if (!found.data) return <p className="soft">正在读取…</p>
  return formOfKind(dossierKind(found.data.kind), found.data)
}
