import { byText } from '#shared/kernel/order.ts'
import type { PackProblem, Verdict } from '#shared/packs/schema.ts'

/** Most remarks of one sort that are kept: a list that somebody made to be endless must not fill the memory. */
export const maxFindings = 5000

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
  const counts = new Map<PackProblem['problem'], number>()
  return {
    problems,
    has: (path) => paths.has(path),
    add(path, problem, detail) {
      const count = counts.get(problem) ?? 0
      if (count > maxFindings) return
      const key = JSON.stringify([path, problem, detail])
      if (seen.has(key)) return
      counts.set(problem, count + 1)
      if (count === maxFindings) {
        problems.push({ path: '', problem, detail: `同类问题超过 ${maxFindings} 项，其余没有列出` })
        return
      }
      seen.add(key)
      paths.add(path)
      problems.push(detail === undefined ? { path, problem } : { path, problem, detail })
    },
  }
}

/** Remarks that are no fault by RFC 8493; whoever takes the bag in may still refuse it for them. */
const remarks: ReadonlySet<PackProblem['problem']> = new Set(['remote', 'notPortable'])

/** Anything changed, added or malformed: damaged. Only files missing: incomplete. */
export function verdictOf(problems: readonly PackProblem[]): Verdict {
  const sorted = problems.toSorted(
    (a, b) => byText(a.path, b.path) || byText(a.problem, b.problem) || byText(a.detail ?? '', b.detail ?? ''),
  )
  const faults = sorted.filter(({ problem }) => !remarks.has(problem))
  if (faults.length === 0) return { status: 'valid', problems: sorted }
  return { status: faults.every(({ problem }) => problem === 'missing') ? 'incomplete' : 'damaged', problems: sorted }
}
