/**
 * `npm run bench [-- MiB]` (default 1024; `-- 5120` for the 5 GiB of a full year, which takes five times that on the disk for a few
 * minutes). Each part is a process of its own, built as the program is, so that its memory is its own.
 */
import { execFileSync } from 'node:child_process'
import { buildWorker } from '../faults/built-worker.ts'

for (const part of ['packs', 'import', 'volume']) {
  const { program, remove } = await buildWorker(`../bench/${part}`)
  try {
    execFileSync(process.execPath, [program, ...process.argv.slice(2)], { stdio: 'inherit' })
  } finally {
    remove()
  }
}
