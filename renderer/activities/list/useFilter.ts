import { create } from 'zustand'
import type { ListFilter } from './group-lines.ts'

const everything: ListFilter = { purpose: null, state: null, text: '' }

interface FilterState {
  readonly filter: ListFilter
  change(patch: Partial<ListFilter>): void
  clear(): void
}

/** The filter outlives a look at one record. */
export const useFilter = create<FilterState>((set) => ({
  filter: everything,
  change: (patch) => set((state) => ({ filter: { ...state.filter, ...patch } })),
  clear: () => set({ filter: everything }),
}))
