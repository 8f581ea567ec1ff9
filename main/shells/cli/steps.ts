import type { Progress } from '#shared/kernel/contract.ts'
import type { CommandContext } from './command.ts'

type Step<T> = ({ readonly type: 'progress' } & Progress) | { readonly type: 'result'; readonly result: T }

/**
 * Reads a long task to its result, telling each new phase once.
 *
 * @param names words for the phases; a phase without one is told by its own name
 */
export async function lastOf<T>(
  steps: AsyncIterable<Step<T>>,
  note: CommandContext['note'],
  names: Readonly<Record<string, string>>,
): Promise<T> {
  let phase = ''
  for await (const step of steps) {
    if (step.type === 'result') return step.result
    if (step.phase === phase) continue
    phase = step.phase
    note(`${names[phase] ?? phase}……`)
  }
  throw new Error('a long task ended without its result')
}
