import type { MappingInput, SheetColumn } from './mapping.ts'

const heads: readonly (readonly [SheetColumn, RegExp])[] = [
  ['deduction', /扣分|评分(办法|标准|细则)|计分/],
  ['evidence', /佐证|依据|资料|档案|材料|检查方式/],
  ['category', /类别|一级|项目|分类|模块/],
  ['code', /编号|序号|代码/],
  ['points', /分值|满分|标准分|权重|分数/],
  ['standard', /标准|要求|内容|说明/],
  ['title', /指标|名称|事项|考[评核]/],
]

const empty: MappingInput['columns'] = {
  category: null,
  code: null,
  title: null,
  points: null,
  standard: null,
  evidence: null,
  deduction: null,
}

/** Which columns the heads of a sheet seem to name, and how many rows stand above the first indicator; a person looks at both. */
export function guessMapping(rows: readonly (readonly string[])[]): Pick<MappingInput, 'columns' | 'skip'> {
  const at = rows.slice(0, 20).findIndex((cells) => {
    const named = cells.filter((cell) => cell.trim().length <= 12 && heads.some(([, pattern]) => pattern.test(cell)))
    return new Set(named).size >= 2
  })
  if (at < 0) return { columns: empty, skip: 0 }
  const columns = { ...empty }
  for (const [index, cell] of (rows[at] ?? []).entries()) {
    const found = heads.find(([column, pattern]) => columns[column] === null && pattern.test(cell))
    if (found) columns[found[0]] = index
  }
  // A sheet with one column of words calls it 内容 or 标准.
  if (columns.title === null && columns.standard !== null)
    return { columns: { ...columns, title: columns.standard, standard: null }, skip: at + 1 }
  return { columns, skip: at + 1 }
}
