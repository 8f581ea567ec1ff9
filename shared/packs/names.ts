/** Longest name of a file or folder in a pack, in characters (DESIGN §8). */
export const maxNameCharacters = 100
/** Longest name in octets of UTF-8: Linux file systems end at 255, and `.in-progress` or a number may be added. */
export const maxNameOctets = 230
/** Longest path from the pack's root, in UTF-16 units: Windows programs end at 260 with drive and folders before it. */
export const maxPathUnits = 180

/** Not allowed in a name on Windows, or with a meaning of its own in a file list (`%`). */
const FORBIDDEN = /[%\\/:*?"<>|]/g
/** Invisible characters: controls, direction marks that make `gpj.exe` look like `exe.jpg`, zero-width and unassigned ones. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}\ufffc\ufffd]/gu
/** Device names of Windows, with any extension; superscript digits count there too. */
const RESERVED = /^(con|prn|aux|nul|conin\$|conout\$|clock\$|(com|lpt)[0-9\u00b9\u00b2\u00b3])$/i

/** True for a name that Windows keeps for a device: `CON`, `nul.txt`, `COM1 .log`. */
export function isReservedName(name: string): boolean {
  return RESERVED.test((name.split('.')[0] ?? '').trim())
}

/** Octets of a text in UTF-8, without needing the platform's encoder. */
export function utf8Octets(text: string): number {
  let octets = 0
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0
    octets += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4
  }
  return octets
}

/** What two names share when some file system takes them for the same one: case and normalisation do not count. */
export function foldedName(name: string): string {
  return name.normalize('NFKC').toUpperCase().toLowerCase().normalize('NFKC')
}

/** Edges that Windows drops or that hide a file: spaces, dots, and `~`, which shells take for a home folder. */
const trimmedEdges = (name: string) => name.replace(/^[\s.~_]+/u, '').replace(/[\s._]+$/u, '')

/** The longest beginning that fits, cut between characters. */
function cut(text: string, characters: number, octets: number, units: number): string {
  let result = ''
  let used = 0
  let size = 0
  for (const character of text) {
    size += utf8Octets(character)
    used += 1
    if (used > characters || size > octets || result.length + character.length > units) break
    result += character
  }
  return result
}

/** `会议纪要.docx` → `['会议纪要', '.docx']`; only a short plain extension counts as one. */
export function splitExtension(name: string): [stem: string, extension: string] {
  const match = /^(.+?)(\.[A-Za-z0-9]{1,10})$/su.exec(name)
  return match ? [match[1] ?? '', match[2] ?? ''] : [name, '']
}

export interface NameLimits {
  readonly characters?: number
  readonly octets?: number
  readonly units?: number
}

/**
 * A name that every file system and tool in use takes, from any text: NFC, none of `% \ / : * ? " < > |`, nothing
 * invisible, no white space (it becomes `_`), no edge dots, no device name, cut to the limits with the extension kept.
 * Total and idempotent; text of which nothing is left gives `fallback`, which must itself be such a name.
 */
export function safeName(text: string, fallback = '未命名', limits: NameLimits = {}): string {
  const name = onePass(text, limits)
  if (name === '') return fallback
  if (isReservedName(name)) return safeName(`文件_${name}`, fallback, limits)
  // Cutting can uncover a new edge or extension; every pass only shortens, so this ends.
  return name === text ? name : safeName(name, fallback, limits)
}

function onePass(text: string, limits: NameLimits): string {
  const { characters = maxNameCharacters, octets = maxNameOctets, units = maxPathUnits } = limits
  const plain = text.normalize('NFC').replace(/\s+/gu, '_').replace(INVISIBLE, '').normalize('NFC').replace(FORBIDDEN, '_')
  const [rawStem, extension] = splitExtension(trimmedEdges(plain))
  const length = extension.length
  const stem = trimmedEdges(cut(rawStem, characters - length, octets - length, units - length))
  return stem === '' ? '' : `${stem}${extension}`
}

/** The same name with a number before its extension: `照片_2.jpg`. */
export function numberedName(name: string, number: number, limits: NameLimits = {}): string {
  const { characters = maxNameCharacters, octets = maxNameOctets, units = maxPathUnits } = limits
  const [stem, extension] = splitExtension(name)
  const suffix = `_${number}${extension}`
  return `${trimmedEdges(cut(stem, characters - suffix.length, octets - suffix.length, units - suffix.length))}${suffix}`
}

/** Gives out paths of a pack so that no two are the same on any file system. */
export interface PathTable {
  /**
   * The path of `name` in `folder` ('' for the root, otherwise as given out or fixed by the layout, without a closing
   * slash). Same calls in the same order give the same paths.
   */
  place(folder: string, name: string): string
}

/** @param prefix what stands before every path in the pack, such as `data/`; it counts for the length. */
export function pathTable(prefix = ''): PathTable {
  const files = new Set<string>()
  const folders = new Set<string>()
  return {
    place(folder, name) {
      const head = folder === '' ? '' : `${folder}/`
      const limits = { units: maxPathUnits - prefix.length - head.length }
      if (limits.units < 20) throw new RangeError(`folder is too long: ${folder}`)
      for (let end = head.indexOf('/'); end >= 0; end = head.indexOf('/', end + 1)) {
        const key = foldedName(head.slice(0, end))
        if (files.has(key)) throw new RangeError(`folder is a file: ${folder}`)
        folders.add(key)
      }
      const first = safeName(name, '未命名', limits)
      for (let number = 1; ; number++) {
        const path = `${head}${number === 1 ? first : numberedName(first, number, limits)}`
        const key = foldedName(path)
        if (files.has(key) || folders.has(key)) continue
        files.add(key)
        return path
      }
    },
  }
}

/**
 * `<机关>_<支部>_2025年度_佐证材料_20260110`; parts that are empty are left out. Short enough for `.in-progress` and a
 * number after it.
 *
 * @param madeOn `YYYY-MM-DD`
 * @param what 佐证材料, 达标创星佐证材料
 */
export function packName(superior: string, branch: string, year: number, madeOn: string, what = '佐证材料'): string {
  return joinedName(superior, branch, `${year}年度_${what}_${madeOn.replaceAll('-', '')}`)
}

/** `<机关>_<支部>_数据移交_20260110`. @param madeOn `YYYY-MM-DD` */
export function exchangeName(superior: string, branch: string, madeOn: string): string {
  return joinedName(superior, branch, `数据移交_${madeOn.replaceAll('-', '')}`)
}

function joinedName(superior: string, branch: string, tail: string): string {
  const head = [superior, branch]
    .filter((part) => part.trim() !== '')
    .map((part) => safeName(part, '支部', { characters: 28, octets: 84 }))
  return [...head, tail].join('_')
}
