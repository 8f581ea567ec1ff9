import { lstat, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError } from '#shared/kernel/errors.ts'
import { flushFolder } from './flush.ts'
import { systemCode } from './target-errors.ts'

/** Says whose unfinished work a folder is. It lies beside the bag, never in it, so that the bag is moved out whole. */
export const markerName = '支部手册-正在写入.json'
const PROGRAM = 'branch-handbook'

/** Folders that this process is writing right now: not left over, although they look like it. */
const active = new Set<string>()

const isThere = async (path: string) => (await lstat(path).catch(() => null)) !== null

/** True when nothing of this name is there, after clearing away our own unfinished work. */
async function isFree(target: string, name: string, owner: string): Promise<boolean> {
  const work = join(target, `${name}.in-progress`)
  if (await isThere(join(target, name))) return false
  if (!(await isThere(work))) return true
  if ((await ownMark(work, owner)) === null) return false
  await rm(work, { recursive: true })
  return true
}

/** What the mark in an unfinished folder says, when it is ours; otherwise null. */
export async function ownMark(work: string, owner: string): Promise<{ readonly name: string; readonly startedAt: string } | null> {
  try {
    const marker = join(work, markerName)
    if (!(await lstat(work)).isDirectory() || !(await lstat(marker)).isFile()) return null
    const content: unknown = JSON.parse((await readFile(marker, 'utf8')).slice(0, 4096))
    if (typeof content !== 'object' || content === null) return null
    const { program, owner: marked, name, startedAt } = content as Record<string, unknown>
    if (program !== PROGRAM || marked !== owner) return null
    return { name: typeof name === 'string' ? name : '', startedAt: typeof startedAt === 'string' ? startedAt : '' }
  } catch {
    return null
  }
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

/**
 * Chooses a name that is free in `target`: `name`, `name_2` … An unfinished folder of that name with our marker and this
 * `owner` is removed; any other is left alone and the next number is taken (DESIGN §8).
 *
 * @throws AppError TARGET_EXISTS when all numbers are taken
 */
export async function chooseWorkplace(target: string, name: string, owner: string, form: BagForm = 'folder'): Promise<Workplace> {
  for (let number = 1; number <= 99; number++) {
    const chosen = number === 1 ? name : `${name}_${number}`
    const published = publishedName(chosen, form)
    const work = `${join(target, published)}.in-progress`
    if (active.has(work)) continue
    // Taken before anything is waited for, so that two packs at the same time choose two names.
    active.add(work)
    let isChosen = false
    try {
      isChosen = await isFree(target, published, owner)
    } finally {
      if (!isChosen) active.delete(work)
    }
    if (isChosen) return workplaceAt(target, chosen, owner, form)
  }
  throw new AppError('TARGET_EXISTS', { path: target, name })
}

function workplaceAt(target: string, name: string, owner: string, form: BagForm): Workplace {
  const path = join(target, publishedName(name, form))
  const work = `${path}.in-progress`
  const bag = join(work, form === 'zip' ? 'bag.zip' : 'bag')
  let isCreated = false
  const remove = async () => {
    if (isCreated) await rm(work, { recursive: true, force: true })
    active.delete(work)
  }
  return {
    name,
    bag,
    path,
    async create() {
      // Not recursive: a folder that appeared meanwhile is somebody else's.
      await mkdir(work)
      isCreated = true
      await writeFile(
        join(work, markerName),
        JSON.stringify({ program: PROGRAM, owner, name, startedAt: new Date().toISOString() }),
        { flag: 'wx' },
      )
      if (form === 'folder') await mkdir(bag)
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
  }
}
