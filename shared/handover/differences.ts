import type { HandoverFacts } from './schema.ts'

/** Where counts differ from those of the list, one sentence each. */
export function countDifferences(then: HandoverFacts, now: HandoverFacts): string[] {
  const before = new Map(then.lines.map(({ name, count }) => [name, count]))
  const after = new Map(now.lines.map(({ name, count }) => [name, count]))
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((name) => {
    const [was, is] = [before.get(name) ?? 0, after.get(name) ?? 0]
    return was === is ? [] : [`${name}：移交时 ${was}，现在 ${is}`]
  })
}
