import { Button, Checkbox, Input } from 'antd'
import { useState } from 'react'
import { attachmentUrl } from '#renderer/api/files.ts'
import { ErrorBlock } from '#renderer/ui/ErrorBlock.tsx'
import type { AttachmentRef } from '#shared/activities/schema.ts'
import { octetsText } from '#shared/kernel/octets.ts'
import { withoutTurns } from '#shared/kernel/text.ts'
import type { Upload } from '../useAttachments.ts'

interface AttachmentRowProps {
  readonly attachment: AttachmentRef
  readonly onRename: (name: string) => Promise<void>
  readonly onSeal: (isSealed: boolean) => Promise<void>
  readonly onRemove: () => void
}

const isShown = (mediaType: string) => mediaType.startsWith('image/') || mediaType === 'application/pdf'

/** One file: images and PDF open in a window of their own, the others are handed out as a download. */
export function AttachmentRow({ attachment, onRename, onSeal, onRemove }: AttachmentRowProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const [failure, setFailure] = useState<unknown>(null)
  const [isSealing, setSealing] = useState(false)
  const seal = async (isSealed: boolean) => {
    setSealing(true)
    try {
      await onSeal(isSealed)
      setFailure(null)
    } catch (error) {
      setFailure(error)
    } finally {
      setSealing(false)
    }
  }
  const finish = async () => {
    const name = typed?.trim() ?? ''
    if (name !== '' && name !== attachment.name) {
      try {
        await onRename(name)
        setFailure(null)
      } catch (error) {
        setFailure(error)
        return
      }
    }
    setTyped(null)
  }
  return (
    <div className="attachment">
      {typed === null ? (
        <a
          href={attachmentUrl(attachment.id)}
          {...(isShown(attachment.mediaType) ? { target: '_blank', rel: 'noreferrer' } : { download: attachment.name })}
        >
          {withoutTurns(attachment.name)}
        </a>
      ) : (
        <Input
          aria-label={`附件${attachment.name}的新名称`}
          autoFocus
          maxLength={120}
          value={typed}
          style={{ width: '20em' }}
          onChange={(event) => setTyped(event.target.value)}
          onPressEnter={() => void finish()}
          onBlur={() => void finish()}
        />
      )}
      <span className="small faint">{octetsText(attachment.octets)}</span>
      <span className="push">
        <Checkbox
          checked={attachment.isSealed ?? false}
          disabled={isSealing}
          aria-label={`附件${attachment.name}不公开`}
          onChange={({ target }) => void seal(target.checked)}
        >
          不公开
        </Checkbox>
        <Button type="text" size="small" aria-label={`附件${attachment.name}改名`} onClick={() => setTyped(attachment.name)}>
          改名
        </Button>
        <Button type="text" size="small" aria-label={`移除附件${attachment.name}`} onClick={onRemove}>
          移除
        </Button>
      </span>
      {failure !== null && <ErrorBlock inline error={failure} />}
    </div>
  )
}

/** A file on its way, or one that could not be taken in and why. */
export function UploadRow({ upload, onForget }: { readonly upload: Upload; readonly onForget: () => void }) {
  if (upload.error !== null) return <ErrorBlock inline error={upload.error} actions={<Button onClick={onForget}>知道了</Button>} />
  return (
    <div className="attachment" aria-live="polite">
      <span>{withoutTurns(upload.name)}</span>
      <span className="small faint">正在读入 {Math.round(upload.share * 100)}%</span>
    </div>
  )
}
