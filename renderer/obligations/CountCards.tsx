import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import { orpc } from '#renderer/api/client.ts'
import { useToday, useYear } from '#renderer/api/session.ts'

interface CountCardProps {
  readonly value: number
  readonly label: string
  readonly note?: string
  readonly link: string
}

function CountCard({ value, label, note, link }: CountCardProps) {
  return (
    <Link href={link} className="card count-card">
      <strong>{value}</strong>
      <span>{label}</span>
      {note && <span className="small faint">{note}</span>}
    </Link>
  )
}

/** Large numbers at the right: what waits for signing, what was decided and is not done, who is on the roster today. */
export function CountCards({ openFollowUps }: { readonly openFollowUps: number }) {
  const year = useYear()
  const today = useToday()
  const activities = useQuery(orpc.activities.list.queryOptions({ input: { year } }))
  const roster = useQuery(orpc.members.roster.queryOptions({ input: { date: today } }))
  const unsigned = activities.data?.filter((line) => line.state === 'toSign').length ?? 0
  const members = roster.data?.members ?? []
  return (
    <div className="count-cards">
      {activities.data && <CountCard value={unsigned} label="份待签字" link="/activities?state=toSign" />}
      <CountCard value={openFollowUps} label="项待落实" link="/follow-ups" />
      {roster.data && (
        <CountCard
          value={members.length}
          label="名党员"
          note={`${members.filter((member) => member.hasVote).length}名有表决权`}
          link="/members"
        />
      )}
    </div>
  )
}
