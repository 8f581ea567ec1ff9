import type { Dossier } from '#shared/dossier/schema.ts'
import { readDossiers } from '../dossier/read.ts'
import type { OpenLedger } from '../ledger/open-ledger.ts'

const standingSorts: readonly unknown[] = ['approvalDoc', 'systemDoc']

/** Papers of earlier years that still hold: approvals, rules of the branch, elections. */
export function standingRecords(ledger: OpenLedger, year: number): Dossier[] {
  return readDossiers(ledger, { kinds: ['officialDocument', 'branchElection'] }).filter(
    ({ kind, forYear, content }) => forYear < year && (kind === 'branchElection' || standingSorts.includes(content['sort'])),
  )
}

/** 优秀 among those appraised, of the last 评定意见 of a year; null: none is kept. */
export function excellentShare(dossiers: readonly Dossier[]): { count: number; of: number } | null {
  const opinion = dossiers.findLast(({ kind }) => kind === 'appraisalOpinion')
  const rows = Array.isArray(opinion?.content['grades']) ? opinion.content['grades'] : []
  const grades = rows.flatMap((row) => (typeof row === 'object' && row !== null ? [Object(row).grade as unknown] : []))
  const graded = grades.filter((grade) => typeof grade === 'string' && grade !== 'notGraded')
  return graded.length === 0 ? null : { count: graded.filter((grade) => grade === 'excellent').length, of: graded.length }
}
