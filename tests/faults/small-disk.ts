import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

// A file system of a few megabytes that is really full: in memory, in a name space of its own, so that it is gone with the process
// that uses it and no right is needed where the system lets users have name spaces.

const OCTETS = 12 * 1024 ** 2
const BLOCK = 4096
const ballast = '.ballast'

/** Puts a program on a small disk that is mounted at `root`: the command and its arguments. */
export function onSmallDisk(root: string, program: string, argv: readonly string[]): [command: string, argv: string[]] {
  const flags = process.getuid?.() === 0 ? '-m' : '-Urm'
  const script = `mount -t tmpfs -o size=${OCTETS} tmpfs "$0" && exec "$@"`
  return ['unshare', [flags, 'sh', '-c', script, root, program, ...argv]]
}

/** Whether this machine lets us; elsewhere the tests on a small disk are left out. */
export const hasSmallDisk = (() => {
  const root = mkdtempSync(join(tmpdir(), 'branch-handbook-disk-'))
  const [command, argv] = onSmallDisk(root, 'true', [])
  const { status } = spawnSync(command, argv, { stdio: 'ignore' })
  rmSync(root, { recursive: true, force: true })
  return status === 0
})()

/** The small disk of this process. */
export function openSmallDisk(root: string) {
  return {
    /** Fills it but for so many blocks. */
    fill(blocks: number) {
      const { bavail, bsize } = statfsSync(root)
      writeFileSync(join(root, ballast), Buffer.alloc(Math.max(0, bavail * bsize - blocks * BLOCK), 0x55))
    },
    clear: () => rmSync(join(root, ballast), { force: true }),
  }
}
