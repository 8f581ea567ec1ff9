import type { PlainDate } from '../../kernel/dates.ts'
import type { Absentee, Invitee, PersonMention } from '../schema.ts'

/** One paragraph under a heading. `speaker` null: 情况. */
export interface PastedBlock {
  readonly speaker: string | null
  readonly role: string
  readonly text: string
}

export interface PastedItem {
  readonly title: string
  /** As headed under 会议内容, where that differs from the title announced; else empty. */
  readonly heading: string
  readonly blocks: readonly PastedBlock[]
}

/** Minutes as they were pasted, taken apart; empty or null where nothing was recognised. */
export interface PastedMinutes {
  readonly title: string
  readonly date: PlainDate | null
  readonly startTime: string | null
  readonly endTime: string | null
  readonly place: string
  readonly chair: PersonMention | null
  readonly recorder: PersonMention | null
  readonly lecturer: PersonMention | null
  readonly topic: string
  /** 应到、实到 as they stand on paper; they are shown for comparison and never taken over. */
  readonly counts: { readonly due: number; readonly present: number } | null
  readonly present: readonly string[]
  readonly absentees: readonly Absentee[]
  readonly invitees: readonly Invitee[]
  /** The opening sentence with the counts (DOMAIN 3.4) and who said it; it is printed from the roster, so its text is not kept. */
  readonly opening: { readonly speaker: string | null } | null
  readonly agenda: readonly PastedItem[]
  readonly resolutions: readonly string[]
  readonly closing: string
  /** Paragraphs that stand before the first heading and belong to no field: shown, so that nothing is lost. */
  readonly rest: readonly string[]
}
