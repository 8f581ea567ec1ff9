import type { RecordLine } from '#shared/packs/records.ts'

/** Words for a row in a list of differences. */
export function rowTitle(line: RecordLine): string {
  if (line.kind === 'activity') return `${line.date} ${line.parts[0]?.title ?? ''}`.trim()
  if (line.kind === 'dossier') return `${line.date} ${line.title}`
  if (line.kind === 'branch') return line.shortName
  if (line.kind === 'person' || line.kind === 'group' || line.kind === 'attachment') return line.name
  if (line.kind === 'explanation') return `${line.period} 情况说明`
  if (line.kind === 'override') return `${line.year} 年 ${line.ruleId}`
  if (line.kind === 'table') return line.version
  if (line.kind === 'ratingScheme') return `${line.name} ${line.version}`
  if (line.kind === 'assessment') return `${line.year}年度达标创星自评`
  return [line.kind === 'interval' ? line.value : '', 'validFrom' in line ? (line.validFrom ?? '') : ''].filter(Boolean).join(' ')
}
