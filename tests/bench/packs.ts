/**
 * How fast a large pack is written and checked. Rates are told against plain `cp` and `sha256sum` over the same files in the same
 * run, because a number of megabytes alone says more of the disk than of us.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BagEntry, BagPlan } from '../../main/packs/bag/bag-plan.ts'
import { writeBag } from '../../main/packs/bag/write.ts'
import { verifyPack } from '../../main/packs/verify/verify.ts'
import { copied, eachMib, filesOf, MIB, makePhoto, measured, rate, report, summed } from './measured.ts'

const total = Number(process.argv[2] ?? 1024)

const makeFiles = (folder: string): BagEntry[] =>
  filesOf(folder, Math.ceil(total / eachMib)).map((file, index) => {
    const sha256 = makePhoto(file, index)
    const source = { kind: 'file' as const, file, label: file, octets: eachMib * MIB, sha256 }
    return { path: `photos/${index}.jpg`, source }
  })

const folder = mkdtempSync(join(tmpdir(), 'branch-handbook-bench-'))
try {
  const source = join(folder, 'source')
  for (const name of ['source', 'out', 'zip', 'cp']) mkdirSync(join(folder, name))
  const plan: BagPlan = { name: 'bench', entries: makeFiles(source), info: [['Pack-Kind', 'evidence']], tagFiles: () => [] }
  const cp = await copied(source, join(folder, 'cp'))
  const sum = await summed(source)
  // What the machine itself makes a thread wait, with nothing to do: the pauses below are to be read against it.
  const idle = await measured('idle', () => new Promise((resolve) => setTimeout(resolve, 5000)))
  const steps = [
    await measured('export, folder', () => writeBag(plan, { targetPath: join(folder, 'out'), owner: 'bench' })),
    await measured('export, ZIP', () => writeBag(plan, { targetPath: join(folder, 'zip'), owner: 'bench', form: 'zip' })),
    await measured('verify, folder', () => verifyPack(join(folder, 'out', 'bench'))),
    await measured('verify, ZIP', () => verifyPack(join(folder, 'zip', 'bench.zip'))),
  ]
  const size = plan.entries.length * eachMib
  console.log(`${size} MiB in ${plan.entries.length} files; cp + sync ${rate(size, cp)}, sha256sum ${rate(size, sum)}`)
  console.log(
    `idle: longest pause ${idle.pause.toFixed(0)} ms (computing ${idle.busy.toFixed(0)} ms), memory ${(idle.memory / MIB).toFixed(0)} MiB`,
  )
  for (const step of steps) {
    // An export copies, hashes and reads back with hashing; a check only hashes.
    const plain = step.what.startsWith('export') ? cp.seconds + 2 * sum.seconds : sum.seconds
    report(step, rate(size, step), plain, 'plain tools')
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
