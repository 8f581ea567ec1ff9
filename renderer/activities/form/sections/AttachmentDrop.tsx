import { type ReactNode, useId, useState } from 'react'

interface AttachmentDropProps {
  readonly label: string
  readonly onFiles: (files: readonly File[]) => void
  readonly children: ReactNode
}

/** A place to drag files to; pressing it opens the system's dialog. */
export function AttachmentDrop({ label, onFiles, children }: AttachmentDropProps) {
  const id = useId()
  const [isOver, setOver] = useState(false)
  return (
    <label
      htmlFor={id}
      className={isOver ? 'attachment-drop attachment-drop-over' : 'attachment-drop'}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        onFiles([...event.dataTransfer.files])
      }}
    >
      <input
        id={id}
        type="file"
        multiple
        aria-label={label}
        className="screen-reader-only"
        onChange={(event) => {
          const files = [...(event.target.files ?? [])]
          event.target.value = ''
          onFiles(files)
        }}
      />
      {children}
    </label>
  )
}
