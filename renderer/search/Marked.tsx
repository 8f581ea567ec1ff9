import { Fragment } from 'react'
import type { SearchHit } from '#shared/search/schema.ts'

interface MarkedProps {
  readonly text: string
  /** In UTF-16 units, in order, the end exclusive. */
  readonly stretches: SearchHit['highlights']
}

/** A text with its hits marked; the text stays text. */
export function Marked({ text, stretches }: MarkedProps) {
  return (
    <>
      {stretches.map(([start, end], index) => (
        <Fragment key={start}>
          {text.slice(stretches[index - 1]?.[1] ?? 0, start)}
          <mark>{text.slice(start, end)}</mark>
        </Fragment>
      ))}
      {text.slice(stretches.at(-1)?.[1] ?? 0)}
    </>
  )
}
