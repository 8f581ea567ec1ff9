/** One labelled fact of the head: 会议时间：2025年6月27日（星期五）15:00—16:50. The colon is the writers' business. */
export interface Field {
  readonly label: string
  readonly value: string
  /** In 表格式 it takes a whole row; otherwise two facts share one. */
  readonly wide?: boolean
}

/** Facts that stand on one line where it is wide enough. */
export type FieldLine = readonly Field[]

/** A row of cells, or one text over the whole width of the table. */
export type TableRow = readonly string[] | { readonly band: string }

/** A table of its own, whose head repeats on every page. */
export interface TableBlock {
  readonly kind: 'table'
  readonly head: readonly string[]
  readonly rows: readonly TableRow[]
  /** Shares of the line. */
  readonly widths?: readonly number[]
  /** A remark below the column heads, repeated with them. */
  readonly note?: string
  /** Columns of running text, flush left; the others are centred. */
  readonly leftColumns?: readonly number[]
  /** Millimetres a row takes at least: room to write by hand. */
  readonly rowHeight?: number
  /** In 小五号, where only that keeps an ID number beside thirteen other columns on one line. */
  readonly isSmall?: boolean
}

/** One ballot; all of a page are alike and carry no number. */
export interface Slip {
  readonly title: string
  readonly subtitle: string
  readonly table: TableBlock
  readonly instructions: readonly string[]
}

/** A line of a table of contents. `page` null: not known yet; `target`: which paper of the same file it leads to, from 0. */
export interface ContentsEntry {
  readonly text: string
  readonly level: 0 | 1
  readonly page: number | null
  readonly target: number | null
}

/** What the text below the head is made of, in the order of the page. */
export type Block =
  /** Facts of one part of a sitting that has several. */
  | { readonly kind: 'fields'; readonly lines: readonly FieldLine[] }
  /**
   * 会议内容：, flush left; with `text` on the same line (主持人小结：……), otherwise it heads what follows. `blankLines`
   * leaves room for handwriting instead; without a label that room alone.
   */
  | { readonly kind: 'label'; readonly label: string; readonly text: string; readonly blankLines?: number }
  /** Level 1 「一、」, level 2 「（一）」; level 0 heads a part of a sitting that has several. */
  | { readonly kind: 'heading'; readonly level: 0 | 1 | 2; readonly text: string }
  /** `indent`: further steps of two characters beyond the first line's own; `isFlush`: none at all. */
  | { readonly kind: 'paragraph'; readonly text: string; readonly indent?: number; readonly isFlush?: boolean }
  | TableBlock
  /** 署名 and 成文日期 of a letter, at the right; stays with what is before it. */
  | { readonly kind: 'ending'; readonly lines: readonly string[] }
  /** The same ballot `copies` times, two or four on a page with lines to cut along. */
  | { readonly kind: 'slips'; readonly slip: Slip; readonly copies: number; readonly perPage: 1 | 2 | 4 }
  | { readonly kind: 'contents'; readonly entries: readonly ContentsEntry[] }
  /** Ruled lines to write on by hand. */
  | { readonly kind: 'writingLines'; readonly count: number }

/**
 * `record`: minutes in the style that was chosen; `letter`: the page of GB/T 9704; `sheet`: a table to be filled in or hung up;
 * `wide`: one across the page; `slips`: ballots to be cut apart; `cover`, `contents` and `notes` (room to write) of a book.
 */
export const layouts = ['record', 'letter', 'sheet', 'wide', 'slips', 'cover', 'contents', 'notes'] as const
export type Layout = (typeof layouts)[number]

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
  /** A remark below the line to sign, of papers that are not in 表格式. */
  readonly remark?: string
  /** 记录编号, small in the footer; empty: none. */
  readonly recordNumber: string
  /** Left out: `record`. */
  readonly layout?: Layout
  /** Heading of the section of a book that begins with this paper. */
  readonly section?: string
}

export function titleText(model: Pick<DocumentModel, 'title'>): string {
  return model.title.join('')
}

/** A paper that is no record: nothing of the form, no number. */
export function paper(
  layout: Exclude<Layout, 'record'>,
  given: Pick<DocumentModel, 'title' | 'body'> & Partial<DocumentModel>,
): DocumentModel {
  return { formTitle: '', titleLabel: '', head: [], bodyLabel: '', signatures: [], recordNumber: '', layout, ...given }
}

export const cellsOf = (row: TableRow): readonly string[] => ('band' in row ? [row.band] : row)
