import { Card } from '#renderer/ui/Card.tsx'
import { useForm } from '../context.ts'
import { fieldIds } from '../fields.ts'
import { focusSoon } from '../focus.ts'
import { AttachmentDrop } from '../sections/AttachmentDrop.tsx'
import type { Attachments } from '../useAttachments.ts'

interface SignedPageCardProps {
  readonly attachments: Attachments
  /** 记录编号; empty until the record is saved for the first time. */
  readonly recordNumber: string
}

/** 签字页与附件: the signed page comes back here; its number stands in the footer of the paper. */
export function SignedPageCard({ attachments, recordNumber }: SignedPageCardProps) {
  const count = useForm((state) => state.model.attachments.length)
  return (
    <Card title="签字页与附件" className="side-card">
      <AttachmentDrop label="添加签字页或附件" onFiles={(files) => void attachments.add(files)}>
        <span className="faint">把扫描件或照片拖到这里</span>
        <span className="small faint">{recordNumber === '' ? '保存后给出记录编号' : `记录编号 ${recordNumber}`}</span>
      </AttachmentDrop>
      {count > 0 && (
        <button type="button" className="link-button small" onClick={() => focusSoon(fieldIds.attachments)}>
          已有 {count} 个附件
        </button>
      )}
    </Card>
  )
}
