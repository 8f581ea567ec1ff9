import { execFileSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { closeSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'

export const MIB = 1024 * 1024
/** Size of a photo or scan, in MiB. */
export const eachMib = 8

/** A photo of `eachMib` that no file system can make smaller; none is like another. Answers its SHA-256. */
export function makePhoto(file: string, index: number): string {
  const block = randomBytes(MIB)
  const hash = createHash('sha256')
  const handle = openSync(file, 'wx')
  for (let at = 0; at < eachMib; at++) {
    block.writeUInt32LE(index * eachMib + at, 0)
    writeSync(handle, block)
    hash.update(block)
  }
  closeSync(handle)
  return hash.digest('hex')
}

export interface Measured {
  readonly what: string
  readonly seconds: number
  /** Longest time the main thread answered nobody, in milliseconds, for whatever reason. */
  readonly pause: number
  /** What of such a time it was computing itself; the rest another program had the processor, or the disk was waited for. */
  readonly busy: number
  /** Most memory in use, and what was in use before: this program loads at once what the real one loads when it is asked for. */
  readonly memory: number
  readonly before: number
}

const TICK = 5

/** Runs one step, watching how long the main thread answers nobody, and the largest memory. */
export async function measured(what: string, work: () => unknown): Promise<Measured> {
  const before = process.memoryUsage.rss()
  let [pause, busy, memory] = [0, 0, before]
  let last = performance.now()
  let cpu = process.threadCpuUsage()
  const look = () => {
    const now = performance.now()
    const { user, system } = process.threadCpuUsage(cpu)
    cpu = process.threadCpuUsage()
    const late = now - last - TICK
    pause = Math.max(pause, late)
    busy = Math.max(busy, Math.min(late, (user + system) / 1000))
    last = now
    memory = Math.max(memory, process.memoryUsage.rss())
  }
  const timer = setInterval(look, TICK)
  const start = performance.now()
  await work()
  const seconds = (performance.now() - start) / 1000
  // A step that never gave way has no tick of its own.
  look()
  clearInterval(timer)
  return { what, seconds, pause, busy, memory, before }
}

/** Copies a folder and waits until the disk has it, with plain tools. */
export const copied = (from: string, to: string) =>
  measured('cp + sync', () => execFileSync('sh', ['-c', 'cp -r "$0" "$1" && sync -f "$1"', from, to]))

/** Reads every file below a folder, with plain tools. */
export const summed = (folder: string) =>
  measured('sha256sum', () => execFileSync('sh', ['-c', 'find "$0" -type f -exec sha256sum {} + > /dev/null', folder]))

/** Prints one step, its speed told against what the named peer took for the same. */
export function report(
  { what, seconds, pause, busy, memory, before }: Measured,
  amount: string,
  peer: number,
  peerName: string,
): void {
  const words = [
    amount,
    `${((peer / seconds) * 100).toFixed(0)} % of ${peerName}`,
    `longest pause ${pause.toFixed(0)} ms (computing ${busy.toFixed(0)} ms)`,
  ]
  console.log(
    `${what.padEnd(16)} ${words.join(', ')}, memory ${(memory / MIB).toFixed(0)} MiB (${(before / MIB).toFixed(0)} before)`,
  )
}

export const rate = (mib: number, { seconds }: Measured) => `${(mib / seconds).toFixed(0)} MiB/s`
export const filesOf = (folder: string, count: number) => Array.from({ length: count }, (_, index) => join(folder, `${index}.jpg`))
