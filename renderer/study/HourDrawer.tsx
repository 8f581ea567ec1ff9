import { Drawer } from 'antd'
import { Link } from 'wouter'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { dossierKind } from '#shared/dossier/kinds/index.ts'
import { chineseDate } from '#shared/kernel/dates.ts'
import type { HourReport } from '#shared/study/contract.ts'
import type { HourSource } from '#shared/study/hours.ts'
import { sourceNames } from '#shared/study/labels.ts'

type Line = HourReport['lines'][number]

/** Which number of a member was pressed: of one source, or all that count; `cadreAll`: every year of the cadre ledger. */
export interface ShownHours {
  readonly line: Line
  readonly of: HourSource | 'total' | 'cadreAll'
}

function entriesOf({ line, of }: ShownHours) {
  if (of === 'cadreAll')
    return (line.cadre?.entries ?? []).map((entry) => ({ ...entry, source: 'cadre' as const, isSitting: false }))
  return line.entries.filter(({ source }) => (of === 'total' ? source !== 'cadre' : source === of))
}

/** Records by which a member gets hours beside the meetings. */
const registered = ['centralTraining', 'onlineHours', 'makeUpStudy'].map(dossierKind)

/** The records of one number, each the way to it. */
export function HourDrawer({ shown, onClose }: { readonly shown: ShownHours | null; readonly onClose: () => void }) {
  const entries = shown ? entriesOf(shown) : []
  const what = shown && (shown.of === 'total' ? '学时' : shown.of === 'cadreAll' ? '干部学时' : `学时：${sourceNames[shown.of]}`)
  return (
    <Drawer open={shown !== null} onClose={onClose} size={620} title={shown ? `${shown.line.name}的${what}` : ''}>
      {shown && entries.length === 0 && <EmptyState title="还没有学时">会议记录里填了学时的，出席的党员自动计入。</EmptyState>}
      {shown && (
        <p className="soft">
          漏记的从这里补登：
          {registered.map(({ key, name }) => (
            <span key={key}>
              {' '}
              <Link href={`/records/new?kind=${key}&member=${shown.line.personId}`}>{name}</Link>
            </span>
          ))}
        </p>
      )}
      {entries.length > 0 && <HourEntries entries={entries} />}
    </Drawer>
  )
}

/** Records that gave hours, oldest first, each the way to it. */
export function HourEntries({ entries }: { readonly entries: Line['entries'] }) {
  return (
    <table className="dossier-list">
      <thead>
        <tr>
          <th scope="col">日期</th>
          <th scope="col">记录</th>
          <th scope="col">来源</th>
          <th scope="col">学时</th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <tr key={`${entry.recordId} ${entry.source}`}>
            <td>{chineseDate(entry.date)}</td>
            <td>
              <Link href={`/${entry.isSitting ? 'activities' : 'records'}/${entry.recordId}`}>{entry.title}</Link>
            </td>
            <td>{sourceNames[entry.source]}</td>
            <td>{entry.hours}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
