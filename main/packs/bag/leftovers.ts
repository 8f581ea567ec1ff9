import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError } from '#shared/kernel/errors.ts'
import { byText } from '#shared/kernel/order.ts'
import type { Leftover } from '#shared/packs/schema.ts'
import { isContinuable, type Marker, ownMark } from './marker.ts'
import { targetError } from './target-errors.ts'
import { isBeingWritten, workSuffix } from './workplace.ts'

/**
 * Exports into this folder that did not end: unfinished folders with our mark and this `owner`. Nothing else on a stick is ever
 * named here, and what is being written right now is none.
 *
 * @throws AppError TARGET_UNKNOWN when the folder has gone
 */
export async function findLeftovers(target: string, owner: string): Promise<Leftover[]> {
  const names = await readdir(target).catch((cause: unknown) => {
    throw new AppError('TARGET_UNKNOWN', { path: target }, { cause })
  })
  const found: Leftover[] = []
  for (const name of names.toSorted(byText)) {
    if (!name.endsWith(workSuffix) || isBeingWritten(join(target, name))) continue
    const mark = await ownMark(join(target, name), owner)
    if (!mark) continue
    const packName = mark.name || name.slice(0, -workSuffix.length)
    found.push({ name, packName, startedAt: mark.startedAt, canContinue: isContinuable(name.slice(0, -workSuffix.length), mark) })
  }
  return found
}

/** The mark of one of them that can be gone on with. @throws AppError NOT_FOUND */
export async function continuableMark(target: string, name: string, owner: string): Promise<Marker> {
  const leftover = (await findLeftovers(target, owner)).find((each) => each.name === name)
  const mark = leftover?.canContinue ? await ownMark(join(target, name), owner) : null
  if (!mark) throw new AppError('NOT_FOUND', { what: '可以继续的导出', name })
  return mark
}

/** Removes one of them. @throws AppError NOT_FOUND for anything that `findLeftovers` does not name, TARGET_NOT_WRITABLE */
export async function clearLeftover(target: string, name: string, owner: string): Promise<void> {
  if (!(await findLeftovers(target, owner)).some((leftover) => leftover.name === name)) {
    throw new AppError('NOT_FOUND', { what: '未完成的导出', name })
  }
  await rm(join(target, name), { recursive: true }).catch((error: unknown) => {
    throw targetError(error, target, { needed: 0, free: 0 })
  })
}
