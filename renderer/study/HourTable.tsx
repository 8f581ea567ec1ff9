import { Button } from 'antd'
import { memberCategoryNames } from '#shared/members/labels.ts'
import type { HourReport } from '#shared/study/contract.ts'
import { sourceNames } from './source-names.ts'

const columns = ['group', 'training', 'superiorTraining', 'online', 'selfStudy'] as const

interface HourTableProps {
  readonly report: HourReport
  readonly onShow: (personId: string) => void
}

/** Table 8.3: a line for each member in roster order. */
export function HourTable({ report, onShow }: HourTableProps) {
  return (
    <table className="dossier-list">
      <thead>
        <tr>
          <th scope="col">姓名</th>
          <th scope="col">类别</th>
          <th scope="col">目标</th>
          {columns.map((source) => (
            <th key={source} scope="col">
              {sourceNames[source]}
            </th>
          ))}
          <th scope="col">合计</th>
          <th scope="col">差额</th>
          <th scope="col">干部学时（另计）</th>
        </tr>
      </thead>
      <tbody>
        {report.lines.map((line) => (
          <tr key={line.personId}>
            <th scope="row">
              <Button type="link" size="small" onClick={() => onShow(line.personId)}>
                {line.name}
              </Button>
            </th>
            <td>{memberCategoryNames[line.category]}</td>
            <td>{line.target ?? '不作要求'}</td>
            {columns.map((source) => (
              <td key={source}>{line.hours[source] || ''}</td>
            ))}
            <td>{line.total}</td>
            <td>{report.showsShortfall && line.missing > 0 ? line.missing : ''}</td>
            <td>{line.hours.cadre || ''}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
