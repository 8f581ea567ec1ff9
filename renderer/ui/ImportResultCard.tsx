import type { ReactNode } from 'react'
import type { ImportResult, RowRemark } from '#shared/files/schema.ts'
import { Card } from './Card.tsx'

function RemarkList({ title, remarks }: { readonly title: string; readonly remarks: readonly RowRemark[] }) {
  if (remarks.length === 0) return null
  return (
    <div className="import-list">
      <h3>{title}</h3>
      <ul>
        {remarks.map(({ row, reason }) => (
          <li key={`${row} ${reason}`}>
            第 {row} 行：{reason}
          </li>
        ))}
      </ul>
    </div>
  )
}

interface ImportResultCardProps {
  readonly result: ImportResult
  readonly unit: string
  readonly actions: ReactNode
}

/** What an import did; the rows left out stay readable until the page is left. */
export function ImportResultCard({ result, unit, actions }: ImportResultCardProps) {
  return (
    <Card>
      <div role="status" className="import-done">
        <span className="pill state-done">✓ 已导入</span>
        <strong>
          {result.imported} {unit}
        </strong>
        <span className="soft">
          {result.skipped.length === 0 ? '没有遗漏的行' : `${result.skipped.length} 行没有导入`}
          {result.warnings.length > 0 && `，${result.warnings.length} 处需要核对`}
        </span>
      </div>
      <RemarkList title="没有导入的行" remarks={result.skipped} />
      <RemarkList title="请核对" remarks={result.warnings} />
      <div className="import-done-actions">{actions}</div>
    </Card>
  )
}
