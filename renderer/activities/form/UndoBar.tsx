import { Button } from 'antd'
import { useEffect } from 'react'
import { useForm } from './context.ts'

const SHOWN = 12_000

/** 「已删除… 撤销」: stays long enough to be read, and can be reached by keyboard. */
export function UndoBar() {
  const undo = useForm((state) => state.undo)
  const takeBack = useForm((state) => state.takeBack)
  const forget = useForm((state) => state.forgetUndo)
  useEffect(() => {
    if (!undo) return
    const timer = window.setTimeout(forget, SHOWN)
    return () => window.clearTimeout(timer)
  }, [undo, forget])
  if (!undo) return null
  return (
    <div className="undo-bar" role="status">
      {undo.text}
      <Button type="link" size="small" onClick={takeBack}>
        撤销
      </Button>
    </div>
  )
}
