import { readFileSync } from 'node:fs'
import type { FontChoice } from '#shared/documents/contract.ts'
import { type BundledFamily, type FontFace, fontFile } from './fonts.ts'

interface Chain {
  /** Fonts as offices have them (DOMAIN 3.2), best first. */
  readonly office: readonly string[]
  /** Ours, before any font of the system: a system's CFF font would end as Type 3 in the PDF. */
  readonly bundled: readonly BundledFamily[]
  readonly generic: 'serif' | 'sans-serif'
}

const chains: Record<'fang' | 'song' | 'hei' | 'kai' | 'title', Chain> = {
  // No open 仿宋 is to be had: 宋 takes its place.
  fang: {
    office: ['仿宋_GB2312', 'FangSong_GB2312', '仿宋', 'FangSong', '华文仿宋', 'STFangsong'],
    bundled: ['BH Song', 'BH Kai'],
    generic: 'serif',
  },
  song: { office: ['宋体', 'SimSun', '华文宋体', 'STSong'], bundled: ['BH Song', 'BH Kai'], generic: 'serif' },
  hei: { office: ['黑体', 'SimHei', '华文黑体', 'STHeiti'], bundled: ['BH Hei', 'BH Song', 'BH Kai'], generic: 'sans-serif' },
  kai: { office: ['楷体_GB2312', 'KaiTi_GB2312', '楷体', 'KaiTi', '华文楷体', 'STKaiti'], bundled: ['BH Kai'], generic: 'serif' },
  title: {
    office: ['方正小标宋简体', 'FZXiaoBiaoSong-B05S', '方正小标宋_GBK', 'FZXiaoBiaoSong-B05'],
    bundled: ['BH Biaosong', 'BH Kai'],
    generic: 'serif',
  },
}

/** `--fang: "仿宋_GB2312", …` for each use. */
export function familyVariables(choice: FontChoice): string {
  return Object.entries(chains)
    .map(([name, { office, bundled, generic }]) => {
      const families = [...(choice === 'office' ? office : []), ...bundled].map((family) => `"${family}"`)
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
