import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { orpc } from '#renderer/api/client.ts'
import { ErrorBlock } from '#renderer/ui/ErrorBlock.tsx'
import { octetsText } from '#shared/kernel/octets.ts'
import type { PackChoice, PackLayout } from '#shared/packs/schema.ts'
import { RecordPicker } from './RecordPicker.tsx'
import { shownPath } from './words.ts'

interface PlanViewProps {
  readonly year: number
  readonly kind: PackChoice['kind']
  readonly layout: PackLayout
  /** A passphrase is given, under which everything goes along. */
  readonly isSealed: boolean
  /** Ids of what was unticked. */
  readonly exclude: readonly string[]
  readonly onExclude: (exclude: readonly string[]) => void
}

/** What will be in the pack, and what is left out and why. */
export function PlanView({ year, kind, layout, isSealed, exclude, onExclude }: PlanViewProps) {
  const plan = useQuery(
    orpc.packs.plan.queryOptions({
      input: { year, kind, layout, isSealed, exclude: [...exclude] },
      placeholderData: keepPreviousData,
    }),
  )
  if (plan.isPending) return <p className="soft">正在整理清单…</p>
  if (plan.isError) return <ErrorBlock inline error={plan.error} />
  const { name, files, octets, notes, records, scheme } = plan.data
  return (
    <div className="plan">
      <p>
        <b>{name}</b>
        <span className="soft plan-size">
          {files.length} 个文件，约 {octetsText(octets)}
        </span>
      </p>
      {scheme !== null && <p className="small soft">按本年度的方案编排：{scheme}</p>}
      {notes.length > 0 && (
        <ul className="plan-notes" aria-label="未收入的内容">
          {notes.map((note) => (
            <li key={note} className="small soft">
              {note}
            </li>
          ))}
        </ul>
      )}
      {records.length > 0 && <RecordPicker records={records} exclude={exclude} onChange={onExclude} />}
      <details>
        <summary>看文件清单</summary>
        <ol className="plan-files">
          {files.map((file) => (
            <li key={file.path} className="small">
              <span>{shownPath(file.path)}</span>
              <span className="faint push">{file.octets === null ? '导出时生成' : octetsText(file.octets)}</span>
            </li>
          ))}
        </ol>
      </details>
    </div>
  )
}
