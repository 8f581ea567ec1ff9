import { useMutation } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { type FormEvent, useId, useState } from 'react'
import { orpc } from '#renderer/api/client.ts'
import { StartScreen } from '#renderer/ledger/StartScreen.tsx'
import { ErrorBlock } from '#renderer/ui/ErrorBlock.tsx'
import { useNewCode } from './code-store.ts'
import { NewPassphraseFields, PassphraseInput, useNewPassphrase } from './PassphraseFields.tsx'
import './lock.css'

/** In place of everything while the ledger waits for its passphrase. */
export function LockScreen() {
  const [usesCode, setUsesCode] = useState(false)
  return (
    <StartScreen>
      <h1>已锁定</h1>
      {usesCode ? <RecoverForm /> : <UnlockForm />}
      <p className="lock-switch">
        <Button type="link" onClick={() => setUsesCode(!usesCode)}>
          {usesCode ? '返回，用口令解锁' : '忘记口令？用恢复码解锁'}
        </Button>
      </p>
    </StartScreen>
  )
}

function UnlockForm() {
  const [passphrase, setPassphrase] = useState('')
  const unlock = useMutation(orpc.lock.unlock.mutationOptions())
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (passphrase !== '') unlock.mutate({ passphrase }, { onError: () => setPassphrase('') })
  }
  return (
    <form onSubmit={submit}>
      <p className="soft">
        输入口令后继续。正在填写的会议记录和工作记录已存为草稿，解锁后可以接着填；党员信息、设置等其他表单里没有保存的修改不保留。
      </p>
      <PassphraseInput label="口令" value={passphrase} onChange={setPassphrase} autoFocus />
      {unlock.isError && <ErrorBlock inline error={unlock.error} />}
      <div className="start-actions">
        <Button type="primary" size="large" htmlType="submit" loading={unlock.isPending}>
          解锁
        </Button>
      </div>
    </form>
  )
}

function RecoverForm() {
  const id = useId()
  const [code, setCode] = useState('')
  const [isAsked, setAsked] = useState(false)
  const typed = useNewPassphrase()
  const show = useNewCode((state) => state.show)
  const recover = useMutation(orpc.lock.recover.mutationOptions({ onSuccess: ({ recoveryCode }) => show(recoveryCode) }))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (code.trim() !== '' && typed.problem === null) recover.mutate({ code, passphrase: typed.first })
  }
  return (
    <form onSubmit={submit}>
      <p className="soft">照打印的恢复码输入 6 组字符，大小写和空格都可以，再设一个新口令。</p>
      <label htmlFor={id} className="lock-label">
        恢复码
      </label>
      <Input
        id={id}
        value={code}
        maxLength={100}
        autoFocus
        autoComplete="off"
        spellCheck={false}
        placeholder="如：7K3MQ-…（共 6 组）"
        onChange={({ target }) => setCode(target.value)}
      />
      <NewPassphraseFields typed={typed} isAsked={isAsked} />
      {recover.isError && <ErrorBlock inline error={recover.error} />}
      <div className="start-actions">
        <Button type="primary" size="large" htmlType="submit" loading={recover.isPending}>
          解锁并换成新口令
        </Button>
      </div>
    </form>
  )
}
