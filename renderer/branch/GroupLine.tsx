import { Button, Input } from 'antd'
import { useState } from 'react'
import type { PartyGroup, SavePartyGroup } from '#shared/branch/schema.ts'
import { chineseDate, type PlainDate } from '#shared/kernel/dates.ts'

interface GroupLineProps {
  readonly group: PartyGroup
  readonly today: PlainDate
  readonly onSave: (group: SavePartyGroup) => void
}

/** One group: its name to change, its end to set or take back. */
export function GroupLine({ group, today, onSave }: GroupLineProps) {
  const [name, setName] = useState<string | null>(null)
  const span = { id: group.id, validFrom: group.validFrom, validTo: group.validTo }
  if (name !== null) {
    return (
      <form
        className="group-line"
        onSubmit={(event) => {
          event.preventDefault()
          if (name.trim() !== '' && name.trim() !== group.name) onSave({ ...span, name: name.trim() })
          setName(null)
        }}
      >
        <Input aria-label="党小组名称" value={name} maxLength={40} autoFocus onChange={(event) => setName(event.target.value)} />
        <Button htmlType="submit">确定</Button>
        <Button onClick={() => setName(null)}>取消</Button>
      </form>
    )
  }
  return (
    <div className="group-line">
      <span>
        {group.name}
        {group.validTo !== null && <span className="small faint">（到{chineseDate(group.validTo)}为止）</span>}
      </span>
      <Button size="small" aria-label={`改名：${group.name}`} onClick={() => setName(group.name)}>
        改名
      </Button>
      {group.validTo === null ? (
        <Button
          size="small"
          aria-label={`撤销：${group.name}`}
          onClick={() => onSave({ ...span, name: group.name, validTo: today })}
        >
          今天起撤销
        </Button>
      ) : (
        <Button
          size="small"
          aria-label={`恢复：${group.name}`}
          onClick={() => onSave({ ...span, name: group.name, validTo: null })}
        >
          恢复
        </Button>
      )}
    </div>
  )
}
