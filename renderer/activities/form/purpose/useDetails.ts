import { useForm, usePart } from '../context.ts'
import type { FormDetails } from '../model.ts'

const none: FormDetails = {}

/** The fields that only one purpose has, of the part shown, and how to write them. */
export function useDetails(): { readonly details: FormDetails; readonly change: (patch: Partial<FormDetails>) => void } {
  const details = usePart((part) => part.carried.details) ?? none
  const editPart = useForm((state) => state.editPart)
  return {
    details,
    change: (patch) =>
      editPart((part) => ({ ...part, carried: { ...part.carried, details: { ...part.carried.details, ...patch } } })),
  }
}
