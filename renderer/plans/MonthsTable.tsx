import { Button } from 'antd'
import { Link, useLocation } from 'wouter'
import { StatePill } from '#renderer/ui/StatePill.tsx'
import { activityStateNames } from '#shared/activities/labels.ts'
import { chineseMonthDay, type PlainDate, weekdayName } from '#shared/kernel/dates.ts'
import type { MonthDuty, PlanMonth } from './plan-months.ts'

/** The months with what is planned in each and what is not yet. */
export function MonthsTable({ months, today }: { readonly months: readonly PlanMonth[]; readonly today: PlainDate }) {
  return (
    <table className="months-table">
      <thead>
        <tr>
          <th scope="col">月份</th>
          <th scope="col">已计划</th>
          <th scope="col">还没有安排</th>
          <th scope="col">任务</th>
        </tr>
      </thead>
      <tbody>
        {months.map((month) => (
          <tr key={month.id}>
            <th scope="row">
              {month.name}
              {month.id === today.slice(0, 7) && <span className="pill state-open">本月</span>}
              {month.recorded > 0 && <span className="small faint months-recorded">已记录{month.recorded}次</span>}
            </th>
            <td>
              <ul>
                {month.planned.map((line) => (
                  <li key={line.id}>
                    <Link href={`/plans/${line.id}`}>{line.title}</Link>
                    <span className="small faint">
                      {chineseMonthDay(line.date)}
                      {weekdayName(line.date)} {line.startTime ?? ''}{' '}
                      {line.date < today ? '已过，请记录' : activityStateNames[line.state]}
                    </span>
                  </li>
                ))}
              </ul>
              {month.planned.length === 0 && <span className="faint">—</span>}
            </td>
            <td>
              <ul className="months-duties">
                {month.duties.map((duty) => (
                  <Duty key={duty.key} duty={duty} />
                ))}
              </ul>
              {month.duties.length === 0 && <span className="faint">—</span>}
            </td>
            <td>
              <ul>
                {month.tasks.map((task) => (
                  <li key={`${task.recordId} ${task.index}`}>
                    <Link href="/tasks">{task.task}</Link>
                    <span className="small faint">
                      {[chineseMonthDay(task.dueOn ?? today), task.owner].filter((part) => part !== '').join(' ')}
                      {task.state === 'overdue' && '，已过期'}
                    </span>
                  </li>
                ))}
              </ul>
              {month.tasks.length === 0 && <span className="faint">—</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Duty({ duty }: { readonly duty: MonthDuty }) {
  const [, navigate] = useLocation()
  const { link, label } = duty
  return (
    <li>
      {link === null ? (
        <>
          {label} <StatePill state={duty.state} />
        </>
      ) : (
        <Button size="small" title="准备" aria-label={`准备${label}`} onClick={() => navigate(link)}>
          {label}
        </Button>
      )}
    </li>
  )
}
