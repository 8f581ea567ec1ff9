import { SealedFilesNote } from '#renderer/ui/SealedFilesNote.tsx'
import { useForm } from '../context.ts'
import { fieldIds } from '../fields.ts'
import type { Attachments } from '../useAttachments.ts'
import { AttachmentDrop } from './AttachmentDrop.tsx'
import { AttachmentRow, UploadRow } from './AttachmentRow.tsx'

/** 附件: photos, scans, Word files, in the order of the record. */
export function AttachmentsSection({ attachments }: { readonly attachments: Attachments }) {
  const list = useForm((state) => state.model.attachments)
  return (
    <div className="attachments" id={fieldIds.attachments}>
      <h3 className="section-title">附件</h3>
      {list.map((attachment) => (
        <AttachmentRow
          key={attachment.id}
          attachment={attachment}
          onRename={(name) => attachments.rename(attachment.id, name)}
          onSeal={(isSealed) => attachments.setSealed(attachment.id, isSealed)}
          onRemove={() => attachments.remove(attachment.id)}
        />
      ))}
      {list.some(({ isSealed }) => isSealed) && <SealedFilesNote />}
      {attachments.uploads.map((upload) => (
        <UploadRow key={upload.key} upload={upload} onForget={() => attachments.forget(upload.key)} />
      ))}
      <AttachmentDrop label="添加附件" onFiles={(files) => void attachments.add(files)}>
        <span>
          拖入文件，或<span className="link">点此选择</span>
        </span>
        <span className="small faint">请勿录入涉密和敏感内容</span>
      </AttachmentDrop>
    </div>
  )
}
