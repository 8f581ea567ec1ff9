import { readFileSync } from 'node:fs'
import type { FontChoice } from '#shared/documents/contract.ts'
import { type FontRole, fontRoles, officeFonts } from '#shared/documents/font-names.ts'
import { type BundledFamily, type FontFace, fontFile } from './fonts.ts'

interface Chain {
  /** Ours, before any font of the system: a system's CFF font would end as Type 3 in the PDF. */
  readonly bundled: readonly BundledFamily[]
  readonly generic: 'serif' | 'sans-serif'
}

const chains: Record<FontRole, Chain> = {
  // No open 仿宋 is to be had: 宋 takes its place.
  fang: { bundled: ['BH Song', 'BH Kai'], generic: 'serif' },
  song: { bundled: ['BH Song', 'BH Kai'], generic: 'serif' },
  hei: { bundled: ['BH Hei', 'BH Song', 'BH Kai'], generic: 'sans-serif' },
  kai: { bundled: ['BH Kai'], generic: 'serif' },
  title: { bundled: ['BH Biaosong', 'BH Kai'], generic: 'serif' },
}

/** `--fang: "仿宋_GB2312", …` for each use. */
export function familyVariables(choice: FontChoice): string {
  return fontRoles
    .map((name) => {
      const { bundled, generic } = chains[name]
      const families = [...(choice === 'office' ? officeFonts[name] : []), ...bundled].map((family) => `"${family}"`)
      return `--${name}: ${[...families, generic].join(', ')};`
    })
    .join(' ')
}

/** `@font-face` rules. `embed`: the files inside the document, for HTML that has to stand alone. */
export function faceRules(faces: readonly FontFace[], embed: boolean): string {
  return faces
    .map(({ family, file, unicodeRange }) => {
      const path = embed ? fontFile(file) : null
      const url = path ? `data:font/woff2;base64,${readFileSync(path).toString('base64')}` : `/fonts/${file}`
      const range = unicodeRange ? ` unicode-range: ${unicodeRange};` : ''
      // Any weight asked for is this one: a bold made by the browser would blur.
      return `@font-face { font-family: "${family}"; font-weight: 1 1000; font-display: block; src: url("${url}") format("woff2");${range} }`
    })
    .join('\n')
}
