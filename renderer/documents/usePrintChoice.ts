import { create } from 'zustand'
import { type FontChoice, fontChoices, type PrintStyle, printStyles } from '#shared/documents/contract.ts'

const KEY = 'branch-handbook.print'

interface PrintChoice {
  readonly style: PrintStyle
  readonly fonts: FontChoice
  chooseStyle(style: PrintStyle): void
  chooseFonts(fonts: FontChoice): void
}

function stored(): { style: PrintStyle; fonts: FontChoice } {
  const [style, fonts] = (window.localStorage.getItem(KEY) ?? '').split(' ')
  return {
    style: printStyles.find((known) => known === style) ?? 'table',
    fonts: fontChoices.find((known) => known === fonts) ?? 'office',
  }
}

/** Style and fonts of the last print: an office prints all its minutes alike. */
export const usePrintChoice = create<PrintChoice>((set, get) => {
  const choose = (patch: Partial<PrintChoice>) => {
    set(patch)
    const { style, fonts } = get()
    window.localStorage.setItem(KEY, `${style} ${fonts}`)
  }
  return { ...stored(), chooseStyle: (style) => choose({ style }), chooseFonts: (fonts) => choose({ fonts }) }
})
