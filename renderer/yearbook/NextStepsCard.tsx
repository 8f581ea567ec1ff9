import { useMutation } from '@tanstack/react-query'
import { App, Button, Input } from 'antd'
import { useState } from 'react'
import { Link } from 'wouter'
import { client } from '#renderer/api/client.ts'
import { Card } from '#renderer/ui/Card.tsx'
import { ErrorBlock } from '#renderer/ui/ErrorBlock.tsx'
import type { Yearbook } from '#shared/yearbook/schema.ts'
import { sourceLink } from './FigureDrawer.tsx'

/** 存在问题 in the words of the records, 下一步打算 in those of the user. */
export function NextStepsCard({ yearbook }: { readonly yearbook: Yearbook }) {
  const { year, span, problems, nextSteps } = yearbook
  const { message } = App.useApp()
  const [text, setText] = useState(nextSteps.text)
  const save = useMutation({
    mutationFn: () =>
      client.yearbook.saveNextSteps({ year, span, text, recordId: nextSteps.recordId, revision: nextSteps.revision }),
    onSuccess: ({ recordNumber }) =>
      void message.success(`已保存在${span === 'half' ? '半年分析' : '年终总结'}（${recordNumber}）`),
  })
  return (
    <Card
      title="存在问题和下一步打算"
      note={nextSteps.recordNumber}
      extra={
        <Link href={nextSteps.recordId === null ? '/records/kind/halfYearReview' : `/records/${nextSteps.recordId}`}>工作总结</Link>
      }
    >
      {problems.length === 0 && <p className="soft">组织生活会的整改清单和问题整改里还没有登记问题。</p>}
      <ol className="quoted-problems">
        {problems.map(({ text: quoted, source }) => (
          <li key={`${source.id} ${quoted}`}>
            {quoted}
            <Link className="small" href={sourceLink(source)}>
              {source.recordNumber}
            </Link>
          </li>
        ))}
      </ol>
      {save.isError && <ErrorBlock inline error={save.error} />}
      <div className="next-steps">
        <Input.TextArea
          aria-label="下一步打算"
          placeholder="下一步打算"
          autoSize={{ minRows: 4, maxRows: 12 }}
          maxLength={20_000}
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
        <Button loading={save.isPending} disabled={text.trim() === nextSteps.text} onClick={() => save.mutate()}>
          保存下一步打算
        </Button>
      </div>
    </Card>
  )
}
