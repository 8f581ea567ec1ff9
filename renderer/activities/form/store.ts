import { createStore, type StoreApi } from 'zustand'
import type { ActivityProposal } from '#shared/activities/contract.ts'
import type { Activity } from '#shared/activities/schema.ts'
import { adoptIds } from './adopt-ids.ts'
import type { FormError } from './fields.ts'
import { type FormModel, type FormPart, type ProposedField, partAt } from './model.ts'
import { addPart, removePart, shareAbsentees } from './parts.ts'

/** What can be taken back: the model as it was before a row was deleted. */
export interface Undo {
  readonly text: string
  readonly before: FormModel
  /** The part it was deleted from; null: the whole part was. */
  readonly part: number | null
}

export interface FormState {
  readonly model: FormModel
  /** The model as the ledger has it; the form is clean while it is the same object. */
  readonly saved: FormModel | null
  /** The part of the sitting that the form shows. */
  readonly shown: number
  /** Keys of agenda items that are folded. */
  readonly folded: readonly string[]
  readonly errors: readonly FormError[]
  readonly undo: Undo | null
  edit(change: (model: FormModel) => FormModel): void
  editPart(change: (part: FormPart) => FormPart): void
  /** The same for who is absent: parts that the same people attend share it. */
  editAttendance(change: (part: FormPart) => FormPart): void
  show(index: number): void
  /** Adds a further part and shows it. */
  addPart(part: FormPart): void
  /** Takes a part away; it can be taken back. */
  removePart(index: number, text: string): void
  /** Writes a field of the part shown that was filled in by proposal. */
  touchPart(field: ProposedField, change: (part: FormPart) => FormPart): void
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

export function changePart(model: FormModel, change: (part: FormPart) => FormPart, at = 0): FormModel {
  return { ...model, parts: model.parts.map((part, index) => (index === at ? change(part) : part)) }
}

/** Changes a part and gives its absentees to every part that the same people attend. */
const changeAttendance = (model: FormModel, change: (part: FormPart) => FormPart, at: number): FormModel =>
  shareAbsentees(changePart(model, change, at), at)

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
    shown: 0,
    folded: [],
    errors: [],
    undo: null,
    edit: (change) => set((state) => ({ model: change(state.model) })),
    editPart: (change) => set((state) => ({ model: changePart(state.model, change, state.shown) })),
    editAttendance: (change) => set((state) => ({ model: changeAttendance(state.model, change, state.shown) })),
    show: (index) => set((state) => ({ shown: Math.max(0, Math.min(index, state.model.parts.length - 1)) })),
    addPart: (part) => set((state) => ({ model: addPart(state.model, part), shown: state.model.parts.length })),
    removePart: (index, text) =>
      set((state) => ({
        model: removePart(state.model, index),
        shown: Math.max(0, state.shown >= index ? state.shown - 1 : state.shown),
        undo: { text, before: state.model, part: null },
      })),
    touchPart: (field, change) => {
      const { shown, touch, editPart } = get()
      // Only the first part is filled in again and again; a further one once, when it is added.
      if (shown === 0) touch(field, (model) => changePart(model, change))
      else editPart(change)
    },
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
    discard: (text, change) =>
      set((state) => ({
        model: changePart(state.model, change, state.shown),
        undo: { text, before: state.model, part: state.shown },
      })),
    takeBack: () => {
      const { undo, model: current } = get()
      if (!undo) return
      // Only the part is taken back: a file attached since the deletion stays attached.
      const { part } = undo
      if (part === null) set({ model: { ...current, parts: undo.before.parts }, undo: null })
      else set({ model: changePart(current, () => partAt(undo.before, part), part), undo: null })
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
    replace: (next, isSaved) => set({ model: next, saved: isSaved, errors: [], undo: null, folded: [], shown: 0 }),
  }))
}
