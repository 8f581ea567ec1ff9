import { Button, Input } from 'antd'
import { useState } from 'react'
import { Card } from '#renderer/ui/Card.tsx'

interface EvidenceKindsCardProps {
  readonly kinds: Readonly<Record<string, string>>
  readonly onChange: (kinds: Record<string, string>) => void
}

/** The kinds of material that a scheme names; one of its own is proved by files that are added, for no record yields it. */
export function EvidenceKindsCard({ kinds, onChange }: EvidenceKindsCardProps) {
  const [name, setName] = useState('')
  const own = name.trim()
  const isKnown = Object.values(kinds).includes(own)
  const add = () => {
    if (own === '' || isKnown) return
    // Its name is its key: two schemes that name the same material mean the same.
    onChange({ ...kinds, [own]: own })
    setName('')
  }
  return (
    <Card title="材料种类" note="指标的“可作依据”从这里选">
      <p className="soft">{Object.values(kinds).join('、')}</p>
      <div className="rating-steps">
        <Input
          aria-label="材料名称"
          placeholder="如 上级批复"
          maxLength={60}
          value={name}
          style={{ width: '16em' }}
          onChange={({ target }) => setName(target.value)}
          onPressEnter={add}
        />
        <Button disabled={own === '' || isKnown} onClick={add}>
          添加材料种类
        </Button>
        {isKnown && <span className="small soft">已有这一种</span>}
      </div>
    </Card>
  )
}
