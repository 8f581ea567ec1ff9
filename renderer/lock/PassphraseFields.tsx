import { Input } from 'antd'
import { useId, useState } from 'react'
import { newPassphraseSchema } from '#shared/lock/schema.ts'

export interface NewPassphrase {
  readonly first: string
  readonly second: string
  /** What is wrong with the two, or null. */
  readonly problem: string | null
  set(patch: { readonly first?: string; readonly second?: string }): void
  clear(): void
}

/** A new passphrase, typed twice. */
export function useNewPassphrase(): NewPassphrase {
  const [typed, setTyped] = useState({ first: '', second: '' })
  const parsed = newPassphraseSchema.safeParse(typed.first)
  const own = parsed.success ? null : (parsed.error.issues[0]?.message ?? '')
  return {
    ...typed,
    problem: own ?? (typed.first === typed.second ? null : '两次输入的口令不一样'),
    set: (patch) => setTyped((before) => ({ ...before, ...patch })),
    clear: () => setTyped({ first: '', second: '' }),
  }
}

interface PassphraseInputProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly isNew?: boolean
  readonly autoFocus?: boolean
}

/** One passphrase; a button shows what was typed, because input methods surprise. */
export function PassphraseInput({ label, value, onChange, isNew = false, autoFocus = false }: PassphraseInputProps) {
  const id = useId()
  return (
    <>
      <label htmlFor={id} className="lock-label">
        {label}
      </label>
      <Input.Password
        id={id}
        value={value}
        maxLength={200}
        autoFocus={autoFocus}
        autoComplete={isNew ? 'new-password' : 'current-password'}
        onChange={({ target }) => onChange(target.value)}
      />
    </>
  )
}

/** The two fields of a new passphrase, and what is wrong with them once both were typed. */
export function NewPassphraseFields({ typed, isAsked }: { readonly typed: NewPassphrase; readonly isAsked: boolean }) {
  return (
    <>
      <PassphraseInput isNew label="新口令" value={typed.first} onChange={(first) => typed.set({ first })} />
      <PassphraseInput isNew label="再输一次新口令" value={typed.second} onChange={(second) => typed.set({ second })} />
      <p
        className={isAsked && typed.problem ? 'small import-skip' : 'small faint'}
        role={isAsked && typed.problem ? 'alert' : undefined}
      >
        {(isAsked && typed.problem) || '至少 8 个字符，中文、字母、数字都可以。几个不相干的词比一个难记的词更好。'}
      </p>
    </>
  )
}
