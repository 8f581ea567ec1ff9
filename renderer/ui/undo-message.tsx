import { Button } from 'antd'
import type { MessageInstance } from 'antd/es/message/interface'

/** What was done, and the way back, as a message that goes by itself. `key` tells it from the others. */
export function showUndo(message: MessageInstance, key: string, text: string, onUndo: () => void): void {
  const undo = () => {
    message.destroy(key)
    onUndo()
  }
  const content = (
    <span>
      {text}
      <Button type="link" size="small" onClick={undo}>
        撤销
      </Button>
    </span>
  )
  void message.open({ key, type: 'success', duration: 12, content })
}
