import { Button } from 'antd'
import { Link, useLocation } from 'wouter'
import { Card } from '#renderer/ui/Card.tsx'
import type { TodoLine } from './todo.ts'

const shownLines = 10

const kindNames: Record<TodoLine['kind'], string> = { draft: '草稿', missing: '未记录', open: '待开' }

/** 「近期要办」: at most ten lines, each with the button that does it. */
export function TodoCard({ lines }: { readonly lines: readonly TodoLine[] }) {
  const [, navigate] = useLocation()
  return (
    <Card
      title="近期要办"
      note={`${lines.length}项`}
      extra={lines.length > shownLines && <Link href="/summary">看全部</Link>}
      className="todo-card"
    >
      {lines.length === 0 && <p className="soft todo-none">没有要办的，都已记录。</p>}
      <ul>
        {lines.slice(0, shownLines).map((line) => (
          <li key={line.key} className="todo-line">
            <span className={`todo-dot todo-${line.kind}`} role="img" aria-label={kindNames[line.kind]} />
            <span className="todo-text">
              <span className="todo-title" title={line.title}>
                {line.title}
              </span>
              <span className="small faint todo-note" title={line.note}>
                {line.note}
              </span>
            </span>
            <Button size="small" aria-label={`${line.button}：${line.title}，${line.note}`} onClick={() => navigate(line.link)}>
              {line.button}
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  )
}
