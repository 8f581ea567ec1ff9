import { isNoteText, isSumRow, type Remarks, rowReader, warnAboutCells } from '../../files/row-remarks.ts'
import type { Sheet } from '../../files/sheet.ts'
import type { SheetHeader } from '../../files/sheet-columns.ts'
import type { PartialDate } from '../../kernel/dates.ts'
import { normalName } from '../../kernel/text.ts'
import type { PostsColumn } from './columns.ts'
import { bounded, dateField, yesOrNo } from './loose-fields.ts'
import { type NamedPost, readPosts } from './post-names.ts'

/** A member's group, posts and standing as a sheet has them. */
export interface StandingRow {
  readonly row: number
  readonly name: string
  /** Empty: the sheet does not say. */
  readonly groupName: string
  readonly posts: readonly NamedPost[]
  readonly from: PartialDate | null
  readonly to: PartialDate | null
  readonly isLeadingCadre: boolean
  /** Reason of 不作硬性要求, in the words of the sheet; empty: none. */
  readonly exemption: string
}

const EXEMPT = /不[作做]硬性要求|免[作做]要求|年老体弱|行动不便|长期患病|重病/

/** The group of a cell; 无 and dashes mean none. */
export function groupOf(text: string): string {
  const name = bounded(normalName(text), 40)
  return /^(无|未编组?|-|—|——|\/)$/.test(name) ? '' : name
}

/** Posts of a cell, with a warning for what is no post we know. */
export function postsOf(row: number, text: string, remarks: Remarks): readonly NamedPost[] {
  const { posts, unknown } = readPosts(text)
  for (const title of unknown) remarks.warn(row, `职务“${bounded(title, 20)}”不是支部职务，没有录入`)
  return posts
}

/** The rows of a table of posts and groups. */
export function readStandingRows(sheet: Sheet, header: SheetHeader<PostsColumn>, remarks: Remarks): StandingRow[] {
  return header.rows.flatMap((source) => {
    const reader = rowReader(header, source)
    const name = reader.cell('name').isMergedDown ? '' : normalName(reader.text('name'))
    const isBeside = name === normalName(header.labels.name ?? '') || isSumRow(source) || isNoteText(name)
    const hasMore = (['partyPost', 'from', 'note'] as const).some(
      (key) => reader.text(key) !== '' && !reader.cell(key).isMergedDown,
    )
    if (isBeside || (name === '' && !hasMore)) return []
    if (name === '') {
      const number = reader.text('number')
      if (number === '' || /^\d+$/.test(number)) remarks.skip(source.row, '没有姓名')
      return []
    }
    warnAboutCells(header, source, remarks, ['number'])
    const exemptCell = reader.text('exemption')
    const note = reader.text('note')
    const exemption =
      yesOrNo(exemptCell) === null ? exemptCell : yesOrNo(exemptCell) ? note || '不作硬性要求' : EXEMPT.test(note) ? note : ''
    return [
      {
        row: source.row,
        name,
        groupName: groupOf(reader.text('groupName')),
        posts: postsOf(source.row, reader.text('partyPost'), remarks),
        from: dateField(reader, 'from', '任职起', sheet.date1904, remarks),
        to: dateField(reader, 'to', '任职止', sheet.date1904, remarks),
        isLeadingCadre: yesOrNo(reader.text('leadingCadre')) === true,
        exemption: bounded(exemption, 200),
      },
    ]
  })
}
