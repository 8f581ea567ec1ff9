import { useMutation } from '@tanstack/react-query'
import { App, Button, Input } from 'antd'
import { useState } from 'react'
import { client } from '#renderer/api/client.ts'
import { Card } from '#renderer/ui/Card.tsx'
import { ErrorBlock } from '#renderer/ui/ErrorBlock.tsx'
import { showUndo } from '#renderer/ui/undo-message.tsx'
import type { DutyReport } from '#shared/duty-report/contract.ts'

/** The report as text: begun from records with one click, written on by hand, kept as the year's 述职 record. */
export function ReportEditor({ report }: { readonly report: DutyReport }) {
  const { year, kept, draftText, leftOut } = report
  const { message } = App.useApp()
  const [text, setText] = useState(kept?.text ?? '')
  const save = useMutation({
    mutationFn: () => client.dutyReport.save({ year, text, recordId: kept?.id ?? null, revision: kept?.revision ?? 0 }),
    onSuccess: ({ recordNumber }) => void message.success(`已保存，记录编号 ${recordNumber}`),
  })
  const begin = () => {
    const before = text
    setText(draftText)
    if (before !== '') showUndo(message, 'duty-draft', '已换成按记录起草的文字', () => setText(before))
  }
  return (
    <Card
      title="述职报告"
      note={kept?.recordNumber}
      extra={
        <Button size="small" disabled={draftText === '' || draftText === text} onClick={begin}>
          按记录起草
        </Button>
      }
    >
      {save.isError && <ErrorBlock inline error={save.error} />}
      <Input.TextArea
        aria-label="述职报告"
        placeholder="点“按记录起草”，再接着写；也可以直接写或粘贴。"
        className="duty-text"
        autoSize={{ minRows: 16, maxRows: 40 }}
        maxLength={20_000}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <div className="duty-foot">
        <p className="small faint">
          草稿只写有记录可查的数据，存在问题照录原文；下一步打算取自工作台账里填写的内容。
          {leftOut.length > 0 && `没有记录、没有写进草稿的：${leftOut.join('、')}。`}
        </p>
        <Button loading={save.isPending} disabled={text.trim() === '' || text === kept?.text} onClick={() => save.mutate()}>
          保存
        </Button>
      </div>
    </Card>
  )
}
