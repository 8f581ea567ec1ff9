import { lstat, mkdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError } from '#shared/kernel/errors.ts'
import { flushFolder } from './flush.ts'
import { isContinuable, type Marker, ownMark, writeMarker } from './marker.ts'
import { systemCode } from './target-errors.ts'

/** End of the name of a folder in which a pack is being written. */
export const workSuffix = '.in-progress'

/** Folders that this process is writing right now: not left over, although they look like it. */
const active = new Set<string>()

const isThere = async (path: string) => (await lstat(path).catch(() => null)) !== null

/**
 * True when nothing of this name is there. Our own unfinished work is never cleared away unasked.
 *
 * @throws AppError PACK_LEFTOVER
 */
async function isFree(target: string, name: string, owner: string): Promise<boolean> {
  const work = join(target, `${name}${workSuffix}`)
  if (await isThere(join(target, name))) return false
  if (!(await isThere(work))) return true
  if ((await ownMark(work, owner)) !== null) throw new AppError('PACK_LEFTOVER', { path: target, name })
  return false
}

/** True while this process writes into the folder. */
export const isBeingWritten = (work: string) => active.has(work)

/** A folder beside its final place, in which a bag is built until it can be trusted. */
export interface Workplace {
  /** Name of the finished bag. */
  readonly name: string
  /** Folder, or ZIP file, of the bag while it is built. */
  readonly bag: string
  /** Final path. */
  readonly path: string
  /** Makes the folder with its marker. */
  create(): Promise<void>
  /** Gives the bag its name. @throws AppError TARGET_EXISTS when somebody has taken it meanwhile */
  publish(): Promise<void>
  /** Removes what `create` made, and everything in it. */
  discard(): Promise<void>
  /** Lets go of what the target could not take to its end: it stays with its mark where it can be gone on with, otherwise it is removed. Answers whether it stays. */
  leave(): Promise<boolean>
}

/** A plain folder, or one ZIP file of it. */
export type BagForm = 'folder' | 'zip'

const publishedName = (name: string, form: BagForm) => (form === 'zip' ? `${name}.zip` : name)

const RETRIES = 5

/** Virus scanners on Windows hold a new folder for a moment. */
async function renamePatiently(from: string, to: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await rename(from, to)
    } catch (error) {
      if (attempt === RETRIES || process.platform !== 'win32' || !['EPERM', 'EACCES', 'EBUSY'].includes(systemCode(error) ?? ''))
        throw error
      await new Promise((resolve) => setTimeout(resolve, attempt * 200))
    }
  }
}

/** What the marker of a new unfinished folder says besides its name. */
export type Mark = Pick<Marker, 'owner' | 'plan' | 'job'>

/**
 * Chooses a name that is free in `target`: `name`, `name_2` … An unfinished folder of somebody else is left alone and the next
 * number is taken; one of this `owner` has to be continued or cleared first (DESIGN §8).
 *
 * @throws AppError TARGET_EXISTS when all numbers are taken, PACK_LEFTOVER
 */
export async function chooseWorkplace(target: string, name: string, mark: Mark, form: BagForm = 'folder'): Promise<Workplace> {
  for (let number = 1; number <= 99; number++) {
    const chosen = number === 1 ? name : `${name}_${number}`
    const published = publishedName(chosen, form)
    const work = `${join(target, published)}${workSuffix}`
    if (active.has(work)) continue
    // Taken before anything is waited for, so that two packs at the same time choose two names.
    active.add(work)
    let isChosen = false
    try {
      isChosen = await isFree(target, published, mark.owner)
    } finally {
      if (!isChosen) active.delete(work)
    }
    if (isChosen) return workplaceAt(target, chosen, mark, form)
  }
  throw new AppError('TARGET_EXISTS', { path: target, name })
}

/**
 * The unfinished folder of a bag in which work goes on. Its mark stays as it is.
 *
 * @param name of the bag, with its number
 * @throws AppError NOT_FOUND while it is being written, TARGET_EXISTS when the name is taken
 */
export async function continueWorkplace(target: string, name: string, mark: Mark): Promise<Workplace> {
  const work = `${join(target, name)}${workSuffix}`
  if (active.has(work)) throw new AppError('NOT_FOUND', { what: '未完成的导出', name })
  active.add(work)
  const place = workplaceAt(target, name, mark, 'folder', true)
  if (!(await isThere(place.path))) return place
  await place.discard()
  throw new AppError('TARGET_EXISTS', { path: target, name })
}

function workplaceAt(target: string, name: string, mark: Mark, form: BagForm, isContinued = false): Workplace {
  const published = publishedName(name, form)
  const path = join(target, published)
  const work = `${path}${workSuffix}`
  const bag = join(work, form === 'zip' ? 'bag.zip' : 'bag')
  let isCreated = false
  const remove = async () => {
    try {
      if (isCreated) await rm(work, { recursive: true, force: true })
    } finally {
      active.delete(work)
    }
  }
  return {
    name,
    bag,
    path,
    async create() {
      // Not recursive: a folder that appeared meanwhile is somebody else's.
      if (!isContinued) await mkdir(work)
      isCreated = true
      if (!isContinued) await writeMarker(work, { ...mark, name })
      if (form === 'folder') await mkdir(bag, { recursive: isContinued })
    },
    async publish() {
      // Renaming over an empty folder would silently replace it.
      if (await isThere(path)) throw new AppError('TARGET_EXISTS', { path: target, name })
      await renamePatiently(bag, path)
      // The bag has its name: what fails from here on leaves an empty, marked folder and no doubt about the bag.
      await remove().catch(() => undefined)
      await flushFolder(target)
    },
    discard: remove,
    async leave() {
      const kept = await ownMark(work, mark.owner)
      if (!kept || !isContinuable(published, kept)) {
        await remove()
        return false
      }
      active.delete(work)
      return true
    },
  }
}
