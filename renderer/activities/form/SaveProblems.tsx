import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import { errorCodeOf } from '#renderer/api/errors.ts'
import { ErrorBlock } from '#renderer/ui/ErrorBlock.tsx'
import { useForm, useFormStore } from './context.ts'
import { agendaKeyOf, fieldOf, partIndexOf } from './fields.ts'
import { focusSoon } from './focus.ts'

interface SaveProblemsProps {
  readonly failure: unknown
  readonly onSaveOver: () => void
  readonly onLoadNewest: () => void
}

/** What keeps the form from being saved, and what to do about it. */
export function SaveProblems({ failure, onSaveOver, onLoadNewest }: SaveProblemsProps) {
  const store = useFormStore()
  const errors = useForm((state) => state.errors)
  const model = useForm((state) => state.model)
  const jump = (path: string) => {
    const part = partIndexOf(path)
    if (part !== null) store.getState().show(part)
    const key = agendaKeyOf(path, model)
    if (key !== null) store.getState().fold(key, false)
    focusSoon(fieldOf(path, model))
  }
  const place = useRef<HTMLDivElement>(null)
  const stuckOn = failure ?? (errors.length > 0 ? errors : null)
  // Ctrl+S is pressed far down the page as well: why nothing was saved must be seen there.
  useEffect(() => {
    if (stuckOn !== null) place.current?.scrollIntoView({ block: 'nearest' })
  }, [stuckOn])
  return (
    <div ref={place} className="save-problems">
      {errors.length > 0 && (
        <div className="error-inline form-problems" role="alert">
          <p className="title">还不能保存，请先改好：</p>
          <ul>
            {errors.map((error) => (
              <li key={`${error.path} ${error.text}`}>
                <button type="button" className="link-button" onClick={() => jump(error.path)}>
                  {error.text}
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
      {failure !== null && (
        <div className="form-problems">
          {errorCodeOf(failure) === 'CHANGED_ELSEWHERE' ? (
            <ErrorBlock
              inline
              error={failure}
              actions={
                <>
                  <Button onClick={onSaveOver}>以这里的内容为准，再保存</Button>
                  <Button onClick={onLoadNewest}>放弃这里的修改，打开最新的记录</Button>
                </>
              }
            />
          ) : (
            <ErrorBlock inline error={failure} />
          )}
        </div>
      )}
    </div>
  )
}
