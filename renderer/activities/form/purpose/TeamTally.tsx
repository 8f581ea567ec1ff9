import { teamGradeNames, teamGrades } from '#shared/appraisal/grades.ts'
import { CountField } from '../blocks/CountField.tsx'
import { Row } from '../sections/Row.tsx'
import { useDetails } from './useDetails.ts'

const none = { good: null, fair: null, average: null, poor: null }

/** What the sheets say of the 支部班子: totals, checked against the valid sheets. */
export function TeamTally() {
  const { details, change } = useDetails()
  const tally = details.teamTally ?? none
  const figures = teamGrades.map((grade) => tally[grade])
  const sum = figures.reduce<number>((total, figure) => total + (figure ?? 0), 0)
  const valid = details.ballots?.valid ?? null
  const isOff = figures.some((figure) => figure !== null) && valid !== null && sum !== valid
  return (
    <Row label="支部班子">
      {teamGrades.map((grade) => (
        <CountField
          key={grade}
          label={teamGradeNames[grade]}
          value={tally[grade]}
          onChange={(next) => change({ teamTally: { ...tally, [grade]: next } })}
        />
      ))}
      {isOff && (
        <span className="small bad" role="alert">
          合计{sum}，有效测评表{valid}份
        </span>
      )}
    </Row>
  )
}
