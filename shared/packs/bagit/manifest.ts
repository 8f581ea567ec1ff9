/** One line of a manifest: the path as the file system has it (decoded), the checksum in lower-case hex. */
export interface ManifestEntry {
  readonly path: string
  readonly checksum: string
}

/** `1.0` follows RFC 8493; older bags follow the drafts, which encode less and allow md5sum's `*`. */
export type ManifestDialect = 'current' | 'draft'

/** Percent-encodes LF, CR and `%`, and only those (RFC 8493 §2.1.3). */
export function encodePath(path: string): string {
  return path.replace(/[%\r\n]/g, (character) => (character === '%' ? '%25' : character === '\r' ? '%0D' : '%0A'))
}

/**
 * The path as the file system has it. A `%` that begins none of the three sequences stays as it is: widespread tools
 * never encoded it, and a bag of theirs is intact. The drafts do not encode `%`, so `%25` stays there too.
 */
export function decodePath(text: string, dialect: ManifestDialect = 'current'): string {
  return text.replace(dialect === 'current' ? /%(0A|0D|25)/gi : /%(0A|0D)/gi, (_, code: string) =>
    code === '25' ? '%' : code.toUpperCase() === '0D' ? '\r' : '\n',
  )
}

/** `checksum␣␣path`, two spaces as `sha256sum -c` wants them, each line ended by LF. */
export function printManifest(entries: readonly ManifestEntry[]): string {
  return entries.map(({ path, checksum }) => `${checksum}  ${encodePath(path)}\n`).join('')
}

/** Octets of a checksum by normalised algorithm name (RFC 8493 §2.4); others are not supported. */
export const checksumOctets: Readonly<Record<string, number>> = {
  md5: 16,
  sha1: 20,
  sha224: 28,
  sha256: 32,
  sha384: 48,
  sha512: 64,
}

/**
 * Reads one line (without its end). Null when it does not have the form `checksum path` or the checksum does not have
 * the algorithm's length (RFC 8493 §2.1.3). Spaces that belong to the path, also at its end, stay.
 */
export function parseManifestLine(line: string, algorithm: string, dialect: ManifestDialect = 'current'): ManifestEntry | null {
  const match = /^([0-9A-Fa-f]+)[ \t]+(.*)$/s.exec(line)
  const checksum = match?.[1]
  let path = match?.[2]
  if (checksum === undefined || path === undefined || path === '') return null
  if (checksum.length !== (checksumOctets[algorithm] ?? 0) * 2) return null
  if (dialect === 'draft') path = path.replace(/^\*/, '').replace(/^(\.\/)+/, '')
  return { path: decodePath(path, dialect), checksum: checksum.toLowerCase() }
}

/** `manifest-sha256.txt` → payload, sha256; null for any other name. The algorithm is lower-case and alphanumeric (§2.4). */
export function manifestKind(name: string): { readonly of: 'payload' | 'tags'; readonly algorithm: string } | null {
  const match = /^(tag)?manifest-([^/\\]+)\.txt$/.exec(name)
  if (!match) return null
  return { of: match[1] === undefined ? 'payload' : 'tags', algorithm: match[2] ?? '' }
}

/** One line of fetch.txt: `url length path` (RFC 8493 §2.2.3). Null when it does not have that form. */
export function parseFetchLine(
  line: string,
  dialect: ManifestDialect = 'current',
): { readonly url: string; readonly octets: number | null; readonly path: string } | null {
  const match = /^([A-Za-z][A-Za-z0-9+.-]*:\S+)[ \t]+(\d+|-)[ \t]+(.+)$/s.exec(line)
  if (!match) return null
  return { url: match[1] ?? '', octets: match[2] === '-' ? null : Number(match[2]), path: decodePath(match[3] ?? '', dialect) }
}
