/**
 * How fast a large pack is written and checked: `npm run bench [MiB]` (default 1024; `-- 5120` for the 5 GiB of a full year, which
 * takes four times that on the disk for a few minutes). Rates are told against plain `cp` and
 * `sha256sum` over the same files in the same run, because a number of megabytes alone says more of the disk than of us.
 */
import { execFileSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BagEntry, BagPlan } from '../../main/packs/bag/bag-plan.ts'
import { writeBag } from '../../main/packs/bag/write.ts'
import { verifyPack } from '../../main/packs/verify/verify.ts'

const MIB = 1024 * 1024
const total = Number(process.argv[2] ?? 1024)
const each = 8

/** Photos of 8 MiB each that no file system can make smaller. */
function makeFiles(folder: string): BagEntry[] {
  const block = randomBytes(MIB)
  return Array.from({ length: Math.ceil(total / each) }, (_, index) => {
    const file = join(folder, `${index}.jpg`)
    const hash = createHash('sha256')
    const handle = openSync(file, 'wx')
    for (let at = 0; at < each; at++) {
      block.writeUInt32LE(index * each + at, 0)
      writeSync(handle, block)
      hash.update(block)
    }
    closeSync(handle)
    const source = { kind: 'file' as const, file, label: file, octets: each * MIB, sha256: hash.digest('hex') }
    return { path: `photos/${index}.jpg`, source }
  })
}

interface Measured {
  readonly what: string
  readonly seconds: number
  /** Longest time the main thread answered nobody, in milliseconds, for whatever reason. */
  readonly pause: number
  /** What of such a time it was computing itself; the rest another program had the processor, or the disk was waited for. */
  readonly busy: number
  readonly memory: number
}

const TICK = 5

/** Runs one step, watching how long the main thread answers nobody, and the largest memory. */
async function measured(what: string, work: () => unknown): Promise<Measured> {
  let [pause, busy, memory] = [0, 0, 0]
  let last = performance.now()
  let cpu = process.threadCpuUsage()
  const timer = setInterval(() => {
    const now = performance.now()
    const { user, system } = process.threadCpuUsage(cpu)
    cpu = process.threadCpuUsage()
    const late = now - last - TICK
    pause = Math.max(pause, late)
    busy = Math.max(busy, Math.min(late, (user + system) / 1000))
    last = now
    memory = Math.max(memory, process.memoryUsage.rss())
  }, TICK)
  const start = performance.now()
  await work()
  const seconds = (performance.now() - start) / 1000
  clearInterval(timer)
  return { what, seconds, pause, busy, memory }
}

const folder = mkdtempSync(join(tmpdir(), 'branch-handbook-bench-'))
try {
  const source = join(folder, 'source')
  for (const name of ['source', 'out', 'zip', 'cp']) mkdirSync(join(folder, name))
  const plan: BagPlan = { name: 'bench', entries: makeFiles(source), info: [['Pack-Kind', 'evidence']], tagFiles: () => [] }
  const copied = join(folder, 'cp')
  const cp = await measured('cp + sync', () => execFileSync('sh', ['-c', 'cp -r "$0" "$1" && sync -f "$1"', source, copied]))
  const sum = await measured('sha256sum', () => execFileSync('sh', ['-c', 'sha256sum "$0"/* > /dev/null', source]))
  // What the machine itself makes a thread wait, with nothing to do: the pauses below are to be read against it.
  const idle = await measured('idle', () => new Promise((resolve) => setTimeout(resolve, 5000)))
  const steps = [
    await measured('export, folder', () => writeBag(plan, { targetPath: join(folder, 'out'), owner: 'bench' })),
    await measured('export, ZIP', () => writeBag(plan, { targetPath: join(folder, 'zip'), owner: 'bench', form: 'zip' })),
    await measured('verify, folder', () => verifyPack(join(folder, 'out', 'bench'))),
    await measured('verify, ZIP', () => verifyPack(join(folder, 'zip', 'bench.zip'))),
  ]
  const size = plan.entries.length * each
  const rate = (seconds: number) => `${(size / seconds).toFixed(0)} MiB/s`
  console.log(`${size} MiB in ${plan.entries.length} files; cp + sync ${rate(cp.seconds)}, sha256sum ${rate(sum.seconds)}`)
  console.log(
    `idle: longest pause ${idle.pause.toFixed(0)} ms (computing ${idle.busy.toFixed(0)} ms), memory ${(idle.memory / MIB).toFixed(0)} MiB`,
  )
  for (const { what, seconds, pause, busy, memory } of steps) {
    // An export copies, hashes and reads back with hashing; a check only hashes.
    const plain = what.startsWith('export') ? cp.seconds + 2 * sum.seconds : sum.seconds
    const words = [
      rate(seconds),
      `${((plain / seconds) * 100).toFixed(0)} % of plain tools`,
      `longest pause ${pause.toFixed(0)} ms (computing ${busy.toFixed(0)} ms)`,
    ]
    console.log(`${what.padEnd(16)} ${words.join(', ')}, memory ${(memory / MIB).toFixed(0)} MiB`)
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
