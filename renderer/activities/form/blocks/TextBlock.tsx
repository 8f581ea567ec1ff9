import { Input } from 'antd'
import { blockFieldId } from '../fields.ts'
import type { FormBlock } from '../model.ts'

type Text = Extract<FormBlock, { kind: 'text' }>

interface TextBlockProps {
  readonly block: Text
  readonly label: string
  readonly onChange: (block: Text) => void
}

/** 情况: what was reported, read or done, as a paragraph of the minutes. */
export function TextBlock({ block, label, onChange }: TextBlockProps) {
  return (
    <Input.TextArea
      id={blockFieldId(block.key)}
      aria-label={label}
      className="paper-text"
      variant="borderless"
      autoSize={{ minRows: 1 }}
      placeholder="情况：谁汇报、学习了什么、议了什么"
      value={block.text}
      onChange={(event) => onChange({ ...block, text: event.target.value })}
    />
  )
}
