import { create } from 'zustand'

interface NewCode {
  /** A recovery code that has not been written down yet; in memory only. */
  readonly code: string | null
  show(code: string): void
  forget(): void
}

/** The recovery code just made, until somebody says that it is printed or written down. */
export const useNewCode = create<NewCode>((set) => ({
  code: null,
  show: (code) => set({ code }),
  forget: () => set({ code: null }),
}))
