import { Link } from 'wouter'
import { Card } from '#renderer/ui/Card.tsx'
import { type RowsField, rowsOf } from '#shared/dossier/field.ts'
import { dossierKind } from '#shared/dossier/kinds/index.ts'
import type { Dossier } from '#shared/dossier/schema.ts'
import { contentTexts, rowTexts } from '#shared/dossier/text.ts'

const opinions = new Set(['党小组意见（接收）', '党小组意见（转正）'])

/** What was done for the person and what the group thinks: the words of the record, the newest last. */
export function FactsCard({ record }: { readonly record: Dossier }) {
  const kind = dossierKind(record.kind)
  const field = kind.fields.find((each): each is RowsField => each.type === 'rows')
  const sorted = rowsOf(field && record.content[field.key]).toSorted((a, b) =>
    String(a['date'] ?? '') < String(b['date'] ?? '') ? -1 : 1,
  )
  const steps = field ? rowTexts(field, sorted) : []
  const texts = contentTexts(kind, record.content).filter(({ label }) => opinions.has(label))
  return (
    <Card title="培养考察和党小组意见" extra={<Link href={`/records/${record.id}`}>填写</Link>}>
      {steps.length === 0 && texts.length === 0 && (
        <p className="small soft">还没有填写。半年考察、集中培训、谈话等每做一次记一行；党小组的意见照原话填。</p>
      )}
      {steps.length > 0 && (
        <ul className="plain-list">
          {steps.map((cells) => (
            <li key={cells.join('|')}>{cells.filter((cell) => cell !== '').join('　')}</li>
          ))}
        </ul>
      )}
      {texts.map(({ label, text }) => (
        <p key={label} className="development-opinion">
          <span className="small soft">{label}</span>
          {text}
        </p>
      ))}
    </Card>
  )
}
