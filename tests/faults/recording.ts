import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { DiskState } from './power-model.ts'

/** One call that changed or flushed something. */
interface Step {
  readonly kind: 'made' | 'written' | 'cut' | 'flushed' | 'renamed' | 'removed'
  readonly inode: string
  readonly offset: number
  readonly path: string
  readonly second: string
  readonly data: Buffer
}

const kinds = ['made', 'written', 'cut', 'flushed', 'renamed', 'removed'] as const
const HEAD = 48

/** Reads what `recorded-calls.c` has written. */
export function readRecording(file: string): Step[] {
  const content = readFileSync(file)
  const steps: Step[] = []
  for (let at = 0; at < content.length; ) {
    const number = (index: number) => Number(content.readBigUInt64LE(at + index * 8))
    const lengths = [number(3), number(4), number(5)] as const
    const parts = lengths.map((length, index) => {
      const start = at + HEAD + lengths.slice(0, index).reduce((sum, each) => sum + each, 0)
      return content.subarray(start, start + length)
    })
    steps.push({
      kind: kinds[number(0) - 1] ?? 'flushed',
      inode: String(number(1)),
      offset: number(2),
      path: parts[0]?.toString() ?? '',
      second: parts[1]?.toString() ?? '',
      data: parts[2] ?? Buffer.alloc(0),
    })
    at += HEAD + lengths.reduce((sum, each) => sum + each, 0)
  }
  return steps
}

/** The system writes sectors: of what was not flushed any may be there and any other not. */
const SECTOR = 512

function written(content: Buffer, offset: number, data: Buffer): Buffer {
  const next = Buffer.alloc(Math.max(content.length, offset + data.length))
  content.copy(next)
  data.copy(next, offset)
  return next
}

const cutTo = (content: Buffer, size: number) => written(content.subarray(0, size), size, Buffer.alloc(0))

/** What one file holds: as flushed, and what has been done to it since. */
interface Content {
  flushed: Buffer
  live: Buffer
  since: Step[]
}

/** How much of what was not flushed has reached the disk: nothing, everything, or any sectors of it. */
export type Survival = 'flushed' | 'kept' | 'torn'

/** A disk that is played step by step from a folder as it was at the beginning, all of it flushed. */
export class RecordedDisk {
  private readonly contents = new Map<string, Content>()
  /** Names as they are: path → inode. Names on the disk: the same as of the last flush of their folder. */
  private readonly names = new Map<string, string>()
  private readonly flushedNames = new Map<string, string>()
  private readonly folders = new Map<string, string>()
  private readonly root: string

  constructor(root: string) {
    this.root = root
    const walk = (folder: string) => {
      this.folders.set(String(statSync(folder).ino), folder)
      for (const entry of readdirSync(folder, { withFileTypes: true })) {
        const path = join(folder, entry.name)
        const inode = String(statSync(path).ino)
        this.names.set(path, inode)
        if (entry.isDirectory()) walk(path)
        else this.hold(inode, readFileSync(path))
      }
    }
    walk(root)
    for (const [path, inode] of this.names) this.flushedNames.set(path, inode)
  }

  private hold(inode: string, content: Buffer): void {
    this.contents.set(inode, { flushed: content, live: content, since: [] })
  }

  play(step: Step): void {
    const content = this.contents.get(step.inode)
    if (step.kind === 'made') {
      this.names.set(step.path, step.inode)
      if (step.offset === 1) this.folders.set(step.inode, step.path)
      else this.hold(step.inode, Buffer.alloc(0))
    } else if (step.kind === 'renamed') {
      const inode = this.names.get(step.path)
      this.names.delete(step.path)
      if (inode !== undefined) this.names.set(step.second, inode)
    } else if (step.kind === 'removed') this.names.delete(step.path)
    else if (step.kind === 'flushed') this.flush(step.inode)
    else if (content) {
      content.live = step.kind === 'cut' ? cutTo(content.live, step.offset) : written(content.live, step.offset, step.data)
      content.since.push(step)
    }
  }

  private flush(inode: string): void {
    const content = this.contents.get(inode)
    if (content) {
      content.flushed = content.live
      content.since = []
    }
    const folder = this.folders.get(inode)
    if (folder === undefined) return
    const isIn = (path: string) => path.startsWith(`${folder}/`) && !path.slice(folder.length + 1).includes('/')
    for (const path of this.flushedNames.keys()) if (isIn(path) && !this.names.has(path)) this.flushedNames.delete(path)
    for (const [path, each] of this.names) if (isIn(path)) this.flushedNames.set(path, each)
  }

  /** A file whose folder has no name is lost with it. */
  private hasFolders(path: string, names: ReadonlyMap<string, string>): boolean {
    for (let folder = dirname(path); folder !== this.root; folder = dirname(folder)) if (!names.has(folder)) return false
    return true
  }

  /** What the disk holds after a power cut now. `chance` answers numbers from 0 to 1. */
  state(survival: Survival, chance: () => number): DiskState {
    const names = survival === 'flushed' ? this.flushedNames : this.names
    const disk = new Map<string, Buffer>()
    for (const [path, inode] of names) {
      const content = this.contents.get(inode)
      if (!content || !this.hasFolders(path, names)) continue
      const survived = survival === 'kept' ? content.live : survival === 'flushed' ? content.flushed : torn(content, chance)
      disk.set(path.slice(this.root.length + 1), survived)
    }
    return disk
  }
}

/** Some sectors of some writes, whatever their order; a new length may be there before what it holds. */
function torn({ flushed, since }: Content, chance: () => number): Buffer {
  let content = flushed
  for (const step of since) {
    if (step.kind === 'cut') {
      if (chance() < 0.5) content = cutTo(content, step.offset)
      continue
    }
    for (let at = 0; at < step.data.length; ) {
      const end = Math.min(step.data.length, (Math.floor((step.offset + at) / SECTOR) + 1) * SECTOR - step.offset)
      if (chance() < 0.5) content = written(content, step.offset + at, step.data.subarray(at, end))
      at = end
    }
  }
  return content
}
