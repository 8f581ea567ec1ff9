import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Select } from 'antd'
import { useState } from 'react'
import { client, orpc } from '#renderer/api/client.ts'
import { uploadFile } from '#renderer/api/files.ts'
import { useToday, useYear } from '#renderer/api/session.ts'
import { ErrorBlock } from '#renderer/ui/ErrorBlock.tsx'
import { type MatchReason, matchSigned, signedName } from '#shared/activities/entry/signed-page.ts'
import type { ActivityLine } from '#shared/activities/schema.ts'
import { chineseMonthDay, yearOf } from '#shared/kernel/dates.ts'
import { newId } from '#shared/kernel/ids.ts'
import { withoutTurns } from '#shared/kernel/text.ts'
import { AttachmentDrop } from '../form/sections/AttachmentDrop.tsx'

interface Dropped {
  readonly key: string
  readonly file: File
  /** The record it is offered to; null: nobody knows. */
  readonly lineId: string | null
  readonly reason: MatchReason | null
}

const reasonWords: Record<MatchReason, string> = {
  number: '按记录编号',
  title: '按名称',
  date: '按日期和类型',
  kind: '按日期',
}

/** Hangs a page on its record: first of the attachments, renamed, and the record is signed. */
async function bringBack(file: File, line: ActivityLine): Promise<void> {
  const staged = await uploadFile(file)
  const added = await client.attachments.add({ file: staged.token, activityId: line.id })
  const named = await client.attachments.rename({ id: added.id, name: signedName(line, file.name) })
  await client.activities.bringSigned({ id: line.id, attachmentId: named.id })
}

/** 签字页交回: files dropped here are offered the record they belong to; nothing is written before it is confirmed. */
export function SignedDrop() {
  const { message } = App.useApp()
  const queryClient = useQueryClient()
  const year = useYear()
  const today = useToday()
  const list = useQuery(orpc.activities.list.queryOptions({ input: { year } }))
  const current = useQuery(orpc.activities.list.queryOptions({ input: { year: yearOf(today) } }))
  const [files, setFiles] = useState<readonly Dropped[]>([])
  const [failure, setFailure] = useState<unknown>(null)
  const [isBusy, setBusy] = useState(false)
  const lines = [...new Map([...(list.data ?? []), ...(current.data ?? [])].map((line) => [line.id, line])).values()]
  const held = lines.filter((line) => line.state === 'toSign' || line.state === 'signed')
  const take = (dropped: readonly File[]) =>
    setFiles((before) => [
      ...before,
      ...dropped.map((file) => {
        const match = matchSigned(file.name, lines)[0]
        return { key: newId(), file, lineId: match?.line.id ?? null, reason: match?.reason ?? null }
      }),
    ])
  const confirm = async () => {
    setBusy(true)
    setFailure(null)
    let done = 0
    try {
      for (const { key, file, lineId } of files) {
        const line = held.find((each) => each.id === lineId)
        if (!line) continue
        await bringBack(file, line)
        setFiles((before) => before.filter((each) => each.key !== key))
        done += 1
      }
    } catch (error) {
      setFailure(error)
    } finally {
      setBusy(false)
      if (done > 0) void message.success(`已归入${done}份签字页，记录改为已签字`)
      await queryClient.invalidateQueries()
    }
  }
  const ready = files.filter(({ lineId }) => lineId !== null).length
  return (
    <section className="signed-drop" aria-label="签字页交回">
      <AttachmentDrop label="签字页交回" onFiles={take}>
        <span>
          签字页交回：把扫描件或照片拖到这里，或<span className="link">点此选择</span>
        </span>
        <span className="small faint">按文件名里的记录编号、名称或日期找到记录，确认后放在附件第一份</span>
      </AttachmentDrop>
      {failure !== null && <ErrorBlock inline error={failure} />}
      {files.length > 0 && (
        <>
          <ul className="signed-files">
            {files.map(({ key, file, lineId, reason }) => (
              <li key={key}>
                <span className="signed-file">{withoutTurns(file.name)}</span>
                <Select
                  aria-label={`${file.name}属于哪条记录`}
                  placeholder="请选择记录"
                  value={lineId}
                  showSearch={{ optionFilterProp: 'label' }}
                  style={{ width: '26em' }}
                  options={held.map((line) => ({
                    value: line.id,
                    label: `${chineseMonthDay(line.date)}　${line.title}（${line.recordNumber}）`,
                  }))}
                  onChange={(id) =>
                    setFiles((before) => before.map((each) => (each.key === key ? { ...each, lineId: id, reason: null } : each)))
                  }
                />
                <span className="small faint">
                  {reason === null ? (lineId === null ? '没有找到，请选择' : '') : reasonWords[reason]}
                </span>
                <Button
                  type="text"
                  size="small"
                  aria-label={`不归入${file.name}`}
                  onClick={() => setFiles((before) => before.filter((each) => each.key !== key))}
                >
                  ×
                </Button>
              </li>
            ))}
          </ul>
          <Button type="primary" loading={isBusy} disabled={ready === 0} onClick={() => void confirm()}>
            归入记录（{ready}份）
          </Button>
        </>
      )}
    </section>
  )
}
