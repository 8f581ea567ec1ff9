import { Button } from 'antd'

/** What was done, and the way back; the content of a message. */
export function UndoText({ text, onUndo }: { readonly text: string; readonly onUndo: () => void }) {
  return (
    <span>
      {text}
      <Button type="link" size="small" onClick={onUndo}>
        撤销
      </Button>
    </span>
  )
}
