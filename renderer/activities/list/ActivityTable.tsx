import { Button } from 'antd'
import { Link } from 'wouter'
import { activityStateNames, originNames, purposeNames } from '#shared/activities/labels.ts'
import type { ActivityLine } from '#shared/activities/schema.ts'
import { chineseMonthDay, weekdayName } from '#shared/kernel/dates.ts'
import type { MonthGroup } from './group-lines.ts'
import { SignedBack } from './SignedBack.tsx'

interface ActivityTableProps {
  readonly groups: readonly MonthGroup[]
  readonly onRemove: (line: ActivityLine) => void
}

/** The records of the year by month; the name opens the record. */
export function ActivityTable({ groups, onRemove }: ActivityTableProps) {
  return (
    <table className="activity-table">
      <thead>
        <tr>
          <th scope="col">日期</th>
          <th scope="col">类型</th>
          <th scope="col">名称</th>
          <th scope="col" className="number">
            应到/实到
          </th>
          <th scope="col">状态</th>
          <th scope="col">记录编号</th>
          <th scope="col">
            <span className="screen-reader-only">操作</span>
          </th>
        </tr>
      </thead>
      {groups.map((group) => (
        <tbody key={group.month}>
          <tr className="month-row">
            <th scope="rowgroup" colSpan={7}>
              {group.label}
              <span className="small faint">　{group.lines.length} 次</span>
            </th>
          </tr>
          {group.lines.map((line) => (
            <ActivityRow key={line.id} line={line} onRemove={() => onRemove(line)} />
          ))}
        </tbody>
      ))}
    </table>
  )
}

function ActivityRow({ line, onRemove }: { readonly line: ActivityLine; readonly onRemove: () => void }) {
  const kinds = line.purposes.map((purpose) => purposeNames[purpose]).join('、')
  return (
    <tr>
      <td className="nowrap">
        {chineseMonthDay(line.date)} <span className="faint small">{weekdayName(line.date)}</span>
      </td>
      <td className="nowrap">
        {kinds}
        {line.groupName !== '' && <span className="faint small">　{line.groupName}</span>}
      </td>
      <td className="title-cell">
        <Link href={line.state === 'planned' ? `/plans/${line.id}` : `/activities/${line.id}`}>
          {line.title === '' ? kinds : line.title}
        </Link>
        {line.attachments > 0 && <span className="faint small">　附件 {line.attachments}</span>}
      </td>
      <td className="number nowrap">
        {line.due} / {line.state === 'planned' ? '—' : <b>{line.present}</b>}
      </td>
      <td className="nowrap">
        <StateWord line={line} />
      </td>
      <td className="nowrap faint small">{line.recordNumber}</td>
      <td className="nowrap row-tools">
        {line.state === 'toSign' && <SignedBack id={line.id} title={line.title} size="small" />}
        {line.state !== 'planned' && (
          <Link href={`/activities/${line.id}/preview`} aria-label={`预览打印${line.title}`}>
            预览
          </Link>
        )}
        <Button type="text" size="small" aria-label={`删除${line.title}`} onClick={onRemove}>
          删除
        </Button>
      </td>
    </tr>
  )
}

/** 待签字 and how the record came to be, where that is not the usual way. */
function StateWord({ line }: { readonly line: ActivityLine }) {
  return (
    <span className="state-words">
      <span className={`pill ${line.state === 'signed' ? 'state-done' : 'state-open'}`}>{activityStateNames[line.state]}</span>
      {line.origin !== 'typed' && <span className="pill state-quiet">{originNames[line.origin]}</span>}
      {line.isLate && <span className="pill state-explained">补录</span>}
    </span>
  )
}
