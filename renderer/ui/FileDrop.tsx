import { type DragEvent, useId, useState } from 'react'

interface FileDropProps {
  readonly accept: string
  readonly onFile: (file: File) => void
  readonly busy: boolean
  /** 0 to 1, while busy. */
  readonly progress: number
}

/** A place to drag a file to; pressing it opens the system's file dialog. */
export function FileDrop({ accept, onFile, busy, progress }: FileDropProps) {
  const id = useId()
  const [over, setOver] = useState(false)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const file = event.dataTransfer.files[0]
    if (file && !busy) onFile(file)
  }
  return (
    <label
      htmlFor={id}
      className={over ? 'file-drop file-drop-over' : 'file-drop'}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <input
        id={id}
        type="file"
        className="screen-reader-only"
        accept={accept}
        disabled={busy}
        onChange={(event) => {
          const file = event.target.files?.[0]
          // The same file, corrected and chosen again, must count as a change.
          event.target.value = ''
          if (file) onFile(file)
        }}
      />
      <span className="file-drop-title">{busy ? '正在读取…' : '把表格文件拖到这里，或点此选择'}</span>
      <span className="small faint" aria-live="polite">
        {busy ? `已读入 ${Math.round(progress * 100)}%` : 'Excel 或 WPS 表格（.xlsx、.xls）；先预览，确认后才导入'}
      </span>
    </label>
  )
}
