import { Button, Checkbox } from 'antd'
import { Link } from 'wouter'
import { chineseDate } from '#shared/kernel/dates.ts'
import type { Task } from '#shared/tasks/schema.ts'
import { taskStateWords } from './words.ts'

interface TaskTableProps {
  readonly tasks: readonly Task[]
  readonly isBusy: boolean
  readonly onTick: (task: Task) => void
  readonly onEdit: (task: Task) => void
}

/** The year's tasks by their day, each with its tick. */
export function TaskTable({ tasks, isBusy, onTick, onEdit }: TaskTableProps) {
  return (
    <table className="dossier-list task-table">
      <thead>
        <tr>
          <th scope="col">完成</th>
          <th scope="col">任务</th>
          <th scope="col">责任人</th>
          <th scope="col">时限</th>
          <th scope="col">进展</th>
          <th scope="col">完成情况</th>
          <th scope="col">
            <span className="screen-reader-only">操作</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {tasks.map((task) => {
          const words = taskStateWords[task.state]
          return (
            <tr key={`${task.recordId} ${task.index}`}>
              <td>
                <Checkbox
                  aria-label={`完成：${task.task}`}
                  checked={task.doneOn !== null}
                  disabled={isBusy}
                  onChange={() => onTick(task)}
                />
              </td>
              <td>
                {task.task}
                <span className="small faint task-from">
                  <Link href={`/records/${task.recordId}`}>{task.listTitle}</Link> {task.recordNumber}
                </span>
              </td>
              <td>{task.owner}</td>
              <td className="nowrap">{task.dueOn === null ? '' : chineseDate(task.dueOn)}</td>
              <td className="nowrap">
                <span className={`pill ${words.className}`}>
                  <span aria-hidden="true">{words.sign}</span>
                  {words.text}
                </span>
              </td>
              <td>
                {task.doneOn !== null && <span className="nowrap">{chineseDate(task.doneOn)} </span>}
                {task.note}
              </td>
              <td className="nowrap">
                <Button size="small" aria-label={`写完成情况：${task.task}`} onClick={() => onEdit(task)}>
                  {task.doneOn === null ? '写完成情况' : '修改'}
                </Button>
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
