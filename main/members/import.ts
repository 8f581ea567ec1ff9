import type { ImportPreview, ImportResult } from '#shared/files/schema.ts'
import type { Core } from '../core.ts'
import type { StagedPath } from '../files/staging.ts'
import { today } from '../platform/clock.ts'
import { planPosts, writePosts } from './import-posts.ts'
import { planRoster, writeRoster } from './import-roster.ts'
import { parsePosts, parseRoster } from './import-sheets.ts'

/**
 * What an import of a roster would do; writes nothing.
 *
 * @throws AppError of `readWorkbook`, SHEET_NO_HEADER, SHEET_TOO_MANY_ROWS, SHEET_EMPTY, LEDGER_NOT_OPEN
 */
export async function previewRosterImport(core: Core, staged: StagedPath): Promise<ImportPreview> {
  const parsed = await parseRoster(staged, today(core.clock))
  return planRoster(core.session.require(), parsed).preview
}

/** Takes a roster (党员花名册) in: everything in one change, or nothing. Known persons are updated, nobody is removed. */
export async function importRoster(core: Core, staged: StagedPath): Promise<ImportResult> {
  const parsed = await parseRoster(staged, today(core.clock))
  // From here on nothing waits: the plan and the change see the same ledger.
  const ledger = core.session.require()
  const plan = planRoster(ledger, parsed)
  writeRoster(ledger, plan)
  return plan.result
}

/** What an import of groups and posts would do; writes nothing. */
export async function previewPostsImport(core: Core, staged: StagedPath): Promise<ImportPreview> {
  const parsed = await parsePosts(staged)
  return planPosts(core.session.require(), parsed).preview
}

/** Takes in groups, posts, leading cadres and exemptions (支委会和党小组); idempotent. */
export async function importPosts(core: Core, staged: StagedPath): Promise<ImportResult> {
  const parsed = await parsePosts(staged)
  const ledger = core.session.require()
  const plan = planPosts(ledger, parsed)
  writePosts(ledger, plan)
  return plan.result
}
