import type { BranchProfile } from '../branch/schema.ts'
import { type ContentsEntry, type DocumentModel, type FieldLine, paper } from '../documents/model.ts'
import { paddedName } from '../kernel/text.ts'
import { committeeOn } from '../members/roster.ts'
import type { HandbookSection, HandbookSource } from './plan.ts'

/** What the book is called, as its file is. */
export const handbookTitle = (branch: Pick<BranchProfile, 'shortName'>, year: number): string[] => [
  branch.shortName,
  `${year}年`,
  '党支部工作手册',
]

/** Cover: the branch by its full name, its superior and its secretary. No emblem: its use is restricted. */
export function coverDocument({ branch, year, history, day }: HandbookSource): DocumentModel {
  const secretary = committeeOn(history, day).find(({ posts }) => posts.some(({ post }) => post === 'branchSecretary'))
  const line = (label: string, value: string): FieldLine => [{ label, value }]
  return paper('cover', {
    title: handbookTitle(branch, year),
    head: [
      line('党支部', branch.fullName),
      ...(branch.superiorName === '' ? [] : [line('上级组织', branch.superiorName)]),
      line('支部书记', secretary ? paddedName(secretary.name) : ''),
    ],
    body: [],
  })
}

/**
 * Contents of the book.
 *
 * @param pageOf page of a paper of the plan; null while it is not known
 * @param targetOf number of that paper in the file
 */
export function contentsDocument(
  sections: readonly HandbookSection[],
  pageOf: (paper: number) => number | null,
  targetOf: (paper: number) => number | null,
): DocumentModel {
  const entries = sections.flatMap(({ title, entries: own }): ContentsEntry[] => [
    { text: title, level: 0, page: null, target: null },
    ...own.map(({ text, paper: at }): ContentsEntry => ({ text, level: 1, page: pageOf(at), target: targetOf(at) })),
  ])
  return paper('contents', { title: ['目录'], body: [{ kind: 'contents', entries }] })
}

// What fits between the margins of the page at a line's height of 10 mm, below the heading.
const LINES = 23

/** A page with ruled lines: the back of a record, or one of those at the end. */
export const notesDocument = (title: string): DocumentModel =>
  paper('notes', { title: [title], body: [{ kind: 'writingLines', count: LINES }] })

/** A page with nothing on it but its number. */
export const emptyPage = (): DocumentModel => paper('notes', { title: [''], body: [] })
