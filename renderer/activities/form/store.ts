import { createStore, type StoreApi } from 'zustand'
import type { ActivityProposal } from '#shared/activities/contract.ts'
import type { Activity } from '#shared/activities/schema.ts'
import { adoptIds } from './adopt-ids.ts'
import type { FormError } from './fields.ts'
import { type FormModel, type FormPart, firstPart, type ProposedField } from './model.ts'

/** What can be taken back: the model as it was before a row was deleted. */
export interface Undo {
  readonly text: string
  readonly before: FormModel
}

export interface FormState {
  readonly model: FormModel
  /** The model as the ledger has it; the form is clean while it is the same object. */
  readonly saved: FormModel | null
  /** Keys of agenda items that are folded. */
  readonly folded: readonly string[]
  readonly errors: readonly FormError[]
  readonly undo: Undo | null
  edit(change: (model: FormModel) => FormModel): void
  editPart(change: (part: FormPart) => FormPart): void
  /** Writes a field that was filled in by proposal; from now on the proposal leaves it alone. */
  touch(field: ProposedField, change: (model: FormModel) => FormModel): void
  /** Fills the fields nobody has written in yet. */
  propose(proposal: ActivityProposal): void
  /** Deletes something and remembers how it was. */
  discard(text: string, change: (part: FormPart) => FormPart): void
  takeBack(): void
  forgetUndo(): void
  fold(key: string, isFolded: boolean): void
  showErrors(errors: readonly FormError[]): void
  /** The ledger has `sent` now, as `activity`; what was typed meanwhile stays. */
  markSaved(sent: FormModel, activity: Activity): void
  /** Starts over from `model`. */
  replace(model: FormModel, saved: FormModel | null): void
}

export type FormStore = StoreApi<FormState>

export function changePart(model: FormModel, change: (part: FormPart) => FormPart): FormModel {
  return { ...model, parts: model.parts.map((part, index) => (index === 0 ? change(part) : part)) }
}

function withProposal(model: FormModel, proposal: ActivityProposal): FormModel {
  const isFree = (field: ProposedField) => !model.touched.includes(field)
  const person = (mention: ActivityProposal['chair']) => ({
    personId: mention?.personId ?? null,
    name: mention?.name ?? '',
    post: mention?.post ?? '',
  })
  const proposed = {
    ...model,
    chair: isFree('chair') ? person(proposal.chair) : model.chair,
    recorder: isFree('recorder') ? person(proposal.recorder) : model.recorder,
  }
  return changePart(proposed, (part) => ({
    ...part,
    title: isFree('title') ? proposal.title : part.title,
    opening: isFree('opening') ? proposal.opening : part.opening,
  }))
}

/** One store for each form on the screen. `saved` null: not in the ledger yet, or a draft that differs from it. */
export function createFormStore(model: FormModel, saved: FormModel | null): FormStore {
  return createStore<FormState>((set, get) => ({
    model,
    saved,
    folded: [],
    errors: [],
    undo: null,
    edit: (change) => set((state) => ({ model: change(state.model) })),
    editPart: (change) => set((state) => ({ model: changePart(state.model, change) })),
    touch: (field, change) =>
      set((state) => {
        const next = change(state.model)
        return { model: next.touched.includes(field) ? next : { ...next, touched: [...next.touched, field] } }
      }),
    propose: (proposal) =>
      set((state) => {
        const next = withProposal(state.model, proposal)
        // A proposal alone is nothing that the user would miss: a clean form stays clean.
        return state.saved === state.model ? { model: next, saved: next } : { model: next }
      }),
    discard: (text, change) => set((state) => ({ model: changePart(state.model, change), undo: { text, before: state.model } })),
    takeBack: () => {
      const { undo, model: current } = get()
      if (!undo) return
      // Only the part is taken back: a file attached since the deletion stays attached.
      set({ model: changePart(current, () => firstPart(undo.before)), undo: null })
    },
    forgetUndo: () => set({ undo: null }),
    fold: (key, isFolded) =>
      set((state) => ({ folded: [...state.folded.filter((other) => other !== key), ...(isFolded ? [key] : [])] })),
    showErrors: (errors) => set({ errors }),
    markSaved: (sent, activity) =>
      set((state) => {
        const next = adoptIds(state.model, sent, activity)
        return { model: next, saved: state.model === sent ? next : null, errors: [], undo: null }
      }),
    replace: (next, isSaved) => set({ model: next, saved: isSaved, errors: [], undo: null, folded: [] }),
  }))
}
