import { createHash } from 'node:crypto'
import { lstat, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { BagPlan, BagSource } from './bag-plan.ts'

/** Says whose unfinished work a folder is. It lies beside the bag, never in it, so that the bag is moved out whole. */
export const markerName = '支部手册-正在写入.json'
const PROGRAM = 'branch-handbook'
/** Largest marker that is read, in octets: a list of everything that was unticked is in it. */
const MAX_MARKER = 2 * 1024 * 1024

const markerSchema = z.object({
  program: z.literal(PROGRAM),
  owner: z.string(),
  name: z.string().catch(''),
  startedAt: z.string().catch(''),
  /** Fingerprint of the plan; an older program wrote none. */
  plan: z.string().catch(''),
  /** What the pack was to be made of, as whoever asked for it described it. */
  job: z.unknown().optional(),
})
export type Marker = z.infer<typeof markerSchema>

/** Writes the marker of a new unfinished folder. */
export async function writeMarker(work: string, marker: Omit<Marker, 'program' | 'startedAt'>): Promise<void> {
  const content = JSON.stringify({ program: PROGRAM, ...marker, startedAt: new Date().toISOString() })
  await writeFile(join(work, markerName), content, { flag: 'wx' })
}

/** What the mark in an unfinished folder says, when it is ours; otherwise null. */
export async function ownMark(work: string, owner: string): Promise<Marker | null> {
  try {
    const file = join(work, markerName)
    const stats = await lstat(file)
    if (!(await lstat(work)).isDirectory() || !stats.isFile() || stats.size > MAX_MARKER) return null
    const marker = markerSchema.parse(JSON.parse(await readFile(file, 'utf8')))
    return marker.owner === owner ? marker : null
  } catch {
    return null
  }
}

/**
 * A plain folder whose mark says what it was to become. In an archive nothing can be kept: its beginning has no directory.
 *
 * @param published name that the finished pack was to have
 */
export const isContinuable = (published: string, { plan, job }: Marker): boolean =>
  plan !== '' && job !== undefined && job !== null && !published.endsWith('.zip')

const sha256 = (content: string | Uint8Array) => createHash('sha256').update(content).digest('hex')

function sourceMark(source: BagSource): string {
  if (source.kind === 'bytes') return sha256(source.content)
  return source.kind === 'file' ? (source.sha256 ?? String(source.octets)) : 'made'
}

/** The same for two plans that give the same pack: papers are made from the records, which are in every plan as they are. */
export function planFingerprint({ name, entries, info }: BagPlan): string {
  return sha256(JSON.stringify([name, info, entries.map(({ path, source }) => [path, sourceMark(source)])]))
}
