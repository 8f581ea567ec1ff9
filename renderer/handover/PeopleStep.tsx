import { useMutation } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { orpc } from '#renderer/api/client.ts'
import { ErrorBlock } from '#renderer/ui/ErrorBlock.tsx'
import type { HandoverPeople } from '#shared/handover/schema.ts'

const labels = { from: '移交人', to: '接收人', witness: '监交人（可不填）' } as const

/** Who hands over to whom. */
export function PeopleStep({ people }: { readonly people: HandoverPeople }) {
  const id = useId()
  const [typed, setTyped] = useState(people)
  const begin = useMutation(orpc.handover.begin.mutationOptions())
  const isFilled = typed.from.trim() !== '' && typed.to.trim() !== ''
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (isFilled) begin.mutate(typed)
      }}
    >
      <p>移交前请先核对记录、补齐附件，未办完的事项在首页“近期要办”里可以看到。姓名会印在移交清单的签字处。</p>
      {(['from', 'to', 'witness'] as const).map((key) => (
        <div key={key}>
          <label htmlFor={`${id}-${key}`} className="lock-label">
            {labels[key]}
          </label>
          <Input
            id={`${id}-${key}`}
            value={typed[key]}
            maxLength={60}
            onChange={({ target }) => setTyped({ ...typed, [key]: target.value })}
          />
        </div>
      ))}
      {begin.isError && <ErrorBlock inline error={begin.error} />}
      <p className="handover-next">
        <Button type="primary" htmlType="submit" disabled={!isFilled} loading={begin.isPending}>
          下一步
        </Button>
      </p>
    </form>
  )
}
