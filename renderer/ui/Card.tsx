import { type ReactNode, useId } from 'react'

interface CardProps {
  readonly title?: ReactNode
  /** In small grey beside the title. */
  readonly note?: ReactNode
  /** At the right end of the title line. */
  readonly extra?: ReactNode
  readonly className?: string
  readonly children: ReactNode
}

/** White ground with a hairline; named by its title for screen readers. */
export function Card({ title, note, extra, className, children }: CardProps) {
  const id = useId()
  return (
    <section className={className ? `card ${className}` : 'card'} aria-labelledby={title ? id : undefined}>
      {title && (
        <div className="card-head">
          <h2 id={id}>{title}</h2>
          {note && <span className="small faint">{note}</span>}
          {extra && <span className="card-extra">{extra}</span>}
        </div>
      )}
      {children}
    </section>
  )
}
