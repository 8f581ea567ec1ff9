import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import { orpc } from '#renderer/api/client.ts'
import { Card } from '#renderer/ui/Card.tsx'
import type { PlainDate } from '#shared/kernel/dates.ts'
import { yearOf } from '#shared/kernel/dates.ts'
import { makeUpAddress } from './MissedCard.tsx'

interface MakeUpCardProps {
  readonly sittingId: string
  readonly date: PlainDate
}

/** Beside a saved study session: who missed it, and the way to register that they made it up. */
export function MakeUpCard({ sittingId, date }: MakeUpCardProps) {
  const missed = useQuery(orpc.study.missed.queryOptions({ input: { year: yearOf(date) } }))
  const session = missed.data?.find((each) => each.sittingId === sittingId)
  if (!session) return null
  const open = session.people.filter(({ madeUpIn }) => madeUpIn === null)
  return (
    <Card title="缺席补学" className="side-card">
      <ul className="checklist">
        {session.people.map(({ personId, name, madeUpIn }) => (
          <li key={personId} className="check-line">
            <span className="check-sign" aria-hidden="true">
              {madeUpIn === null ? '○' : '✓'}
            </span>
            <span>
              {name}{' '}
              {madeUpIn === null ? (
                <Link href={makeUpAddress(sittingId, personId)} aria-label={`登记${name}补学`}>
                  登记补学
                </Link>
              ) : (
                <Link href={`/records/${madeUpIn}`} aria-label={`${name}的补学记录`}>
                  已补学
                </Link>
              )}
            </span>
          </li>
        ))}
      </ul>
      {open.length > 1 && <Link href={makeUpAddress(sittingId)}>{open.length}人一起登记</Link>}
    </Card>
  )
}
