import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Mounts a file system of `octets` in memory; it is gone when the test is. */
export function mountTmpfs(atEnd: (work: () => void) => void, octets: number): string {
  const place = mkdtempSync(join(tmpdir(), 'branch-handbook-disk-'))
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${Math.ceil(octets / 1024)}k`, 'tmpfs', place], { stdio: 'ignore' })
  atEnd(() => {
    execFileSync('umount', ['-l', place])
    rmSync(place, { recursive: true, force: true })
  })
  return place
}

/** Whether this machine lets us mount; elsewhere the tests with a full disk are left out. */
export const canMount = (() => {
  try {
    const undo: (() => void)[] = []
    mountTmpfs((work) => undo.push(work), 64 * 1024)
    for (const work of undo) work()
    return true
  } catch {
    return false
  }
})()
