import { type Indicator, type SchemeDraft, schemeFaults, tenths } from '../scheme.ts'
import { deductionOf, headingOf, pointsOf } from './cells.ts'
import { knownIndicator, ruleWith } from './known-rules.ts'
import type { MappedRow, MappedScheme, MappingInput, SheetColumn } from './mapping.ts'

interface Group {
  readonly name: string
  readonly given: number | null
  readonly row: number
  readonly indicators: Indicator[]
}

/** A heading over the whole width, or the only filled cell of its row. */
function sectionOf(cells: readonly string[], points: number | null): string | null {
  if (points !== null) return null
  const filled = [...new Set(cells.map((cell) => cell.trim()).filter((cell) => cell !== ''))]
  const [only] = filled
  return filled.length === 1 && only !== undefined && only.length <= 100 ? only : null
}

const isSum = (text: string) => /^(合\s*计|总\s*分|总\s*计|小\s*计)/.test(text.trim())
const isBonusName = (name: string) => name.includes('加分')
const isVetoName = (name: string) => /一票否决|否决项|限制项/.test(name)

/**
 * The superior's own sheet as a scheme: rows to indicators, categories by a column or by rows that are headings. Rules that
 * the program knows for an indicator of that name are taken over; what it does not know is left to a person. Nothing is guessed
 * silently: each row says what became of it.
 *
 * @param known the catalogue that comes with the program
 */
export function mapRows(input: MappingInput, known: SchemeDraft): MappedScheme {
  const { columns } = input
  const groups: Group[] = []
  const rows: MappedRow[] = []
  const kinds: Record<string, string> = { ...known.evidenceKinds }
  const kindOf = (name: string): string => {
    const own = Object.entries(kinds).find(([, each]) => each === name)?.[0]
    if (own !== undefined) return own
    const key = `own${Object.keys(kinds).filter((each) => each.startsWith('own')).length + 1}`
    kinds[key] = name
    return key
  }
  const openGroup = (text: string, row: number): Group => {
    const { name, points } = headingOf(text)
    const found = groups.find((group) => group.name === name)
    if (found) return found
    const made: Group = { name, given: points, row, indicators: [] }
    groups.push(made)
    return made
  }
  let group: Group | null = null
  const codes = new Set<string>()
  for (const [at, cells] of input.rows.entries()) {
    if (at < input.skip) continue
    const row = at + 1
    const cell = (column: SheetColumn) => (columns[column] === null ? '' : (cells[columns[column]] ?? '').trim())
    const points = pointsOf(cell('points'))
    const done = (outcome: MappedRow['outcome'], own: Partial<MappedRow> = {}) =>
      rows.push({ row, outcome, code: '', title: '', points: null, messages: [], ...own })
    if (cells.every((each) => each.trim() === '')) continue
    if (cells.some(isSum)) {
      done('skipped', { messages: ['合计行，不导入'] })
      continue
    }
    const section = columns.category === null ? sectionOf(cells, points) : null
    if (section !== null) {
      group = openGroup(section, row)
      done('category', { title: group.name, points: group.given })
      continue
    }
    if (cell('category') !== '') group = openGroup(cell('category'), row)
    const title = cell('title').replace(/\s+/g, ' ').slice(0, 100)
    if (title === '') {
      done('skipped', { messages: ['没有指标名称，不导入'] })
      continue
    }
    group ??= openGroup('指标', row)
    const messages: string[] = []
    const isBonus = isBonusName(group.name)
    const isVeto = isVetoName(group.name)
    if (points === null && !isVeto) {
      done('skipped', {
        title,
        messages: [cell('points') === '' ? '没有分值，不导入' : `分值“${cell('points')}”不是一个数，不导入`],
      })
      continue
    }
    if (points !== null && (points > 100 || Math.abs(points * 10 - tenths(points)) > 1e-6)) {
      done('skipped', { title, points, messages: ['分值应在0到100之间，最多一位小数，不导入'] })
      continue
    }
    const letter = String.fromCharCode('A'.charCodeAt(0) + Math.min(25, groups.indexOf(group)))
    const code = cell('code') === '' ? `${letter}${group.indicators.length + 1}` : cell('code').slice(0, 20)
    if (codes.has(code)) messages.push(`编号${code}与前面的重复`)
    codes.add(code)
    const deduction = deductionOf(`${cell('deduction')}；${cell('standard')}`)
    const like = knownIndicator(title, known)
    const rule = like && !isBonus && !isVeto ? ruleWith(like, points ?? 0, deduction) : null
    if (rule && like) messages.push(`按“${like.name}”的记录计算建议分`)
    else if (!isVeto) messages.push('没有可用的计算办法，需人工评定')
    const named = cell('evidence')
      .split(/[、，,；;\n]/)
      .map((each) => each.trim().slice(0, 60))
      .filter((each) => each !== '')
    const evidence = [...new Set(named.map(kindOf))].slice(0, 30)
    const standard = [cell('standard'), cell('deduction')].filter((each) => each !== '').join('\n')
    group.indicators.push({
      code,
      name: title,
      points: points ?? 0,
      standard: standard.slice(0, 2000),
      evidence: evidence.length > 0 ? evidence : like ? [...like.evidence] : [],
      ...(rule ? { autoRule: rule } : {}),
      ...(isBonus ? { bonus: true } : {}),
      ...(isVeto ? { veto: true, vetoEffect: { action: 'notRated' as const } } : {}),
    })
    if (isVeto) messages.push('作为一票否决项，后果暂定为不予评定')
    done('indicator', { code, title, points, messages })
  }
  const filled = groups.filter(({ indicators }) => indicators.length > 0)
  if (filled.length === 0) return { scheme: null, rows, faults: ['没有一行读成指标，请检查各列对应的内容'] }
  const sum = (list: readonly Indicator[]) => list.reduce((all, { points }) => all + tenths(points), 0) / 10
  const scheme: SchemeDraft = {
    schemeName: input.schemeName,
    version: input.version,
    notice: `根据本单位上级党组织印发的评定办法录入（${input.schemeName}），以印发的文件为准。`,
    bonusCap: Math.min(100, sum(filled.flatMap(({ indicators }) => indicators).filter(({ bonus }) => bonus))),
    levels: known.levels.map((level) => ({ ...level })),
    evidenceKinds: kinds,
    categories: filled.map(({ name, indicators }, at) => ({
      code: String.fromCharCode('A'.charCodeAt(0) + Math.min(25, at)),
      name: name.slice(0, 100) || '指标',
      weight: sum(indicators.filter(({ bonus, veto }) => !bonus && !veto)),
      indicators,
    })),
  }
  const weights = filled.flatMap(({ name, given, indicators }) => {
    const own = sum(indicators)
    return given !== null && given !== own ? [`“${name}”写明${given}分，各指标相加为${own}分`] : []
  })
  return { scheme, rows, faults: [...weights, ...schemeFaults(scheme)] }
}
