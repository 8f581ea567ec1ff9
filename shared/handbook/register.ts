import type { BranchProfile } from '../branch/schema.ts'
import { type DocumentModel, paper } from '../documents/model.ts'
import { widthOf } from '../documents/text-width.ts'
import type { DossierKind } from '../dossier/kind.ts'
import type { Dossier } from '../dossier/schema.ts'
import { valueText } from '../dossier/text.ts'
import { chineseDate } from '../kernel/dates.ts'
import { paddedName } from '../kernel/text.ts'

/**
 * Records of a kind that is only listed (谈心谈话登记表, DOMAIN 8.6): day, people and sort, never the content.
 */
export function registerDocument(
  kind: DossierKind,
  dossiers: readonly Dossier[],
  year: number,
  branch: Pick<BranchProfile, 'shortName'>,
): DocumentModel {
  const roles = kind.roles ?? []
  const namesOf = ({ people }: Dossier, key: string) =>
    people
      .filter(({ role }) => role === key)
      .map(({ name }) => paddedName(name))
      .join('、')
  // Room for a list of people: half of the longest, so that it takes about two lines.
  const listWidth = (key: string) => Math.min(90, Math.max(34, ...dossiers.map((dossier) => widthOf(namesOf(dossier, key)) * 1.6)))
  const sorts = kind.fields.flatMap((field) => (field.type === 'choice' && !field.isSealed ? [field] : []))
  return paper('sheet', {
    title: [branch.shortName, `${year}年${kind.name}登记表`],
    body: [
      {
        kind: 'table',
        head: ['序号', '日期', ...roles.map(({ label }) => label), ...sorts.map(({ label }) => label), '编号', '备注'],
        rows: dossiers.map((dossier, i) => [
          String(i + 1),
          chineseDate(dossier.date),
          ...roles.map(({ key }) => namesOf(dossier, key)),
          ...sorts.map((field) => valueText(field, dossier.content[field.key])),
          dossier.recordNumber,
          '',
        ]),
        widths: [12, 32, ...roles.map(({ key, isMany }) => (isMany ? listWidth(key) : 22)), ...sorts.map(() => 24), 36, 18],
      },
    ],
  })
}
