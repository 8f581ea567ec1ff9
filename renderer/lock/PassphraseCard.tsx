import { useMutation, useQuery } from '@tanstack/react-query'
import { App, Button, Select } from 'antd'
import { type FormEvent, useId, useState } from 'react'
import { orpc } from '#renderer/api/client.ts'
import { useToday } from '#renderer/api/session.ts'
import { momentText } from '#renderer/ledger/words.ts'
import { Card } from '#renderer/ui/Card.tsx'
import { ErrorBlock } from '#renderer/ui/ErrorBlock.tsx'
import { idleChoices, type LockStatus } from '#shared/lock/schema.ts'
import { useNewCode } from './code-store.ts'
import { NewPassphraseFields, PassphraseInput, useNewPassphrase } from './PassphraseFields.tsx'
import { useLockNow } from './useLock.ts'

/** Sets, changes and removes the passphrase; when the window locks by itself. */
export function PassphraseCard() {
  const status = useQuery(orpc.lock.status.queryOptions({ input: {} }))
  const today = useToday()
  if (status.isError) return <ErrorBlock inline error={status.error} onRetry={() => void status.refetch()} />
  if (!status.data) return null
  const { isSet, setAt } = status.data
  return (
    <Card title="口令" note={isSet && setAt !== null ? `${momentText(setAt, today)} 设置` : '没有设置'}>
      <p>
        {isSet
          ? '身份证号、电话、住址、谈话内容、不公开的附件和草稿已加密，复制走数据文件夹也看不到。其余记录不加密。'
          : '设置口令后，身份证号、电话、住址、谈话内容、不公开的附件和草稿都加密保存，打开程序时要输入口令，离开座位会自动锁定。其余记录不加密，请不要把数据文件夹交给无关的人。'}
      </p>
      {isSet && <IdleLine status={status.data} />}
      <SetForm isSet={isSet} />
      {isSet && <RemoveForm />}
    </Card>
  )
}

function IdleLine({ status }: { readonly status: LockStatus }) {
  const id = useId()
  const setIdle = useMutation(orpc.lock.setIdle.mutationOptions())
  const lockNow = useLockNow()
  return (
    <div className="lock-line">
      <label htmlFor={id}>没有操作</label>
      <Select
        id={id}
        value={status.idleMinutes}
        loading={setIdle.isPending}
        style={{ width: 150 }}
        options={idleChoices.map((minutes) => ({ value: minutes, label: minutes === 0 ? '不自动锁定' : `${minutes} 分钟后锁定` }))}
        onChange={(minutes) => {
          const found = idleChoices.find((choice) => choice === minutes)
          if (found !== undefined) setIdle.mutate({ minutes: found })
        }}
      />
      <Button onClick={() => void lockNow()}>现在锁定</Button>
      <span className="small faint">Ctrl+Shift+L</span>
      {setIdle.isError && <ErrorBlock inline error={setIdle.error} />}
    </div>
  )
}

function SetForm({ isSet }: { readonly isSet: boolean }) {
  const [current, setCurrent] = useState('')
  const [isAsked, setAsked] = useState(false)
  const typed = useNewPassphrase()
  const show = useNewCode((state) => state.show)
  const set = useMutation(
    orpc.lock.set.mutationOptions({
      onSuccess: ({ recoveryCode }) => {
        setCurrent('')
        typed.clear()
        setAsked(false)
        show(recoveryCode)
      },
    }),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (typed.problem === null) set.mutate({ passphrase: typed.first, ...(isSet ? { current } : {}) })
  }
  return (
    <form onSubmit={submit} className="lock-form">
      <h3>{isSet ? '更换口令' : '设置口令'}</h3>
      {isSet && <PassphraseInput label="现在的口令" value={current} onChange={setCurrent} />}
      <NewPassphraseFields typed={typed} isAsked={isAsked} />
      {set.isError && <ErrorBlock inline error={set.error} />}
      <Button type="primary" htmlType="submit" loading={set.isPending}>
        {isSet ? '更换口令' : '设置口令'}
      </Button>
      {isSet && <p className="small faint">全部加密内容会用新的密钥重新加密，旧口令和旧恢复码从此打不开新的内容。</p>}
    </form>
  )
}

function RemoveForm() {
  const { modal } = App.useApp()
  const [current, setCurrent] = useState('')
  const remove = useMutation(orpc.lock.remove.mutationOptions({ onSuccess: () => setCurrent('') }))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    modal.confirm({
      title: '取消口令？',
      content: '身份证号、电话、谈话内容等将不加密地存放在数据文件夹里，谁打开文件夹都能看到。',
      okText: '取消口令',
      cancelText: '保留口令',
      onOk: () => remove.mutate({ current }),
    })
  }
  return (
    <details className="lock-form">
      <summary>取消口令</summary>
      <form onSubmit={submit}>
        <PassphraseInput label="口令" value={current} onChange={setCurrent} />
        {remove.isError && <ErrorBlock inline error={remove.error} />}
        <Button danger htmlType="submit" disabled={current === ''} loading={remove.isPending}>
          取消口令
        </Button>
      </form>
    </details>
  )
}
