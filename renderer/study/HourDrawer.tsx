import { Drawer } from 'antd'
import { Link } from 'wouter'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { chineseDate } from '#shared/kernel/dates.ts'
import type { HourReport } from '#shared/study/contract.ts'
import { sourceNames } from './source-names.ts'

interface HourDrawerProps {
  readonly line: HourReport['lines'][number] | null
  readonly onClose: () => void
}

/** Every record behind one member's hours, each the way to it. */
export function HourDrawer({ line, onClose }: HourDrawerProps) {
  return (
    <Drawer open={line !== null} onClose={onClose} size={620} title={line ? `${line.name}的学时` : ''}>
      {line?.entries.length === 0 && <EmptyState title="还没有学时">会议记录里填了学时的，出席的党员自动计入。</EmptyState>}
      {line && line.entries.length > 0 && (
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
            {line.entries.map((entry) => (
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
      )}
    </Drawer>
  )
}
