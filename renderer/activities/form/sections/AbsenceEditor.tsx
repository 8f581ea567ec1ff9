import { Button, Checkbox, Input } from 'antd'
import { useEffect, useRef } from 'react'
import { absenceReasonNames } from '#shared/activities/labels.ts'
import { type AbsenceReason, absenceReasons } from '#shared/activities/schema.ts'
import type { FormAbsentee } from '../model.ts'

interface AbsenceEditorProps {
  readonly name: string
  /** Null: present so far; choosing a reason marks the person absent. */
  readonly absentee: FormAbsentee | null
  /** The reason that stands first, where the roster knows one. */
  readonly usual: AbsenceReason
  /** Only who has a vote may hand in an opinion that counts. */
  readonly mayWrite: boolean
  readonly onChange: (change: Partial<FormAbsentee>) => void
  readonly onPresent: () => void
  readonly onClose: () => void
}

/** Why somebody is absent; opened by a click on the name. */
export function AbsenceEditor({ name, absentee, usual, mayWrite, onChange, onPresent, onClose }: AbsenceEditorProps) {
  const first = useRef<HTMLDivElement>(null)
  useEffect(() => {
    first.current?.querySelector<HTMLButtonElement>('button[data-first]')?.focus()
  }, [])
  return (
    // The keys of this little window stay in it: Escape closes it, not the page behind.
    <div
      className="absence-editor"
      role="dialog"
      aria-label={`${name}缺席原因`}
      ref={first}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        onClose()
      }}
    >
      <div className="absence-reasons" role="group" aria-label="缺席原因">
        {absenceReasons.map((reason) => (
          <button
            key={reason}
            type="button"
            className="reason"
            aria-pressed={absentee?.reason === reason}
            data-first={reason === (absentee?.reason ?? usual) ? '' : undefined}
            onClick={() => onChange({ reason })}
          >
            {absenceReasonNames[reason]}
          </button>
        ))}
      </div>
      {absentee && (
        <>
          <Input
            aria-label="缺席备注"
            placeholder="备注，如：已请假，6月30日补学"
            value={absentee.note}
            maxLength={200}
            onChange={(event) => onChange({ note: event.target.value })}
            onPressEnter={onClose}
          />
          <div className="absence-foot">
            {mayWrite && (
              <Checkbox checked={absentee.writtenOpinion} onChange={(event) => onChange({ writtenOpinion: event.target.checked })}>
                会前提出书面意见
              </Checkbox>
            )}
            <span className="push">
              <Button size="small" onClick={onPresent}>
                改为出席
              </Button>
              <Button size="small" onClick={onClose}>
                好
              </Button>
            </span>
          </div>
        </>
      )}
    </div>
  )
}
