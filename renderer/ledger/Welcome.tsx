import { useMutation } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { type FormEvent, useId, useState } from 'react'
import { orpc } from '#renderer/api/client.ts'
import { ErrorBlock } from '#renderer/ui/ErrorBlock.tsx'
import type { LedgerStatus } from '#shared/ledger/schema.ts'
import { OutsideRestore } from './OutsideRestore.tsx'
import { DataFolder, StartScreen } from './StartScreen.tsx'

/** First start: whose handbook this is, where the data lives, what must not be typed in. */
export function Welcome({ status }: { readonly status: LedgerStatus }) {
  const id = useId()
  const [name, setName] = useState('')
  const [asked, setAsked] = useState(false)
  const create = useMutation(orpc.ledger.create.mutationOptions())
  const isMissing = asked && name.trim() === ''
  const begin = (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (name.trim() !== '') create.mutate({ name: name.trim() })
  }
  return (
    <StartScreen>
      <h1>欢迎使用支部手册</h1>
      <p className="soft">会议只记一次，年度情况、会议记录和佐证材料都从这里生成。</p>
      <form onSubmit={begin}>
        <label htmlFor={id} className="field-label">
          党支部名称
        </label>
        <Input
          id={id}
          size="large"
          value={name}
          maxLength={60}
          autoFocus
          placeholder="如：某局机关第三党支部"
          status={isMissing ? 'error' : ''}
          aria-describedby={`${id}-hint`}
          aria-invalid={isMissing}
          onChange={(event) => setName(event.target.value)}
        />
        <p id={`${id}-hint`} className={isMissing ? 'small import-skip' : 'small faint'} role={isMissing ? 'alert' : undefined}>
          {isMissing ? '请先填写党支部名称' : '印在会议记录上的名称，以后可在「设置」里改。'}
        </p>
        <DataFolder directory={status.directory} />
        <p className="small faint">全部数据只在这个文件夹里，不上传、不联网；换电脑时把它整个复制过去。</p>
        <p className="secrecy-notice">
          本软件为非涉密工作软件，严禁录入、存储、处理、传输国家秘密和工作秘密等不得公开的内部信息。请勿在涉密计算机上使用本软件，请勿将涉密信息录入会议记录、附件和佐证材料。
        </p>
        {create.isError && <ErrorBlock inline error={create.error} />}
        <div className="start-actions">
          <Button type="primary" size="large" htmlType="submit" loading={create.isPending}>
            开始使用
          </Button>
          <Button size="large" disabled={create.isPending} onClick={() => create.mutate({ sample: true })}>
            用示例支部试一试
          </Button>
        </div>
      </form>
      <details>
        <summary>从 U 盘上的备份恢复</summary>
        <OutsideRestore />
      </details>
    </StartScreen>
  )
}
