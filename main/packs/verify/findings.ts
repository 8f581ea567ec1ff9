import { byText } from '#shared/kernel/order.ts'
import type { PackProblem, Verdict } from '#shared/packs/schema.ts'

/** Collects what is wrong with a bag; the same remark twice counts once. */
export interface Findings {
  add(path: string, problem: PackProblem['problem'], detail?: string): void
  has(path: string): boolean
  readonly problems: readonly PackProblem[]
}

export function collectFindings(): Findings {
  const problems: PackProblem[] = []
  const seen = new Set<string>()
  const paths = new Set<string>()
  return {
    problems,
    has: (path) => paths.has(path),
    add(path, problem, detail) {
      const key = JSON.stringify([path, problem, detail])
      if (seen.has(key)) return
      seen.add(key)
      paths.add(path)
      problems.push(detail === undefined ? { path, problem } : { path, problem, detail })
    },
  }
}

/** Anything changed, added or malformed: damaged. Only files missing: incomplete. A list of remote files is no fault. */
export function verdictOf(problems: readonly PackProblem[]): Verdict {
  const sorted = problems.toSorted(
    (a, b) => byText(a.path, b.path) || byText(a.problem, b.problem) || byText(a.detail ?? '', b.detail ?? ''),
  )
  const faults = sorted.filter(({ problem }) => problem !== 'remote')
  if (faults.length === 0) return { status: 'valid', problems: sorted }
  return { status: faults.every(({ problem }) => problem === 'missing') ? 'incomplete' : 'damaged', problems: sorted }
}
