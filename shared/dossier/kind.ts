import type { Field } from './field.ts'

/** A part that people play in a record: 谈话人, 志愿者, 联系人. */
export interface PeopleRole {
  readonly key: string
  readonly label: string
  /** Several may be named. */
  readonly isMany?: boolean
  readonly isRequired?: boolean
  /** People who are not on the roster may be named. */
  readonly allowsOthers?: boolean
}

/** A step of a kind. */
export interface Status {
  readonly key: string
  readonly label: string
  /** The field which, once filled in, says that the step is reached; the form then sets the step by itself. */
  readonly reachedBy?: string
}

/** One menu page of the program under which a kind is listed. */
export type DossierPage = 'plans' | 'study' | 'members' | 'development' | 'roles' | 'print' | 'activities'

/**
 * A kind of dated record beside the sittings. Data only: what the program does for every kind (form, list, number,
 * print, search, pack, bin) is made from it; what one kind alone needs stands in a feature of its own.
 */
export interface DossierKind {
  /** Identifier of DOMAIN §1 where it has one, as rules and rating schemes name it. */
  readonly key: string
  readonly name: string
  /** Middle part of the 记录编号: 2025-谈心谈话-03. */
  readonly numberName: string
  readonly page: DossierPage
  /** One sentence for the empty list: what belongs here. */
  readonly purpose: string
  /** The field or part that says what a record without a name of its own is about. */
  readonly titleFrom?: string
  readonly dateLabel?: string
  /** Has a last day as well. */
  readonly endDateLabel?: string
  readonly roles?: readonly PeopleRole[]
  /** Steps in their order; the first is where a new record starts. Empty: the kind has none. */
  readonly statuses?: readonly Status[]
  readonly fields: readonly Field[]
  /** Percentages that follow from two counts; shown and printed, never entered. */
  readonly shares?: readonly { readonly label: string; readonly part: string; readonly whole: string }[]
  /** Kinds of evidence it yields (rating scheme), the main one first. */
  readonly evidence: readonly string[]
  /** Names under which rules and indicators count it beside its own key. */
  readonly countsAs?: readonly string[]
  /** 归属年度 of a record from January to March is the year before, until somebody says otherwise. */
  readonly looksBack?: boolean
  /** Address of a page of its own, in place of the plain list. */
  readonly ownPage?: string
  /** Address before the id of the page of one record, where it is more than the form. */
  readonly recordPage?: string
  /** `ownPage` is its form as well. */
  readonly hasOwnForm?: boolean
  /** In a pack by default as a line of a list, without text (talks, criticism). */
  readonly isListedOnly?: boolean
  /** Makes up for a study session: the sitting is chosen in the form and stands first in `links`. */
  readonly makesUpStudy?: boolean
}
