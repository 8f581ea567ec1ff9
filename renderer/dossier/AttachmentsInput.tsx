import { useMutation } from '@tanstack/react-query'
import { Button, Checkbox } from 'antd'
import { useId } from 'react'
import { client } from '#renderer/api/client.ts'
import { attachmentUrl, uploadFile } from '#renderer/api/files.ts'
import { ErrorBlock } from '#renderer/ui/ErrorBlock.tsx'
import { SealedFilesNote } from '#renderer/ui/SealedFilesNote.tsx'
import type { AttachmentRef } from '#shared/activities/schema.ts'
import { withoutTurns } from '#shared/kernel/text.ts'

interface AttachmentsInputProps {
  readonly attachments: readonly AttachmentRef[]
  readonly onChange: (attachments: readonly AttachmentRef[]) => void
}

/** Files of a record. They are kept at once and hang on the record when it is saved. */
export function AttachmentsInput({ attachments, onChange }: AttachmentsInputProps) {
  const id = useId()
  const add = useMutation({
    meta: { quiet: true },
    mutationFn: async (files: readonly File[]) => {
      const added: AttachmentRef[] = []
      // One after the other: a folder of photos must not fill the memory, and their order stays.
      for (const file of files) added.push(await client.attachments.add({ file: (await uploadFile(file)).token }))
      return added
    },
    onSuccess: (added) => onChange([...attachments, ...added]),
  })
  const seal = useMutation({
    meta: { quiet: true },
    mutationFn: (input: { readonly id: string; readonly isSealed: boolean }) => client.attachments.setSealed(input),
    onSuccess: (changed) => onChange(attachments.map((each) => (each.id === changed.id ? changed : each))),
  })
  return (
    <div className="dossier-files">
      <ul>
        {attachments.map((attachment) => (
          <li key={attachment.id}>
            <a href={attachmentUrl(attachment.id)} target="_blank" rel="noreferrer">
              {withoutTurns(attachment.name)}
            </a>
            <Checkbox
              checked={attachment.isSealed ?? false}
              disabled={seal.isPending}
              onChange={({ target }) => seal.mutate({ id: attachment.id, isSealed: target.checked })}
            >
              不公开
            </Checkbox>
            <Button
              size="small"
              aria-label={`取下${attachment.name}`}
              onClick={() => onChange(attachments.filter((each) => each.id !== attachment.id))}
            >
              取下
            </Button>
          </li>
        ))}
      </ul>
      <label htmlFor={id} className="dossier-add-file">
        {add.isPending ? '正在读取…' : '添加附件（可多选）'}
        <input
          id={id}
          type="file"
          multiple
          className="screen-reader-only"
          disabled={add.isPending}
          onChange={({ target }) => {
            const files = [...(target.files ?? [])]
            target.value = ''
            if (files.length > 0) add.mutate(files)
          }}
        />
      </label>
      {attachments.some(({ isSealed }) => isSealed) && <SealedFilesNote />}
      {seal.isError && <ErrorBlock inline error={seal.error} />}
      {add.isError && <ErrorBlock inline error={add.error} />}
    </div>
  )
}
