import { isReservedName, maxNameCharacters, maxPathUnits, safeName } from '../names.ts'

/** Why a path from somebody else's file list must not be used. */
export type PathDanger = 'empty' | 'nul' | 'absolute' | 'drive' | 'network' | 'home' | 'variable' | 'dotSegment' | 'emptySegment'

/**
 * Judges a decoded path of a manifest or fetch file: null when it can only name something inside the bag, whatever
 * the system. Both separators count as such, because a path that is harmless on Linux may be opened on Windows.
 *
 * Source: RFC 8493 §5.1 (special directory characters), the hostile cases of the Library of Congress's suite.
 */
export function pathDanger(path: string): PathDanger | null {
  if (path === '') return 'empty'
  if (path.includes('\0')) return 'nul'
  if (/^[\\/]{2}/.test(path)) return 'network'
  if (/^[\\/]/.test(path)) return 'absolute'
  // `C:\x`, and `C:x`, which is relative to a folder that nobody knows.
  if (/^[A-Za-z]:/.test(path)) return 'drive'
  if (path.startsWith('~')) return 'home'
  if (/^(%[A-Za-z_][^%/\\]*%|\$\{?[A-Za-z_])/.test(path)) return 'variable'
  const segments = path.split(/[\\/]/)
  // Windows drops closing dots and spaces, so `.. ` and `...` may arrive as `..`.
  if (segments.some((segment) => segment !== '' && /^\.[. ]*$/.test(segment))) return 'dotSegment'
  if (segments.includes('')) return 'emptySegment'
  return null
}

/**
 * True for a path that this program itself may write, or later take in: every name is one that `safeName` gives, so
 * that it can be stored on any file system under this very name.
 */
export function isPortablePath(path: string): boolean {
  if (path.length > maxPathUnits || pathDanger(path) !== null) return false
  return path.split('/').every((name) => [...name].length <= maxNameCharacters && !isReservedName(name) && safeName(name) === name)
}
