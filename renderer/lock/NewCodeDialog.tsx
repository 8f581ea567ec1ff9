import { useMutation } from '@tanstack/react-query'
import { Button, Checkbox, Modal } from 'antd'
import { useState } from 'react'
import { client } from '#renderer/api/client.ts'
import { downloadDocument } from '#renderer/api/files.ts'
import { ErrorBlock } from '#renderer/ui/ErrorBlock.tsx'
import { useNewCode } from './code-store.ts'
import './lock.css'

/** The recovery code, shown once: to print or to write down. It cannot be closed by accident. */
export function NewCodeDialog() {
  const { code, forget } = useNewCode()
  const [isKept, setKept] = useState(false)
  const print = useMutation({
    meta: { quiet: true },
    mutationFn: (format: 'pdf' | 'docx') => client.lock.recoverySheet({ recoveryCode: code ?? '', format }),
    onSuccess: downloadDocument,
  })
  const close = () => {
    setKept(false)
    print.reset()
    forget()
  }
  return (
    <Modal
      open={code !== null}
      title="恢复码：请打印或抄写下来"
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
      footer={
        <Button type="primary" disabled={!isKept} onClick={close}>
          完成
        </Button>
      }
    >
      <p>口令已生效。忘记口令时，只有恢复码能打开不公开的内容。它只显示这一次，更换口令后作废。</p>
      <ol className="recovery-code" aria-label="恢复码">
        {(code ?? '').split('-').map((group, index) => (
          <li key={`${index}-${group}`}>{group}</li>
        ))}
      </ol>
      <div className="lock-actions">
        <Button loading={print.isPending} onClick={() => print.mutate('pdf')}>
          打印用 PDF
        </Button>
        <Button loading={print.isPending} onClick={() => print.mutate('docx')}>
          打印用 Word
        </Button>
      </div>
      <p className="small faint">打印后请删除下载的文件。请把纸与电脑分开，放在带锁的柜子里。</p>
      {print.isError && <ErrorBlock inline error={print.error} />}
      <Checkbox checked={isKept} onChange={({ target }) => setKept(target.checked)}>
        已经打印或抄写，并核对无误
      </Checkbox>
    </Modal>
  )
}
