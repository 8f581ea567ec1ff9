import { type Content, isBlank } from './field.ts'
import type { DossierKind } from './kind.ts'

/** The last step whose field is filled in; null: none is. */
function reached(kind: DossierKind, content: Content): string | null {
  return kind.statuses?.findLast(({ reachedBy }) => reachedBy !== undefined && !isBlank(content[reachedBy]))?.key ?? null
}

/**
 * The step of a record after its fields were changed. It moves only when a change of the fields moves it: what somebody chose stays,
 * and so does an end that no field stands for (已终止). A field emptied again takes its step back.
 */
export function statusAfter(kind: DossierKind, status: string, before: Content, after: Content): string {
  const was = reached(kind, before)
  const is = reached(kind, after)
  if (was === is) return status
  const isEnded = kind.statuses?.some(({ key, reachedBy }, at) => key === status && at > 0 && reachedBy === undefined) ?? false
  return isEnded ? status : (is ?? kind.statuses?.[0]?.key ?? '')
}
