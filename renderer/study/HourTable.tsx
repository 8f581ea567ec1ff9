import { Button } from 'antd'
import { Link } from 'wouter'
import { cadreMissing, cadreTargetText, hoursText, memberMissing, missingText } from '#shared/documents/tables/hour-table.ts'
import { memberCategoryNames } from '#shared/members/labels.ts'
import type { HourReport } from '#shared/study/contract.ts'
import { memberSources, noTarget } from '#shared/study/hours.ts'
import { sourceNames } from '#shared/study/labels.ts'
import type { ShownHours } from './HourDrawer.tsx'

interface NumberProps extends ShownHours {
  readonly hours: number
  readonly onShow: (shown: ShownHours) => void
  /** What is written in the place of the number alone. */
  readonly text?: string | null
}

/** A number that opens its records; nothing where there are none. */
function HourNumber({ line, of, hours, onShow, text = hoursText(hours) }: NumberProps) {
  const name = of === 'total' ? '合计' : of === 'cadreAll' ? '干部学时' : sourceNames[of]
  if (hours === 0) return of === 'total' ? 0 : null
  return (
    <Button
      type="link"
      size="small"
      aria-label={`${line.name}${name}${hoursText(hours)}，看记录`}
      onClick={() => onShow({ line, of })}
    >
      {text}
    </Button>
  )
}

interface HourTableProps {
  readonly report: HourReport
  readonly onShow: (shown: ShownHours) => void
}

/** Table 8.3: a line for each member in roster order; every number opens its records, the name the member's own page. */
export function HourTable({ report, onShow }: HourTableProps) {
  return (
    <table className="dossier-list">
      <thead>
        <tr>
          <th scope="col">姓名</th>
          <th scope="col">类别</th>
          <th scope="col">目标</th>
          {memberSources.map((source) => (
            <th key={source} scope="col">
              {sourceNames[source]}
            </th>
          ))}
          <th scope="col">合计</th>
          <th scope="col">差额</th>
          <th scope="col">{sourceNames.cadre}</th>
          {report.asksCadreHours && (
            <>
              <th scope="col">干部学时目标</th>
              <th scope="col">干部学时差额</th>
            </>
          )}
        </tr>
      </thead>
      <tbody>
        {report.lines.map((line) => (
          <tr key={line.personId}>
            <th scope="row">
              <Link href={`/study/members/${line.personId}`}>{line.name}</Link>
            </th>
            <td>{memberCategoryNames[line.category]}</td>
            <td>{line.target ?? noTarget}</td>
            {memberSources.map((source) => (
              <td key={source}>
                <HourNumber line={line} of={source} hours={line.hours[source]} onShow={onShow} />
              </td>
            ))}
            <td>
              <HourNumber line={line} of="total" hours={line.total} onShow={onShow} />
            </td>
            <td>{missingText(memberMissing(report, line))}</td>
            <td>
              <HourNumber line={line} of="cadre" hours={line.hours.cadre} onShow={onShow} />
            </td>
            {report.asksCadreHours && (
              <>
                <td>
                  {line.cadre && line.cadre.from < line.cadre.to && line.cadre.sum > 0 ? (
                    <HourNumber line={line} of="cadreAll" hours={line.cadre.sum} onShow={onShow} text={cadreTargetText(line)} />
                  ) : (
                    (cadreTargetText(line) ?? '—')
                  )}
                </td>
                <td>{missingText(cadreMissing(report, line))}</td>
              </>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
