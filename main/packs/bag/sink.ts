import type { BagSource } from './bag-plan.ts'
import type { Written } from './copy.ts'

/** Where a bag is written: a folder, or one ZIP file. Files come one after the other. */
export interface BagSink {
  /** Writes one file, hashing what is written. `path` from the bag's root. @throws AppError as `writeSource` */
  put(path: string, source: BagSource, onOctets: (octets: number) => void, signal?: AbortSignal): Promise<Written>
  /** Flushes everything to the device. */
  close(): Promise<void>
  /**
   * Reads back what was written. Answers whether all of it came past the system's cache.
   *
   * @throws AppError PACK_READ_BACK_FAILED with the first file that differs, CANCELLED
   */
  readBack(onOctets: (item: string, octets: number) => void, signal?: AbortSignal): Promise<boolean>
  /** Lets go of open files after a failure. */
  abandon(): Promise<void>
}
