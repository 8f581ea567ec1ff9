import { useQuery } from '@tanstack/react-query'
import { Button, InputNumber } from 'antd'
import { orpc } from '#renderer/api/client.ts'
import { limitWords } from '#shared/appraisal/grades.ts'
import { paddedName } from '#shared/kernel/text.ts'
import { CountField } from '../blocks/CountField.tsx'
import { Row } from '../sections/Row.tsx'
import { useAttendance } from '../useMeeting.ts'
import { ballotProblems, grades, tallyProblem } from './tally-check.ts'
import { useDetails } from './useDetails.ts'

/** 测评表 and the totals of each member, checked while they are typed; raters have no field. */
export function AppraisalTallies() {
  const { details, change } = useDetails()
  const { due } = useAttendance()
  const ballots = details.ballots ?? { issued: null, returned: null, valid: null }
  const rows = details.tallies ?? []
  const missing = due.filter((member) => !rows.some((row) => row.name === member.name))
  const problems = ballotProblems(ballots)
  const field = (name: string, key: keyof typeof ballots) => (
    <CountField label={name} value={ballots[key]} onChange={(next) => change({ ballots: { ...ballots, [key]: next } })} />
  )
  const fill = () =>
    change({
      tallies: [
        ...rows,
        ...missing.map(({ name }) => ({ name, excellent: null, qualified: null, basic: null, unqualified: null })),
      ],
    })
  const branch = useQuery(orpc.branch.get.queryOptions({ input: {} }))
  return (
    <>
      <Row label="测评表">
        {field('发出', 'issued')}
        {field('收回', 'returned')}
        {field('有效', 'valid')}
        {problems.map((text) => (
          <span key={text} className="small bad" role="alert">
            {text}
          </span>
        ))}
      </Row>
      <Row label="测评结果">
        <div className="grow">
          {rows.length > 0 && (
            <table className="tallies">
              <thead>
                <tr>
                  <th scope="col">姓名</th>
                  {grades.map(({ name }) => (
                    <th scope="col" key={name}>
                      {name}
                    </th>
                  ))}
                  <th scope="col">
                    <span className="screen-reader-only">核对</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {rows.map((row, index) => (
                  <tr key={row.name}>
                    <th scope="row">{paddedName(row.name)}</th>
                    {grades.map(({ field: grade, name }) => (
                      <td key={grade}>
                        <InputNumber
                          aria-label={`${row.name}${name}`}
                          min={0}
                          max={100_000}
                          precision={0}
                          controls={false}
                          value={row[grade]}
                          style={{ width: '4em' }}
                          onChange={(next) =>
                            change({ tallies: rows.map((old, place) => (place === index ? { ...old, [grade]: next } : old)) })
                          }
                        />
                      </td>
                    ))}
                    <td className="small bad">{tallyProblem(row, ballots.valid)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
          {missing.length > 0 && (
            <Button type="link" size="small" onClick={fill}>
              按当天名单列出{missing.length}名党员
            </Button>
          )}
          <p className="small faint">{branch.data && `${limitWords(due, branch.data.settings)}；`}评定意见另件印发。</p>
        </div>
      </Row>
    </>
  )
}
