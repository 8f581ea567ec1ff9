import { useMutation } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useState } from 'react'
import { Link } from 'wouter'
import { client } from '#renderer/api/client.ts'
import { useToday } from '#renderer/api/session.ts'
import { MakeButton } from '#renderer/documents/MakeButton.tsx'
import { AttachmentsInput } from '#renderer/dossier/AttachmentsInput.tsx'
import { readFormDraft } from '#renderer/dossier/draft.ts'
import { type DossierForm, formOf, formToSave } from '#renderer/dossier/form-model.ts'
import { useRecordDraft } from '#renderer/dossier/useRecordDraft.ts'
import { Card } from '#renderer/ui/Card.tsx'
import { DraftStatusText } from '#renderer/ui/DraftStatusText.tsx'
import { ErrorBlock } from '#renderer/ui/ErrorBlock.tsx'
import { PageHeader } from '#renderer/ui/PageHeader.tsx'
import { RestoredNotice } from '#renderer/ui/RestoredNotice.tsx'
import type { DossierDraft } from '#shared/dossier/contract.ts'
import type { Dossier } from '#shared/dossier/schema.ts'
import { type DuesLine, months, takeAmounts } from '#shared/dues/dues.ts'
import { isMonthOver, unpaid } from '#shared/dues/months.ts'
import { newId } from '#shared/kernel/ids.ts'
import { DuesTable } from './DuesTable.tsx'
import { type DuesMember, duesKind, formLines, newDuesForm, withLines } from './dues-model.ts'

interface DuesFormProps {
  readonly year: number
  readonly saved: Dossier | null
  readonly members: readonly DuesMember[]
  readonly isQuarterly: boolean
  /** Of the year before: whose amounts can be taken as a beginning. */
  readonly lastYear: readonly DuesLine[]
  /** What was ticked before and not saved. */
  readonly draft: DossierDraft | null
  /** A draft is saved or given up: it is not to be offered again by an answer that is still on its way. */
  readonly onForgotten: (draftId: string) => void
}

/** The table of a year while it is filled in; what is ticked is kept as a draft until it is saved. */
export function DuesForm({ year, saved, members, isQuarterly, lastYear, draft, onForgotten }: DuesFormProps) {
  const begin = () => (saved ? formOf(saved) : newDuesForm(year))
  const [kept, setKept] = useState(() => draft && readFormDraft(draft, null))
  const [draftId] = useState(() => draft?.id ?? newId())
  const [form, setForm] = useState<DossierForm>(() => kept?.form ?? begin())
  const { keeper, status } = useRecordDraft()
  const { message } = App.useApp()
  const today = useToday()
  const lines = formLines(form, members)
  const edit = (next: DossierForm) => {
    setForm(next)
    const record = { recordId: saved?.id ?? null, revision: saved?.revision ?? 0 }
    keeper.changed({ draftId, kind: duesKind.key, ...record, form: next, unsealed: null })
  }
  const setLines = (next: readonly DuesLine[]) => edit(withLines(form, next))
  const forget = async () => {
    keeper.clear()
    await client.dossier.dropDraft({ id: draftId })
    onForgotten(draftId)
  }
  const abandon = useMutation({
    mutationFn: forget,
    onSuccess: () => {
      setKept(null)
      setForm(begin())
    },
  })
  const save = useMutation({
    mutationFn: async () => {
      const input = formToSave(duesKind, withLines(form, lines), saved)
      if (!input) return
      await keeper.pause()
      try {
        await client.dossier.save(input)
        await forget()
      } finally {
        keeper.resume()
      }
    },
    onSuccess: () => void message.success('已保存'),
  })
  const waiting = months
    .filter((month) => isMonthOver(year, month, isQuarterly, today))
    .map((month) => ({ month, names: unpaid(lines, members, month) }))
    .filter(({ names }) => names.length > 0)
  const offered = takeAmounts(lines, lastYear)
  return (
    <>
      <PageHeader
        title="党费收缴"
        note={
          <>
            <span className="soft">{year}年，只登记金额，不登记工资</span> <DraftStatusText status={status} />
          </>
        }
        actions={
          <>
            <Link href="/members">党员名单</Link>
            {saved && <Link href={`/records/${saved.id}/history`}>修改记录</Link>}
            <MakeButton label="打印公示表" disabled={!saved} make={(options) => client.documents.makeDues({ year, ...options })} />
          </>
        }
        primary={{ label: '保存', onClick: () => save.mutate(), loading: save.isPending }}
      />
      <RestoredNotice
        restoredFrom={kept && draft ? draft.savedAt : null}
        isOutdated={kept !== null && saved !== null && kept.revision !== saved.revision}
        onAbandon={() => abandon.mutate()}
      />
      {save.isError && <ErrorBlock inline error={save.error} />}
      <div className="dossier-stack">
        <Card>
          {offered && (
            <p className="dues-offer">
              <Button onClick={() => setLines(offered)}>没有核定的按上年金额填</Button>
              <span className="small faint">填好后再逐人核对。</span>
            </p>
          )}
          <DuesTable year={year} lines={lines} members={members} isQuarterly={isQuarterly} onChange={setLines} />
          {waiting.length > 0 && (
            <p className="small">
              <span className="bad">还没有交：</span>
              {waiting.map(({ month, names }) => `${month}月 ${names.join('、')}`).join('；')}
            </p>
          )}
          <p className="small faint">
            点{isQuarterly ? '季度或' : ''}
            月份可以一次全部打勾，再点一次全部取消。转入、转出、入党当年，只列应在本支部交的月份；“—”是当月不在本支部。
            {!isQuarterly && '经支部同意按季交纳的，在“设置 → 规则与口径”里选按季。'}
          </p>
        </Card>
        <Card title="收据" note="汇缴凭证、收据的扫描件，随“保存”一起存">
          <AttachmentsInput
            attachments={form.attachments}
            onChange={(attachments) => edit({ ...form, attachments: [...attachments] })}
          />
        </Card>
      </div>
    </>
  )
}
