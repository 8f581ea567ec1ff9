import { Button, Input, Modal } from 'antd'
import { useDeferredValue, useMemo, useState } from 'react'
import { client } from '#renderer/api/client.ts'
import { uploadFile } from '#renderer/api/files.ts'
import { ErrorBlock } from '#renderer/ui/ErrorBlock.tsx'
import { splitMinutes } from '#shared/activities/entry/split-minutes.ts'
import { useFormStore } from '../context.ts'
import { AttachmentDrop } from '../sections/AttachmentDrop.tsx'
import { takePasted } from '../take-pasted.ts'
import { useRosterOfDay } from '../useMeeting.ts'
import { PastedView } from './PastedView.tsx'

/** The whole text on the left, what is recognised in it on the right; only 采用 writes into the form. */
export function PasteDialog({ onClose }: { readonly onClose: () => void }) {
  const store = useFormStore()
  const { members } = useRosterOfDay()
  const [text, setText] = useState('')
  const [isCut, setCut] = useState(false)
  const [failure, setFailure] = useState<unknown>(null)
  const deferred = useDeferredValue(text)
  const names = useMemo(() => members.map((member) => member.name), [members])
  const read = useMemo(() => splitMinutes(deferred, names), [deferred, names])
  const open = async (files: readonly File[]) => {
    const [file] = files
    if (!file) return
    try {
      const staged = await uploadFile(file)
      const word = await client.activities.readDocx({ file: staged.token })
      setText(word.text)
      setCut(word.isCut)
      setFailure(null)
    } catch (error) {
      setFailure(error)
    }
  }
  const take = () => {
    const { shown } = store.getState()
    store.getState().edit((model) => takePasted(model, splitMinutes(text, names), members, shown))
    onClose()
  }
  return (
    <Modal
      open
      title="粘贴整篇记录，核对后采用"
      width={1120}
      style={{ top: 24 }}
      onCancel={onClose}
      footer={
        <>
          <Button onClick={onClose}>取消</Button>
          <Button type="primary" disabled={text.trim() === ''} onClick={take}>
            采用
          </Button>
        </>
      }
    >
      {failure !== null && <ErrorBlock inline error={failure} />}
      {isCut && <p className="small amber">文件很长，只读入了前40万字。</p>}
      <div className="paste-columns">
        <div className="paste-source">
          <AttachmentDrop label="打开旧的 Word 记录" onFiles={(files) => void open(files)}>
            <span>
              拖入旧的 Word 记录（.docx），或<span className="link">点此选择</span>
            </span>
          </AttachmentDrop>
          <Input.TextArea
            aria-label="整篇记录"
            autoFocus
            placeholder="在 WPS 里全选、复制，粘贴到这里"
            value={text}
            onChange={(event) => setText(event.target.value)}
            style={{ height: 430, resize: 'none' }}
          />
        </div>
        <PastedView read={read} isEmpty={deferred.trim() === ''} names={names} />
      </div>
    </Modal>
  )
}
