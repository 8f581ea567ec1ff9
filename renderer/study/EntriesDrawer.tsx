import { Drawer } from 'antd'
import { Link } from 'wouter'
import { chineseDate } from '#shared/kernel/dates.ts'
import type { StudyEntries } from '#shared/study/contract.ts'

/** The records behind one figure. */
export interface ShownEntries {
  readonly title: string
  readonly entries: StudyEntries
}

/** Every record behind a figure, each the way to it. */
export function EntriesDrawer({ shown, onClose }: { readonly shown: ShownEntries | null; readonly onClose: () => void }) {
  const hasHours = shown?.entries.some(({ hours }) => hours !== null) ?? false
  return (
    <Drawer open={shown !== null} onClose={onClose} size={620} title={shown?.title ?? ''}>
      {shown && (
        <table className="dossier-list">
          <thead>
            <tr>
              <th scope="col">日期</th>
              <th scope="col">记录</th>
              {hasHours && <th scope="col">学时</th>}
            </tr>
          </thead>
          <tbody>
            {shown.entries.map((entry) => (
              <tr key={entry.recordId}>
                <td>{chineseDate(entry.date)}</td>
                <td>
                  <Link href={`/${entry.isSitting ? 'activities' : 'records'}/${entry.recordId}`}>{entry.title}</Link>
                </td>
                {hasHours && <td>{entry.hours ?? ''}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Drawer>
  )
}
