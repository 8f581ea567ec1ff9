import { Link } from 'wouter'
import { Card } from '#renderer/ui/Card.tsx'
import { inspectionKindNames, inspectionKindNotes } from '#shared/inspection/labels.ts'
import type { Inspection, InspectionKind } from '#shared/inspection/schema.ts'

interface FindingGroupProps {
  readonly kind: InspectionKind
  readonly inspection: Inspection
}

/** The findings of one kind, each with a way to the records it names. */
export function FindingGroup({ kind, inspection }: FindingGroupProps) {
  const findings = inspection.findings.filter((finding) => finding.kind === kind)
  if (findings.length === 0) return null
  const named = new Map(inspection.records.map((record) => [record.id, record]))
  return (
    <Card title={inspectionKindNames[kind]} note={`${findings.length} 项。${inspectionKindNotes[kind]}`}>
      <ul className="finding-list">
        {findings.map(({ text, records, sources }) => (
          <li key={`${text} ${records.join(' ')}`}>
            <p>{text}</p>
            {sources.length > 0 && <p className="small faint">{sources.join('；')}</p>}
            {records.length > 0 && (
              <p className="small finding-links">
                {records.map((id) => {
                  const record = named.get(id)
                  return (
                    <Link key={id} href={`/${record?.type === 'dossier' ? 'records' : 'activities'}/${id}`}>
                      {record ? `${record.date} ${record.title}` : '打开记录'}
                    </Link>
                  )
                })}
              </p>
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}
