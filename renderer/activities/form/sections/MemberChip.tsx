import { Popover } from 'antd'
import { useRef, useState } from 'react'
import { absenceReasonNames } from '#shared/activities/labels.ts'
import { paddedName } from '#shared/kernel/text.ts'
import type { FormAbsentee } from '../model.ts'
import { AbsenceEditor } from './AbsenceEditor.tsx'

interface MemberChipProps {
  readonly name: string
  /** 书记, 组织, 预备 … in small grey. */
  readonly note: string
  readonly isExempt: boolean
  readonly hasVote: boolean
  readonly absentee: FormAbsentee | null
  readonly onChange: (change: Partial<FormAbsentee>) => void
  readonly onPresent: () => void
}

const absenceText = (absentee: FormAbsentee) =>
  [absenceReasonNames[absentee.reason], absentee.writtenOpinion ? '书面意见' : ''].filter(Boolean).join('・')

/** One name of 出席: present until somebody clicks it and says why not. */
export function MemberChip({ name, note, isExempt, hasVote, absentee, onChange, onPresent }: MemberChipProps) {
  const [isOpen, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const close = () => {
    setOpen(false)
    button.current?.focus()
  }
  const words = absentee ? absenceText(absentee) : [note, isExempt ? '不作硬性要求' : ''].filter(Boolean).join('・')
  return (
    <span className="chip-place">
      <Popover
        open={isOpen}
        onOpenChange={setOpen}
        trigger="click"
        placement="bottomLeft"
        destroyOnHidden
        // Beside the name in the page, so that Tab leads from the name into it.
        getPopupContainer={(trigger) => trigger.parentElement ?? document.body}
        content={
          <AbsenceEditor
            name={name}
            absentee={absentee}
            usual={isExempt ? 'exempt' : 'personalLeave'}
            mayWrite={hasVote}
            onChange={onChange}
            onPresent={() => {
              onPresent()
              close()
            }}
            onClose={close}
          />
        }
      >
        <button
          ref={button}
          type="button"
          className={absentee ? 'chip chip-absent' : 'chip'}
          aria-label={`${name}，${absentee ? `缺席：${words}` : `出席${words ? `，${words}` : ''}`}`}
          aria-expanded={isOpen}
          title={absentee?.note || undefined}
        >
          {paddedName(name)}
          {words && <span className="chip-note">{words}</span>}
        </button>
      </Popover>
    </span>
  )
}
