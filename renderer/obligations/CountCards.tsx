import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import { orpc } from '#renderer/api/client.ts'
import { useToday, useYear } from '#renderer/api/session.ts'
import type { InspectionKind } from '#shared/inspection/schema.ts'

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

/** What 迎检自查 finds that is not finished, and stands elsewhere on the page already. */
const unfinished: ReadonlySet<InspectionKind> = new Set(['missing', 'unsigned', 'overdue'])

/** Large numbers at the right: what waits for signing, what was decided and is not done, who is on the roster today. */
export function CountCards({ openFollowUps }: { readonly openFollowUps: number }) {
  const year = useYear()
  const today = useToday()
  const activities = useQuery(orpc.activities.list.queryOptions({ input: { year } }))
  const roster = useQuery(orpc.members.roster.queryOptions({ input: { date: today } }))
  const inspection = useQuery(orpc.inspection.run.queryOptions({ input: { year } }))
  const contradictions = inspection.data?.findings.filter(({ kind }) => !unfinished.has(kind)).length
  const unsigned = activities.data?.filter((line) => line.state === 'toSign').length ?? 0
  const members = roster.data?.members ?? []
  return (
    <div className="count-cards">
      {activities.data && <CountCard value={unsigned} label="份待签字" link="/activities?state=toSign" />}
      <CountCard value={openFollowUps} label="项待落实" link="/follow-ups" />
      {contradictions !== undefined && <CountCard value={contradictions} label="处前后不一" link="/inspection" />}
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
