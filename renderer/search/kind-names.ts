import { purposeNames } from '#shared/activities/labels.ts'
import type { SearchKind } from '#shared/search/schema.ts'

export const kindNames: Record<SearchKind, string> = {
  person: '党员',
  explanation: '情况说明',
  dossier: '工作记录',
  ...purposeNames,
}
