import type { DossierKind } from '../kind.ts'
import { appraisalKinds } from './appraisal.ts'
import { developmentKinds } from './development.ts'
import { duesKinds } from './dues.ts'
import { membershipKinds } from './membership.ts'
import { responsibilityKinds } from './responsibility.ts'
import { rolesKinds } from './roles.ts'
import { routineKinds } from './routine.ts'
import { studyKinds } from './study.ts'
import { talkKinds } from './talks.ts'

/** Every kind of dated record beside the sittings. A feature adds its own file here. */
export const dossierKinds: readonly DossierKind[] = [
  ...responsibilityKinds,
  ...talkKinds,
  ...membershipKinds,
  ...duesKinds,
  ...appraisalKinds,
  ...developmentKinds,
  ...studyKinds,
  ...routineKinds,
  ...rolesKinds,
]

const byKey: ReadonlyMap<string, DossierKind> = new Map(dossierKinds.map((kind) => [kind.key, kind]))

/** True for a key that some kind has. */
export const isDossierKind = (key: string): boolean => byKey.has(key)

/** The kind with this key. @throws RangeError for a key no kind has, which a validated record cannot carry */
export function dossierKind(key: string): DossierKind {
  const kind = byKey.get(key)
  if (!kind) throw new RangeError(`no dossier kind ${key}`)
  return kind
}

/** Kinds that a rule or an indicator means when it names `record`. */
export function kindsCountingAs(record: string): readonly DossierKind[] {
  return dossierKinds.filter(({ key, countsAs }) => key === record || countsAs?.includes(record))
}
