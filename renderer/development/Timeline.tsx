import type { Step } from '#shared/development/steps.ts'
import { chineseDate } from '#shared/kernel/dates.ts'
import './development.css'
import { stepWords } from './words.ts'

/** What the line of time shows of a step. */
export type TimelineStep = Pick<Step, 'label' | 'date' | 'state' | 'note' | 'source'> & { readonly key: string }

/** A line of time: every step with its day, what comes next, what is late, and the article. */
export function Timeline({ steps }: { readonly steps: readonly TimelineStep[] }) {
  return (
    <ol className="timeline">
      {steps.map(({ key, label, date, state, note, source }) => {
        const words = stepWords[state]
        return (
          <li key={key} className={`is-${state}`}>
            <span className={`pill ${words.className}`}>
              <span aria-hidden="true">{words.sign}</span>
              {words.text}
            </span>
            <span className={date === null ? 'faint' : ''}>{date === null ? '　' : chineseDate(date)}</span>
            <span title={source}>
              {label}
              {note !== '' && state !== 'done' && <span className="small faint">　{note}</span>}
            </span>
          </li>
        )
      })}
    </ol>
  )
}
