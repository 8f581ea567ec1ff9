/** Pieces shown before 「等」: all of a year's meetings would fill the page. */
const shown = 6

const numbered = /^(\d{4}-.+-)(\d{2,})$/u

/** 01, 02, 03, 07 → 01至03, 07: three in a row or more are a stretch. */
function stretches(numbers: readonly string[]): string[] {
  const runs: string[][] = []
  for (const number of numbers) {
    const run = runs.at(-1)
    if (run && Number(run.at(-1)) + 1 === Number(number)) run.push(number)
    else runs.push([number])
  }
  return runs.flatMap((run) => (run.length > 2 ? [`${run[0]}至${run.at(-1)}`] : run))
}

/**
 * 记录编号 of several records, each kind and year named once: `2025-支委会-01至11`, `2025-党课-01、02；2025-集中培训-01`. What is left out
 * is said: 等24件.
 */
export function recordNumbersText(recordNumbers: readonly string[]): string {
  const kept = [...new Set(recordNumbers.filter((number) => number !== ''))]
  const groups = Map.groupBy(kept, (number) => numbered.exec(number)?.[1] ?? '')
  let left = shown
  let isWhole = true
  const texts = [...groups].flatMap(([prefix, own]) => {
    const pieces =
      prefix === '' ? own : stretches(own.map((number) => number.slice(prefix.length)).toSorted((a, b) => Number(a) - Number(b)))
    const taken = pieces.slice(0, Math.max(0, left))
    left -= taken.length
    if (taken.length < pieces.length) isWhole = false
    return taken.length === 0 ? [] : [`${prefix}${taken.join('、')}`]
  })
  return `${texts.join('；')}${isWhole ? '' : `等${kept.length}件`}`
}
