import { type ReactNode, useId } from 'react'

interface LineProps {
  readonly label: string
  readonly isRequired?: boolean
  readonly hint?: string | undefined
  readonly children: ReactNode
}

/** One line of the form: what it is, the control, a hint below. */
export function FormLine({ label, isRequired = false, hint, children }: LineProps) {
  const id = useId()
  return (
    <div className="dossier-line" role="group" aria-labelledby={id}>
      <span id={id} className="dossier-label">
        {label}
        {isRequired && <span className="soft small">（必填）</span>}
      </span>
      <div className="dossier-control">
        {children}
        {hint && <p className="small faint">{hint}</p>}
      </div>
    </div>
  )
}
