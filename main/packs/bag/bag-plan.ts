import type { Progress } from '#shared/kernel/contract.ts'
import type { InfoElement } from '#shared/packs/bagit/tag-files.ts'

/** Where the content of a file comes from. Each is read once, while the pack is written. */
export type BagSource =
  | { readonly kind: 'bytes'; readonly content: Uint8Array }
  /** A file of this machine; with `sha256` it must still have that content. `label` names it in messages. */
  | { readonly kind: 'file'; readonly file: string; readonly label: string; readonly octets: number; readonly sha256?: string }
  /** Made when its turn comes; `estimate` in octets serves the space check and the progress. What takes long tells its own steps. */
  | {
      readonly kind: 'made'
      readonly estimate: number
      make(signal?: AbortSignal, onProgress?: (progress: Progress) => void): Promise<Uint8Array>
    }

/** One file of the payload; `path` below `data/`, as `pathTable` gives it out. */
export interface BagEntry {
  readonly path: string
  readonly source: BagSource
}

/** A tag file besides those of RFC 8493. */
export interface BagTagFile {
  readonly path: string
  readonly content: string
}

/** What is known when the payload is complete. */
export interface BagFacts {
  readonly name: string
  readonly files: number
  readonly octets: number
}

/** Everything that goes into a bag. Nothing in it knows what the files are about. */
export interface BagPlan {
  /** Name of the folder; a number is added when it is taken. */
  readonly name: string
  readonly entries: readonly BagEntry[]
  /** Elements of bag-info.txt; Payload-Oxum is added. */
  readonly info: readonly InfoElement[]
  tagFiles(facts: BagFacts): readonly BagTagFile[]
}

/** Octets of a source as far as they are known beforehand. */
export function expectedOctets(source: BagSource): number {
  return source.kind === 'bytes' ? source.content.length : source.kind === 'file' ? source.octets : source.estimate
}
