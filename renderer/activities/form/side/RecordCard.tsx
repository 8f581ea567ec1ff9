import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Popconfirm } from 'antd'
import { format } from 'date-fns'
import { client } from '#renderer/api/client.ts'
import { Card } from '#renderer/ui/Card.tsx'
import { ErrorBlock } from '#renderer/ui/ErrorBlock.tsx'
import type { Activity, ActivityState } from '#shared/activities/schema.ts'
import { useForm, useFormStore } from '../context.ts'

/** 签字、定稿 and the history of a saved record. Nothing for a record that is not in the ledger yet. */
export function RecordCard({ record }: { readonly record: Activity | undefined }) {
  const store = useFormStore()
  const queryClient = useQueryClient()
  const isClean = useForm((state) => state.model === state.saved)
  const state = useForm((current) => current.model.state)
  /** The form goes on from the new revision; what is being typed stays. */
  const takeOver = async (revision: number, next: ActivityState) => {
    store.setState((current) => {
      const model = { ...current.model, revision, state: next }
      return current.saved === current.model ? { model, saved: model } : { model }
    })
    await queryClient.invalidateQueries()
  }
  const move = useMutation({
    mutationFn: async (next: ActivityState) => {
      const { id, revision } = store.getState().model
      if (id === null || revision === null) return
      await takeOver((await client.activities.setState({ id, revision, state: next })).revision, next)
    },
  })
  const finalize = useMutation({
    mutationFn: async () => {
      const { id, revision } = store.getState().model
      if (id === null || revision === null) return
      await takeOver((await client.activities.finalize({ id, revision })).revision, store.getState().model.state)
    },
  })
  if (!record || state === 'planned' || state === 'toRecord') return null
  const error = move.error ?? finalize.error
  return (
    <Card title="签字与定稿" className="side-card">
      <div className="record-steps">
        {state === 'toSign' ? (
          <Button size="small" loading={move.isPending} disabled={!isClean} onClick={() => move.mutate('signed')}>
            已签回
          </Button>
        ) : (
          <Button size="small" loading={move.isPending} disabled={!isClean} onClick={() => move.mutate('toSign')}>
            改为待签字
          </Button>
        )}
        {record.finalizedAt ? (
          <span className="small good">已定稿 {format(new Date(record.finalizedAt), 'yyyy-MM-dd HH:mm')}</span>
        ) : (
          <Popconfirm
            title="定稿？"
            description="定稿后仍可修改，但每次修改都要写明理由。"
            okText="定稿"
            cancelText="先不定稿"
            onConfirm={() => finalize.mutate()}
          >
            <Button size="small" loading={finalize.isPending} disabled={!isClean}>
              定稿
            </Button>
          </Popconfirm>
        )}
      </div>
      {!isClean && <p className="small faint">先保存，再签字、定稿。</p>}
      {error !== null && <ErrorBlock inline error={error} />}
    </Card>
  )
}
