/** Checksums that manifests give for paths; small, because there are as many as files. */
export interface ListedFiles {
  /** Adds one checksum. `repeated`: this manifest has listed the path before with the same checksum; `conflict`: with another. */
  add(manifest: string, algorithm: string, path: string, checksum: string): 'new' | 'repeated' | 'conflict'
  readonly size: number
  paths(): IterableIterator<string>
  /** Checksum by algorithm. */
  checksums(path: string): ReadonlyMap<string, string>
  /** Names of the manifests that list the path. */
  manifests(path: string): readonly string[]
}

interface Listed {
  readonly checksums: Map<string, string>
  readonly manifests: string[]
}

export function listedFiles(): ListedFiles {
  const listed = new Map<string, Listed>()
  return {
    get size() {
      return listed.size
    },
    paths: () => listed.keys(),
    checksums: (path) => listed.get(path)?.checksums ?? new Map(),
    manifests: (path) => listed.get(path)?.manifests ?? [],
    add(manifest, algorithm, path, checksum) {
      const entry: Listed = listed.get(path) ?? { checksums: new Map(), manifests: [] }
      listed.set(path, entry)
      if (entry.manifests.includes(manifest)) return entry.checksums.get(algorithm) === checksum ? 'repeated' : 'conflict'
      entry.checksums.set(algorithm, checksum)
      entry.manifests.push(manifest)
      return 'new'
    },
  }
}
