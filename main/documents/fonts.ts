import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The fonts that are shipped, by what they are used for. All are static TrueType: CFF and variable fonts end as Type 3 in PDF. */
export const bundledFonts = [
  { family: 'BH Song', pack: 'noto-serif-sc', weight: 400 },
  { family: 'BH Biaosong', pack: 'noto-serif-sc', weight: 700 },
  { family: 'BH Hei', pack: 'noto-sans-sc', weight: 500 },
  { family: 'BH Kai', pack: 'lxgw-wenkai', weight: 500 },
] as const

export type BundledFamily = (typeof bundledFonts)[number]['family']

/** One file of a font: the characters it has, as pairs from–to; `ranges` null: it is not split and has the whole of GBK. */
export interface FontFace {
  readonly family: BundledFamily
  readonly file: string
  readonly unicodeRange: string | null
  readonly ranges: readonly (readonly [number, number])[] | null
}

/** The package folders as installed, or as `scripts/copy-fonts.mjs` has put them beside the bundle. */
function fontsFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  for (let level = 0; level < 6; level++) {
    for (const name of ['fonts', join('node_modules', '@fontsource')]) {
      const found = join(folder, name)
      if (existsSync(join(found, 'noto-serif-sc', 'unicode.json'))) return found
    }
    folder = dirname(folder)
  }
  throw new Error('the fonts of this installation are missing')
}

/** `U+4e00-4e05,U+4e10` → [[0x4e00, 0x4e05], [0x4e10, 0x4e10]] */
function parseRanges(text: string): [number, number][] {
  return text.split(',').map((range) => {
    const [from = '', to = from] = range.trim().slice(2).split('-')
    return [Number.parseInt(from, 16), Number.parseInt(to, 16)]
  })
}

// The order of fontsource's own style sheet: of two files with the same character the later one wins.
const isLatin = (slice: string) => !slice.startsWith('[')

function readFaces(folder: string): FontFace[] {
  return bundledFonts.flatMap(({ family, pack, weight }): FontFace[] => {
    const slices = JSON.parse(readFileSync(join(folder, pack, 'unicode.json'), 'utf8')) as Record<string, string>
    const keys = Object.keys(slices)
    if (keys.length === 0) return [{ family, file: `${pack}-latin-${weight}-normal.woff2`, unicodeRange: null, ranges: null }]
    // Latin first, so that quotes and dashes are the full-width ones of the Chinese slices.
    return [...keys.filter(isLatin), ...keys.filter((key) => !isLatin(key))].map((key) => {
      const unicodeRange = slices[key] ?? ''
      return {
        family,
        file: `${pack}-${key.replace(/[[\]]/g, '')}-${weight}-normal.woff2`,
        unicodeRange,
        ranges: parseRanges(unicodeRange),
      }
    })
  })
}

let known: { readonly faces: readonly FontFace[]; readonly paths: ReadonlyMap<string, string> } | null = null

function fonts() {
  if (known) return known
  const folder = fontsFolder()
  const faces = readFaces(folder)
  const packOf = new Map<string, string>(bundledFonts.map(({ family, pack }) => [family, pack]))
  const paths = new Map(faces.map(({ family, file }) => [file, join(folder, packOf.get(family) ?? '', 'files', file)]))
  known = { faces, paths }
  return known
}

/** Where the font that a page asks for as `/fonts/<name>` lies; null for every name that is not on the list. */
export function fontFile(name: string): string | null {
  const path = fonts().paths.get(name)
  return path && existsSync(path) ? path : null
}

/** All names that `fontFile` knows. */
export const fontFileNames = (): string[] => [...fonts().paths.keys()]

const covers = (face: FontFace, codePoint: number) =>
  face.ranges?.some(([from, to]) => codePoint >= from && codePoint <= to) ?? true

/**
 * The files that a text needs, in the order of declaration: of the split fonts only the slices with its characters; the
 * whole 楷 font (7 MB) only where a character is in none of them, or where `needsKai` says that it is asked for itself.
 */
export function facesFor(text: string, needsKai: boolean): FontFace[] {
  const codePoints = [...new Set(text)].map((character) => character.codePointAt(0) ?? 0)
  const { faces } = fonts()
  const split = faces.filter((face) => face.ranges && codePoints.some((codePoint) => covers(face, codePoint)))
  const isRare = codePoints.some(
    (codePoint) => codePoint > 0x2e7f && !split.some((face) => face.family === 'BH Song' && covers(face, codePoint)),
  )
  return [...split, ...faces.filter((face) => !face.ranges && (needsKai || isRare))]
}
