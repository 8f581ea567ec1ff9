import type { Election } from '../../activities/election-schema.ts'
import { paddedName } from '../../kernel/text.ts'
import { type DocumentModel, paper, type Slip } from '../model.ts'
import { unsignedDate } from '../room.ts'
import { byStrokes } from '../stroke-order.ts'
import { widthOf } from '../text-width.ts'
import { ballotItems } from './ballot-items.ts'
import type { PaperSource } from './kinds.ts'

/** Candidates 以姓氏笔画为序; whoever was written in before stands on no ballot. */
export const ballotNames = ({ candidates }: Election): string[] =>
  candidates
    .filter(({ isWrittenIn }) => !isWrittenIn)
    .map(({ name }) => name)
    .toSorted(byStrokes)

// Millimetres: what half a page holds of names beside title and 填写说明, and a row with so many lines of text.
const HALF_PAGE_ROWS = 60
const rowOf = (lines: number, least: number) => Math.max(least, lines * 6.4 + 1.6)
const heightOf = (names: readonly string[], least: number) =>
  names.reduce((sum, name) => sum + rowOf(Math.ceil(widthOf(paddedName(name)) / 9), least), 0)

/** Rows are lower before a ballot takes a whole page; one of very many names goes on over pages. */
export function ballotRoom(names: readonly string[]): { rowHeight: number; perPage: 1 | 2 } {
  if (heightOf(names, 10) <= HALF_PAGE_ROWS) return { rowHeight: 10, perPage: 2 }
  return heightOf(names, 8) <= HALF_PAGE_ROWS ? { rowHeight: 8, perPage: 2 } : { rowHeight: 10, perPage: 1 }
}

/** A long 表决事项 needs more than the quarter of a page that one of a line or two takes. */
const votePerPage = (title: string): 1 | 2 | 4 => {
  const width = widthOf(title)
  if (width <= 60) return 4
  return width <= 150 ? 2 : 1
}

function voteSlip(branch: string, title: string): Slip {
  return {
    title: `${branch}表决票`,
    subtitle: unsignedDate,
    table: {
      kind: 'table',
      head: ['表决事项', '赞成', '不赞成', '弃权'],
      rows: [[title, '', '', '']],
      widths: [5, 2, 2.4, 2],
      leftColumns: [0],
      rowHeight: 18,
    },
    instructions: [
      '填写说明：赞成的在“赞成”栏内画“○”，不赞成的在“不赞成”栏内画“○”，弃权的在“弃权”栏内画“○”。只能选择一种意见，多选的为无效票。本票不署名。',
    ],
  }
}

function electionSlip(branch: string, election: Election): Slip {
  const names = ballotNames(election)
  const { seats, office } = election
  return {
    title: `${branch}选举${office}选票`,
    subtitle: unsignedDate,
    table: {
      kind: 'table',
      head: ['候选人姓名', '赞成', '不赞成', '弃权', '另选他人'],
      rows: names.map((name) => [paddedName(name), '', '', '', '']),
      widths: [3, 2, 2, 2, 3.4],
      rowHeight: ballotRoom(names).rowHeight,
    },
    instructions: [
      `填写说明：1. 应选${office}${seats}名，候选人${names.length}名，以姓氏笔画为序。`,
      '2. 赞成的在“赞成”栏内画“○”，不赞成的在“不赞成”栏内画“○”，弃权的在“弃权”栏内画“○”。不赞成候选人的，可以另选他人，在同一行“另选他人”栏内写上姓名；弃权的不能另选他人。',
      `3. 所选人数（含另选他人）等于或少于${seats}名的有效，多于${seats}名的为无效票。本票不署名。`,
    ],
  }
}

/** 表决票 and 选票: as many as there are voters due, all alike, without numbers. One paper for each item that is voted on by ballot. */
export function ballotPapers(source: PaperSource): DocumentModel[] {
  const { shortName } = source.branch
  return ballotItems(source.activity).map((item) => {
    const slip = item.kind === 'vote' ? voteSlip(shortName, item.title) : electionSlip(shortName, item.election)
    const perPage = item.kind === 'vote' ? votePerPage(item.title) : ballotRoom(ballotNames(item.election)).perPage
    return paper('slips', { title: [slip.title], body: [{ kind: 'slips', slip, copies: Math.max(item.voters, 1), perPage }] })
  })
}
