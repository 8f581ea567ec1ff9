import { useMutation } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { client } from '#renderer/api/client.ts'
import { Card } from '#renderer/ui/Card.tsx'
import { ErrorBlock } from '#renderer/ui/ErrorBlock.tsx'
import type { Dossier } from '#shared/dossier/schema.ts'
import type { SaveMember } from '#shared/members/schema.ts'

interface OfferCardProps {
  readonly record: Dossier
  readonly offer: { readonly changes: readonly string[]; readonly notes: readonly string[]; readonly input: SaveMember }
}

/** What the roster would take over; it is changed only by the button. */
export function OfferCard({ record, offer }: OfferCardProps) {
  const { message } = App.useApp()
  const apply = useMutation({
    mutationFn: async () => {
      const { person } = await client.members.save(offer.input)
      const applicant = record.people.find(({ role }) => role === 'applicant')
      if (!applicant || applicant.personId === person.id) return
      // From now on the record is about that row of the roster.
      await client.dossier.save({
        kind: record.kind,
        id: record.id,
        revision: record.revision,
        date: record.date,
        endDate: record.endDate,
        forYear: record.forYear,
        title: record.title,
        status: record.status,
        people: record.people.map((each) => (each === applicant ? { ...each, personId: person.id } : each)),
        content: record.content,
        tags: record.tags,
        links: record.links,
        origin: record.origin === 'fromPaper' ? 'fromPaper' : 'typed',
      })
    },
    onSuccess: () => void message.success('党员名册已更新'),
  })
  return (
    <Card title="党员名册" note="和这条记录不一致，确认后才改">
      <ul className="plain-list">
        {offer.changes.map((change) => (
          <li key={change}>{change}</li>
        ))}
      </ul>
      {offer.notes.map((note) => (
        <p key={note} className="small soft">
          {note}
        </p>
      ))}
      <Button loading={apply.isPending} onClick={() => apply.mutate()}>
        更新党员名册
      </Button>
      {apply.isError && <ErrorBlock inline error={apply.error} />}
    </Card>
  )
}
