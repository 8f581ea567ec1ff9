import type { ReactNode } from 'react'

interface RowProps {
  readonly label: ReactNode
  /** The field the label belongs to; without it the row is a group named by the label. */
  readonly htmlFor?: string
  readonly id?: string
  readonly children: ReactNode
}

/** One line of the form: the label stands where it stands on paper, left of the field. */
export function Row({ label, htmlFor, id, children }: RowProps) {
  return (
    <div className="form-row" id={id}>
      <div className="form-label">{htmlFor ? <label htmlFor={htmlFor}>{label}</label> : <span>{label}</span>}</div>
      <div className="form-fields">{children}</div>
    </div>
  )
}

/** A label inside a line that has several fields. */
export function InlineLabel({ htmlFor, children }: { readonly htmlFor: string; readonly children: ReactNode }) {
  return (
    <label className="inline-label" htmlFor={htmlFor}>
      {children}
    </label>
  )
}

interface PairProps extends Pick<RowProps, 'label' | 'children'> {
  readonly htmlFor: string
}

/** A label and its field that are never on different lines. */
export function Pair({ label, htmlFor, children }: PairProps) {
  return (
    <span className="form-pair">
      <InlineLabel htmlFor={htmlFor}>{label}</InlineLabel>
      {children}
    </span>
  )
}
