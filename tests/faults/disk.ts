import { closeSync, openSync, readSync, writeFileSync, writeSync } from 'node:fs'

/** What a failing disk answers, and which calls it answers so. */
export interface Fault {
  readonly name: 'full' | 'error' | 'broken'
  readonly errno: number
  /** Whether every later call fails too. */
  readonly isLasting: boolean
  /** Bits of `failing-calls.c`: 1 what takes room, 2 flushes, 4 removals, 8 reads. */
  readonly kinds: number
}

const ENOSPC = 28
const EIO = 5

/** A disk without room; one error of the device and then none; a device that is gone from then on. */
export const faults: readonly Fault[] = [
  { name: 'full', errno: ENOSPC, isLasting: true, kinds: 1 },
  { name: 'error', errno: EIO, isLasting: false, kinds: 15 },
  { name: 'broken', errno: EIO, isLasting: true, kinds: 15 },
]

const FIELDS = 6

/** Makes the file through which a process that runs on a failing disk is told what to do. */
export function makeControl(file: string): void {
  writeFileSync(file, Buffer.alloc(FIELDS * 8))
}

/** The failing disk of this process; the calls of the control file itself lie elsewhere and never fail. */
export function openDisk(controlFile: string) {
  const handle = openSync(controlFile, 'r+')
  const put = (numbers: readonly number[]) => {
    const content = Buffer.alloc(FIELDS * 8)
    for (const [index, number] of numbers.entries()) content.writeBigInt64LE(BigInt(number), index * 8)
    writeSync(handle, content, 0, content.length, 0)
  }
  return {
    /** From now on the call of this number fails, counted from here, beginning with 1. */
    fail: ({ errno, isLasting, kinds }: Fault, number: number) => put([0, number, errno, isLasting ? 1 : 0, kinds, 0]),
    /** Works again; answers how many calls have failed. */
    mend(): number {
      const content = Buffer.alloc(FIELDS * 8)
      readSync(handle, content, 0, content.length, 0)
      put([])
      return Number(content.readBigInt64LE(5 * 8))
    },
    close: () => closeSync(handle),
  }
}
