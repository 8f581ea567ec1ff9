import { AutoComplete, Button } from 'antd'
import { useState } from 'react'
import { useLetters } from '#renderer/ui/useLetters.ts'
import { namesFor } from '#shared/activities/entry/letters.ts'
import { useForm, usePart } from '../context.ts'
import { blockFieldId } from '../fields.ts'
import { focusSoon } from '../focus.ts'
import { changeRow } from '../lists.ts'
import { type FormBlock, newElection, newSpeech, newText, newVote } from '../model.ts'
import { parseSpeaker } from '../speaker.ts'

interface AddBlockProps {
  readonly itemKey: string
  readonly where: string
  readonly speakers: readonly string[]
}

/** Adds a paragraph: choose a speaker and type on, or 情况, or 表决. */
export function AddBlock({ itemKey, where, speakers }: AddBlockProps) {
  const editPart = useForm((state) => state.editPart)
  const matches = useLetters()
  const mayElect = usePart((part) => part.purpose === 'generalMeeting' || part.purpose === 'committeeMeeting')
  const [speaker, setSpeaker] = useState('')
  const add = (block: FormBlock, focusId: string) => {
    editPart((part) => ({
      ...part,
      agenda: changeRow(part.agenda, itemKey, (item) => ({ ...item, content: [...item.content, block] })),
    }))
    focusSoon(focusId)
  }
  const addSpeech = (text: string) => {
    const { speaker: name, role } = parseSpeaker(text)
    const block = newSpeech(name)
    add(
      block.kind === 'speech' ? { ...block, role } : block,
      name === '' ? `${blockFieldId(block.key)}-speaker` : blockFieldId(block.key),
    )
    setSpeaker('')
  }
  const addOther = (block: FormBlock) => add(block, blockFieldId(block.key))
  return (
    <div className="add-block">
      <Button type="link" size="small" aria-label={`${where}添加情况`} onClick={() => addOther(newText())}>
        ＋ 情况
      </Button>
      <span className="add-speech">
        <AutoComplete
          aria-label={`${where}添加发言：发言人`}
          size="small"
          value={speaker}
          placeholder="＋ 发言：选人"
          options={speakers.map((value) => ({ value }))}
          showSearch={{ filterOption: (input, option) => namesFor(input, [option?.value ?? ''], matches).length > 0 }}
          onChange={setSpeaker}
          onSelect={(value: string) => addSpeech(value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.nativeEvent.isComposing || speaker.trim() === '') return
            // The list itself chooses the option under the cursor; this is for names that it does not have.
            if (namesFor(speaker, speakers, matches).length === 0) addSpeech(speaker)
          }}
          style={{ width: '9.5em' }}
        />
      </span>
      <Button type="link" size="small" aria-label={`${where}添加表决`} onClick={() => addOther(newVote())}>
        ＋ 表决
      </Button>
      {mayElect && (
        <Button type="link" size="small" aria-label={`${where}添加选举`} onClick={() => addOther(newElection())}>
          ＋ 选举
        </Button>
      )}
    </div>
  )
}
