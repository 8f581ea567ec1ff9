/** One labelled fact of the head: 会议时间：2025年6月27日（星期五）15:00—16:50. The colon is the writers' business. */
export interface Field {
  readonly label: string
  readonly value: string
  /** In 表格式 it takes a whole row; otherwise two facts share one. */
  readonly wide?: boolean
}

/** Facts that stand on one line where it is wide enough. */
export type FieldLine = readonly Field[]

/** What the text below the head is made of, in the order of the page. */
export type Block =
  /** Facts of one part of a sitting that has several. */
  | { readonly kind: 'fields'; readonly lines: readonly FieldLine[] }
  /**
   * 会议内容：, flush left; with `text` on the same line (主持人小结：……), otherwise it heads what follows. `blankLines`
   * leaves room for handwriting instead.
   */
  | { readonly kind: 'label'; readonly label: string; readonly text: string; readonly blankLines?: number }
  /** Level 1 「一、」, level 2 「（一）」; level 0 heads a part of a sitting that has several. */
  | { readonly kind: 'heading'; readonly level: 0 | 1 | 2; readonly text: string }
  /** `indent`: further steps of two characters beyond the first line's own. */
  | { readonly kind: 'paragraph'; readonly text: string; readonly indent?: number }
  /** A table of its own, whose head repeats on every page. `widths` are shares of the line. */
  | {
      readonly kind: 'table'
      readonly head: readonly string[]
      readonly rows: readonly (readonly string[])[]
      readonly widths?: readonly number[]
      /** A remark below the column heads, repeated with them. */
      readonly note?: string
      /** Columns of running text, flush left; the others are centred. */
      readonly leftColumns?: readonly number[]
    }

/** A page or more, before anything is known of HTML, DOCX or fonts. */
export interface DocumentModel {
  /** The title in phrases that are not broken when it needs two lines: [某局机关第三党支部, 2025年…记录]. */
  readonly title: readonly string[]
  /** What a form of this kind is headed with in 表格式; the title is then its first row. */
  readonly formTitle: string
  /** Label of that first row. */
  readonly titleLabel: string
  readonly head: readonly FieldLine[]
  /** Heads the open cell of 表格式. */
  readonly bodyLabel: string
  readonly body: readonly Block[]
  /** Lines to sign by hand, side by side; never more than a label. */
  readonly signatures: readonly string[]
  /** 记录编号, small in the footer; empty: none. */
  readonly recordNumber: string
}

export function titleText(model: Pick<DocumentModel, 'title'>): string {
  return model.title.join('')
}
