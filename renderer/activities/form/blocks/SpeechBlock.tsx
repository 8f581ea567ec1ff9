import { AutoComplete, Input } from 'antd'
import { useState } from 'react'
import { useLetters } from '#renderer/ui/useLetters.ts'
import { namesFor, resolveLetters } from '#shared/activities/entry/letters.ts'
import { blockFieldId } from '../fields.ts'
import type { FormBlock } from '../model.ts'
import { parseSpeaker, speakerLabel } from '../speaker.ts'

type Speech = Extract<FormBlock, { kind: 'speech' }>

interface SpeechBlockProps {
  readonly block: Speech
  readonly label: string
  readonly speakers: readonly string[]
  readonly onChange: (block: Speech) => void
}

/** 发言: who, and what was said. Brackets after the name say as what: 赵六（入党介绍人）. */
export function SpeechBlock({ block, label, speakers, onChange }: SpeechBlockProps) {
  const matches = useLetters()
  const [typed, setTyped] = useState<string | null>(null)
  const shown = typed ?? speakerLabel(block.speaker, block.role)
  return (
    <div className="speech">
      <AutoComplete
        id={`${blockFieldId(block.key)}-speaker`}
        aria-label={`${label}的发言人`}
        className="speech-speaker"
        style={{ width: `${([...shown].length || 3) + 0.7}em` }}
        variant="borderless"
        placeholder="发言人"
        maxLength={122}
        value={shown}
        options={speakers.map((value) => ({ value }))}
        showSearch={{ filterOption: (input, option) => namesFor(input, [option?.value ?? ''], matches).length > 0 }}
        onChange={(next: string) => {
          setTyped(next)
          onChange({ ...block, ...parseSpeaker(next) })
        }}
        onBlur={() => {
          const speaker = resolveLetters(block.speaker, speakers, matches)
          if (speaker !== block.speaker) onChange({ ...block, speaker })
          setTyped(null)
        }}
      />
      <span aria-hidden="true">：</span>
      <Input.TextArea
        id={blockFieldId(block.key)}
        aria-label={`${label}的内容`}
        className="paper-text"
        variant="borderless"
        autoSize={{ minRows: 1 }}
        placeholder="说了什么"
        value={block.text}
        onChange={(event) => onChange({ ...block, text: event.target.value })}
      />
    </div>
  )
}
