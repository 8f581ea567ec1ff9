import { candidatesNeeded } from '../../activities/election.ts'
import type { BranchProfile } from '../../branch/schema.ts'
import type { ElectionCase } from '../../elections/case.ts'
import type { ElectionResult } from '../../elections/results.ts'
import { chineseDate, type PlainDate } from '../../kernel/dates.ts'
import { paddedName } from '../../kernel/text.ts'
import { type Block, type DocumentModel, paper } from '../model.ts'
import { dateRoom, room, unsignedDate } from '../room.ts'
import { byStrokes } from '../stroke-order.ts'

const blank = room(2)
const number = (value: number | null) => (value === null ? blank : String(value))

export interface ElectionSource {
  readonly given: ElectionCase
  readonly branch: Pick<BranchProfile, 'shortName' | 'fullName' | 'superiorName'>
  /** The term that ends; null where its beginning is not known. */
  readonly term: { readonly start: string; readonly end: PlainDate } | null
  /** Electors on the roster of the day; 0 where nobody knows. */
  readonly electors: number
  /** Results of the meetings the record rests on, oldest first. */
  readonly results: readonly ElectionResult[]
}

const sayings = ({ isTerm }: ElectionCase) => (isTerm ? '换届选举' : '补选支部委员会委员')
const superior = ({ superiorName }: ElectionSource['branch']) => superiorName || room(8)

const names = (candidates: readonly string[]) => candidates.toSorted(byStrokes).map(paddedName).join('、')

const paragraphs = (texts: readonly string[]): Block[] => texts.map((text) => ({ kind: 'paragraph', text }))

/** 请示 for a 换届 or 补选 (基层组织选举工作条例): what the record says, room for the rest. */
export function electionRequest({ given, branch, term }: ElectionSource): DocumentModel {
  const { seats, candidates, date, delay } = given
  const why = given.isTerm
    ? `本届支部委员会${term ? chineseDate(term.start) : dateRoom}选举产生，${term ? chineseDate(term.end) : dateRoom}任期届满。`
    : `本届支部委员会委员出现空缺，空缺${blank}名。`
  return paper('letter', {
    title: [branch.fullName, `关于${sayings(given)}的请示`],
    body: [
      { kind: 'paragraph', text: `${superior(branch)}：`, isFlush: true },
      ...paragraphs([
        `${why}根据《中国共产党支部工作条例（试行）》和《中国共产党基层组织选举工作条例》，拟于${chineseDate(date)}召开支部党员大会进行选举。现将有关事项请示如下：`,
        `一、${given.isTerm ? '新一届支部委员会' : '本次补选'}拟设委员${number(seats)}名。`,
        `二、委员候选人预备人选${candidates.length > 0 ? candidates.length : blank}名（以姓氏笔画为序）：${candidates.length > 0 ? `${names(candidates)}。` : ''}`,
        // Room to write on a line of its own: behind the words it would be pushed off the line and stretch them.
        ...(candidates.length > 0 ? [] : [room(20)]),
        '三、委员采用无记名投票、差额选举的办法由支部党员大会选举产生；书记、副书记由支部委员会会议选举产生。',
        ...(delay === '' ? [] : [`四、提前（延期）的理由：${delay}`]),
        '妥否，请批示。',
      ]),
      { kind: 'ending', lines: [branch.fullName, unsignedDate] },
    ],
  })
}

/** 选举办法 to be passed by the meeting; the numbers are those of the regulation and of the record. */
export function electionMethod({ given, branch, electors }: ElectionSource): DocumentModel {
  const { seats, candidates } = given
  const least = seats === null ? null : candidatesNeeded(seats)
  return paper('letter', {
    title: [branch.shortName, `${sayings(given)}办法`, '（草案）'],
    body: paragraphs([
      '一、根据《中国共产党章程》和《中国共产党基层组织选举工作条例》，制定本办法。',
      `二、本次大会选举委员${number(seats)}名。候选人${candidates.length > 0 ? candidates.length : blank}名，差额不少于应选人数的百分之二十${least === null ? '' : `（应选${seats}名，候选人不少于${least}名）`}。候选人名单以姓氏笔画为序。`,
      `三、有选举权的党员${electors > 0 ? electors : blank}名。到会有选举权的党员不少于应到会人数的五分之四，方可进行选举。预备党员没有选举权和被选举权。`,
      '四、选举采用无记名投票。对候选人可以投赞成票、不赞成票或者弃权；投不赞成票的可以另选他人，投弃权票的不能另选他人。',
      '五、所选人数（含另选他人）等于或者少于应选人数的为有效票，多于应选人数的为无效票。',
      '六、收回的选票等于或者少于发出的选票，选举有效；多于发出的选票，选举无效，应当重新选举。',
      '七、被选举人获得的赞成票超过实到会有选举权的党员的半数，始得当选。超过半数的人数多于应选名额时，以得票多的当选；票数相等不能确定当选人的，对票数相等的被选举人再次投票。',
      '八、大会设监票人、计票人，由到会党员从不是候选人的党员中推选，经大会通过。候选人不得担任监票人、计票人。',
      '九、书记、副书记由新当选的支部委员会第一次会议选举产生。',
      '十、本办法经支部党员大会通过后生效。',
    ]),
  })
}

function resultBlocks(result: ElectionResult): Block[] {
  const { date, title, office, seats, due, present, ballots, candidates } = result
  return [
    {
      kind: 'paragraph',
      text: `${chineseDate(date)}召开${title}，选举${office}。应到会有选举权的党员${due > 0 ? due : blank}名，实到${present}名。发出选票${ballots.issued}张，收回${ballots.returned}张，有效票${ballots.valid}张。应选${office}${seats}名。计票结果如下：`,
    },
    {
      kind: 'table',
      head: ['姓名', '赞成票', '结果'],
      rows: candidates.map(({ name, votes, isElected }) => [
        paddedName(name),
        String(votes),
        result.isValid ? (isElected ? '当选' : '未当选') : '',
      ]),
      widths: [3, 2, 3],
    },
  ]
}

/** 结果报告: only what the minutes of the linked meetings say (支部工作条例 第二十一条). */
export function electionReport({ given, branch, results }: ElectionSource): DocumentModel {
  const elected = (isSecretary: boolean) =>
    results
      .filter(({ office, isValid }) => isValid && office.includes('书记') === isSecretary)
      .flatMap(({ office, candidates }) =>
        candidates.filter(({ isElected }) => isElected).map(({ name }) => (isSecretary ? `${name}（${office}）` : name)),
      )
  const list = (all: readonly string[]) => all.join('、') || room(12)
  return paper('letter', {
    title: [branch.fullName, `关于${sayings(given)}结果的报告`],
    body: [
      { kind: 'paragraph', text: `${superior(branch)}：`, isFlush: true },
      ...(results.length > 0
        ? results.flatMap(resultBlocks)
        : [
            {
              kind: 'paragraph',
              text: `${dateRoom}召开支部党员大会进行选举。应到会有选举权的党员${blank}名，实到${blank}名。发出选票${blank}张，收回${blank}张，有效票${blank}张。`,
            } as const,
          ]),
      ...paragraphs([
        `当选委员：${list(elected(false).toSorted(byStrokes))}。报请备案。`,
        `当选书记、副书记：${list(elected(true))}。报请审批。`,
      ]),
      { kind: 'ending', lines: [branch.fullName, unsignedDate] },
    ],
  })
}
