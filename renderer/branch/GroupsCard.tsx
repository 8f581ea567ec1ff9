import { useMutation, useQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { type FormEvent, useState } from 'react'
import { orpc } from '#renderer/api/client.ts'
import { useToday } from '#renderer/api/session.ts'
import { Card } from '#renderer/ui/Card.tsx'
import { ErrorBlock } from '#renderer/ui/ErrorBlock.tsx'
import { GroupLine } from './GroupLine.tsx'

/** 党小组: made here or by the import; one that ends keeps its meetings. */
export function GroupsCard() {
  const [name, setName] = useState('')
  const today = useToday()
  const groups = useQuery(orpc.branch.groups.queryOptions({ input: {} }))
  const save = useMutation(orpc.branch.saveGroup.mutationOptions())
  const add = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() === '') return
    save.mutate({ name: name.trim(), validFrom: null, validTo: null }, { onSuccess: () => setName('') })
  }
  return (
    <Card title="党小组" note="谁在哪个组，在党员名单里逐人填写">
      {groups.data?.map((group) => (
        <GroupLine key={group.id} group={group} today={today} onSave={(changed) => save.mutate(changed)} />
      ))}
      <form className="group-new" onSubmit={add}>
        <Input
          aria-label="新党小组的名称"
          placeholder="如：第三党小组"
          value={name}
          maxLength={40}
          onChange={(event) => setName(event.target.value)}
        />
        <Button htmlType="submit" loading={save.isPending}>
          添加
        </Button>
      </form>
      {save.isError && <ErrorBlock inline error={save.error} />}
    </Card>
  )
}
