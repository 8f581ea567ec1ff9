import { Button, Dropdown } from 'antd'
import { Link } from 'wouter'
import { dossierKind } from '#shared/dossier/kinds/index.ts'
import { chineseDate, chineseMonthDay } from '#shared/kernel/dates.ts'
import { type Problem, type ProblemStep, problemStages, problemStepNames } from '#shared/rectification/schema.ts'
import { stepWords } from '#shared/rectification/steps.ts'

interface ProblemRowProps {
  readonly problem: Problem
  readonly onStep: (step: ProblemStep) => void
  readonly onBack: () => void
}

/** The five steps, those taken with their day; one that was passed over has a dash. */
function StageLine({ problem }: { readonly problem: Problem }) {
  const at = problemStages.indexOf(problem.stage)
  return (
    <ol className="stage-line" aria-label={`进展：${problemStepNames[problem.stage]}`}>
      {problemStages.map((stage, index) => {
        const taken = problem.steps.findLast(({ step }) => step === stage)
        const day = taken?.date ?? (stage === 'found' ? problem.foundOn : undefined)
        const isReached = index <= at && (day !== undefined || index === at)
        return (
          <li key={stage} className={isReached ? 'is-reached' : ''} title={taken?.by === '' ? undefined : taken?.by}>
            <span aria-hidden="true">{isReached ? '✓' : index < at ? '—' : '○'}</span> {problemStepNames[stage]}
            <span className="small faint">{isReached && day !== undefined ? chineseMonthDay(day) : ''}</span>
          </li>
        )
      })}
    </ol>
  )
}

/** One problem with what has been done and the button of its next step. */
export function ProblemRow({ problem, onStep, onBack }: ProblemRowProps) {
  const [next, ...others] = problem.next
  // Who gave it no name of its own finds it by its text.
  const isNamed = problem.title !== dossierKind('inspectionFinding').name
  const asides = problem.steps.filter(({ step }) => step === 'circular' || step === 'admonishingTalk')
  return (
    <li className="problem">
      <div className="problem-text">
        <p className="problem-title">
          <Link href={`/records/${problem.recordId}`}>{isNamed ? problem.title : problem.problem}</Link>
          {problem.isOverdue && <span className="pill state-missing">! 已过时限</span>}
        </p>
        {isNamed && problem.problem !== problem.title && <p>{problem.problem}</p>}
        {problem.measure !== '' && <p className="soft">措施：{problem.measure}</p>}
        <p className="small faint">
          {[
            problem.recordNumber,
            problem.source,
            problem.owners.length === 0 ? '' : `责任人：${problem.owners.join('、')}`,
            problem.dueOn === null ? '' : `时限：${chineseDate(problem.dueOn)}`,
            ...asides.map(({ step, date, by }) => `${chineseDate(date)}${problemStepNames[step]}${by === '' ? '' : `（${by}）`}`),
          ]
            .filter((part) => part !== '')
            .join('　')}
        </p>
        <StageLine problem={problem} />
      </div>
      <div className="problem-tools">
        {next !== undefined && (
          <Button aria-label={`${stepWords(problem.stage, next)}：${problem.title}`} onClick={() => onStep(next)}>
            {stepWords(problem.stage, next)}
          </Button>
        )}
        {(others.length > 0 || problem.steps.length > 1) && (
          <Dropdown
            trigger={['click']}
            menu={{
              items: [
                ...others.map((step) => ({ key: step, label: stepWords(problem.stage, step) })),
                ...(problem.steps.length > 1 ? [{ key: 'back', label: '撤回上一步' }] : []),
              ],
              onClick: ({ key }) => (key === 'back' ? onBack() : onStep(key as ProblemStep)),
            }}
          >
            <Button size="small" type="text" aria-label={`其他步骤：${problem.title}`}>
              其他
            </Button>
          </Dropdown>
        )}
      </div>
    </li>
  )
}
