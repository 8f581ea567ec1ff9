import type { Verdict } from '#shared/packs/schema.ts'
import { problemWords, shownPath, verdictWords } from './words.ts'

interface VerdictViewProps {
  readonly verdict: Verdict
  /** The folder that was checked. */
  readonly name: string
}

/** 完好, or every file that is not as the list has it. */
export function VerdictView({ verdict, name }: VerdictViewProps) {
  const { title, advice, isGood } = verdictWords[verdict.status]
  return (
    <div className={`task-result ${isGood ? 'good-ground' : 'bad-ground'}`} role="status">
      <p className={isGood ? 'good' : 'bad'}>
        <b>
          {isGood ? '✓' : '!'} {title}
        </b>
        <span className="soft">　{name}</span>
      </p>
      <p className="small soft">{advice}</p>
      {verdict.problems.length > 0 && (
        <table className="problems">
          <thead>
            <tr>
              <th scope="col">文件</th>
              <th scope="col">情况</th>
            </tr>
          </thead>
          <tbody>
            {verdict.problems.map((problem) => (
              <tr key={`${problem.problem} ${problem.path} ${problem.detail ?? ''}`}>
                <td>{shownPath(problem.path)}</td>
                <td>
                  {problemWords[problem.problem]}
                  {problem.detail && !/manifest|oxum/i.test(problem.detail) && (
                    <span className="small soft">（{problem.detail}）</span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  )
}
