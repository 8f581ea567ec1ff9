import { Button } from 'antd'
import { flushSync } from 'react-dom'

interface MoveButtonsProps {
  /** The list, by a name of its own on the page. */
  readonly list: string
  /** What is moved, for who does not see the arrows. */
  readonly what: string
  /** Its place in a list of `of`. */
  readonly at: number
  readonly of: number
  readonly onMove: (by: -1 | 1) => void
}

const words = { [-1]: '上移', 1: '下移' } as const
const steps = [-1, 1] as const

/** One place up or down in a list; the keyboard goes along with what is moved. */
export function MoveButtons({ list, what, at, of, onMove }: MoveButtonsProps) {
  const idOf = (place: number, by: -1 | 1) => `${list}-${place}-${by}`
  const canMove = (place: number, by: -1 | 1) => place + by >= 0 && place + by < of
  const move = (by: -1 | 1) => {
    flushSync(() => onMove(by))
    const place = at + by
    document.getElementById(idOf(place, canMove(place, by) ? by : by === 1 ? -1 : 1))?.focus()
  }
  return (
    <>
      {steps.map((by) => (
        <Button
          key={by}
          id={idOf(at, by)}
          size="small"
          type="text"
          aria-label={`${words[by]}${what}`}
          title={words[by]}
          disabled={!canMove(at, by)}
          onClick={() => move(by)}
        >
          {by === -1 ? '↑' : '↓'}
        </Button>
      ))}{' '}
    </>
  )
}
