import { Link } from 'wouter'
import type { CaseView } from '#shared/development/contract.ts'
import { chineseDate } from '#shared/kernel/dates.ts'
import '#renderer/dossier/dossier.css'
import { stageNames, stepWords } from './words.ts'

/** What comes next for somebody: the first thing that is late, otherwise the next step. */
function nextOf({ steps, stage }: CaseView) {
  if (stage === 'ended') return null
  return steps.find(({ state }) => state === 'overdue') ?? steps.find(({ state }) => state === 'open') ?? null
}

/** Everybody on the way into the Party, one line each. */
export function CaseTable({ cases }: { readonly cases: readonly CaseView[] }) {
  return (
    <table className="dossier-list">
      <thead>
        <tr>
          <th scope="col">姓名</th>
          <th scope="col">阶段</th>
          <th scope="col">递交申请</th>
          <th scope="col">下一步</th>
          <th scope="col">请核对</th>
        </tr>
      </thead>
      <tbody>
        {cases.map((each) => {
          const next = nextOf(each)
          return (
            <tr key={each.record.id}>
              <td>
                <Link href={`/development/${each.record.id}`}>{each.name || each.record.title}</Link>
              </td>
              <td>{stageNames[each.stage]}</td>
              <td>{chineseDate(each.record.date)}</td>
              <td>
                {next && (
                  <>
                    <span className={`pill ${stepWords[next.state].className}`}>
                      <span aria-hidden="true">{stepWords[next.state].sign}</span>
                      {stepWords[next.state].text}
                    </span>{' '}
                    {next.label}
                    <span className="small faint">　{next.note}</span>
                  </>
                )}
              </td>
              <td>{each.findings.length === 0 ? '' : `${each.findings.length}处`}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
