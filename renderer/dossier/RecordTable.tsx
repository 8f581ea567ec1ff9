import { Link } from 'wouter'
import type { DossierKind } from '#shared/dossier/kind.ts'
import type { Dossier } from '#shared/dossier/schema.ts'
import { statusText } from '#shared/dossier/text.ts'
import { chineseDate } from '#shared/kernel/dates.ts'
import './dossier.css'

/** Records of one kind, each the way to its form. */
export function RecordTable({ kind, records }: { kind: DossierKind; records: readonly Dossier[] }) {
  return (
    <table className="dossier-list">
      <thead>
        <tr>
          <th scope="col">{kind.dateLabel ?? '日期'}</th>
          <th scope="col">名称</th>
          {kind.roles && <th scope="col">人员</th>}
          {kind.statuses && <th scope="col">进展</th>}
          <th scope="col">附件</th>
          <th scope="col">记录编号</th>
        </tr>
      </thead>
      <tbody>
        {records.map((record) => (
          <tr key={record.id}>
            <td>{chineseDate(record.date)}</td>
            <td>
              <Link href={`/records/${record.id}`}>{record.title}</Link>
              {record.isLate && <span className="small faint"> 补录</span>}
            </td>
            {kind.roles && <td>{record.people.map(({ name }) => name).join('、')}</td>}
            {kind.statuses && <td>{statusText(kind, record.status)}</td>}
            <td>{record.attachments.length === 0 ? '' : `${record.attachments.length}个`}</td>
            <td className="soft">{record.recordNumber}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
