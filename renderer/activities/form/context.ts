import { createContext, use } from 'react'
import { useStore } from 'zustand'
import { type FormPart, partAt } from './model.ts'
import type { FormState, FormStore } from './store.ts'

export const FormStoreContext = createContext<FormStore | null>(null)

/** The store of the form this component stands in, for event handlers. */
export function useFormStore(): FormStore {
  const store = use(FormStoreContext)
  if (!store) throw new Error('no form around this component')
  return store
}

export function useForm<T>(select: (state: FormState) => T): T {
  return useStore(useFormStore(), select)
}

/** A field of the part that the form shows. */
export function usePart<T>(select: (part: FormPart) => T): T {
  return useForm((state) => select(partAt(state.model, state.shown)))
}
