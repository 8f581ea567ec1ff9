import { setFlagsFromString } from 'node:v8'

/**
 * Has V8 collect its heap once it has grown by a third, and keeps its space for new objects at 4 MiB a half instead of 16. By
 * itself V8 lets the heap grow with the memory of the machine to a multiple of what is in use: after thousands of calls that
 * was 250 MiB of waste, on an office PC that has little.
 */
export function keepHeapSmall(): void {
  setFlagsFromString('--heap-growing-percent=30')
  setFlagsFromString('--max-semi-space-size=4')
}
