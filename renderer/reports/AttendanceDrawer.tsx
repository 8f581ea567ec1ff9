import { Drawer } from 'antd'
import { Link } from 'wouter'
import { absenceReasonNames, purposeNames } from '#shared/activities/labels.ts'
import { chineseDateWithWeekday } from '#shared/kernel/dates.ts'
import type { AttendanceLine } from '#shared/reports/schema.ts'
import { outcomeNames } from './attendance-words.ts'

/** The meetings behind a member's numbers: by kind, then one by one, each a way to its record. */
export function AttendanceDrawer({ line, onClose }: { readonly line: AttendanceLine | null; readonly onClose: () => void }) {
  return (
    <Drawer
      open={line !== null}
      onClose={onClose}
      size={520}
      title={line ? `${line.name} 应参加${line.due}次，实到${line.present}次` : ''}
    >
      <ul className="small soft">
        {line?.kinds.map(({ purpose, due, present, leave, unexcused, exemptDue }) => (
          <li key={purpose}>
            {purposeNames[purpose]}：应到{due}，实到{present}，请假{leave}，未请假{unexcused}
            {exemptDue > 0 && `，不作硬性要求${exemptDue}`}
          </li>
        ))}
      </ul>
      <ol className="record-list">
        {line?.records.map((record) => (
          <li key={`${record.activityId} ${record.purpose}`}>
            <Link href={`/activities/${record.activityId}`}>{record.title}</Link>
            <span className="small faint">
              {chineseDateWithWeekday(record.date)} {outcomeNames[record.outcome]}
              {record.outcome === 'leave' && record.reason && `（${absenceReasonNames[record.reason]}）`}
            </span>
          </li>
        ))}
      </ol>
    </Drawer>
  )
}
