import { create } from 'zustand'
import { type TextSize, textSizes } from './theme.ts'

const textSizeKey = 'branch-handbook.text-size'

function storedTextSize(): TextSize {
  const stored = window.localStorage.getItem(textSizeKey)
  return stored !== null && stored in textSizes ? (stored as TextSize) : 'standard'
}

interface AppState {
  /** The year that the whole program shows; null until chosen: the running year. */
  readonly year: number | null
  readonly textSize: TextSize
  chooseYear(year: number): void
  chooseTextSize(size: TextSize): void
}

/** What the screen alone knows, beyond one page. */
export const useAppStore = create<AppState>((set) => ({
  year: null,
  textSize: storedTextSize(),
  chooseYear: (year) => set({ year }),
  chooseTextSize: (textSize) => {
    window.localStorage.setItem(textSizeKey, textSize)
    set({ textSize })
  },
}))
