// Makes resources/working-days.json from the chinese-days package, so that the program itself needs no package for it and
// a user can put a newer table beside it. Run again after updating the package.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const folder = join(root, 'node_modules', 'chinese-days')
const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
const { holidays, workdays } = JSON.parse(readFileSync(join(folder, 'dist', 'chinese-days.json'), 'utf8'))

// "New Year's Day,元旦,1": the English name may hold a comma no less than the others, the Chinese one is the last but one.
const nameOf = (value) => value.split(',').at(-2)
const days = [
  ...Object.entries(holidays).map(([date, value]) => ({ date, kind: 'holiday', name: nameOf(value) })),
  ...Object.entries(workdays).map(([date, value]) => ({ date, kind: 'adjustedWorkday', name: nameOf(value) })),
].sort((a, b) => (a.date < b.date ? -1 : 1))
const byYear = Map.groupBy(days, ({ date }) => Number(date.slice(0, 4)))
const years = [...byYear.keys()].sort((a, b) => a - b)

const lines = years.map(
  (year) =>
    `    {"year": ${year}, "days": [\n${byYear
      .get(year)
      .map((day) => `      ${JSON.stringify(day)}`)
      .join(',\n')}\n    ]}`,
)
const head = {
  schema: 'working-days',
  version: `${years.at(-1)}-chinese-days-${version}`,
  source: `国务院办公厅历年节假日安排，取自 chinese-days ${version}（${license}）`,
}
const text = `{\n${Object.entries(head)
  .map(([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)},`)
  .join('\n')}\n  "years": [\n${lines.join(',\n')}\n  ]\n}\n`
writeFileSync(join(root, 'resources', 'working-days.json'), text)
console.log(`${days.length} days, ${years[0]}-${years.at(-1)}`)
