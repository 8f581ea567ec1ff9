import type { AgendaItem, Part, Vote } from '../../activities/schema.ts'
import { quorumForOpening, votingBase } from '../../activities/voting.ts'
import { chineseOrdinal } from '../../kernel/text.ts'
import { inviteesPhrase, personPhrase } from '../mentions.ts'
import { isHeld, timePhrase } from '../minutes-head.ts'
import { type Block, type DocumentModel, paper } from '../model.ts'
import { room } from '../room.ts'
import { openingSentence } from '../vote-sentences.ts'
import { ballotNames } from './ballots.ts'
import { type PaperSource, partOfSource } from './kinds.ts'
import { sittingName } from './names.ts'

const gap = room(4)
const said = (text: string): Block => ({ kind: 'paragraph', text })
/** What the chair does, not says. */
const note = (text: string): Block => ({ kind: 'paragraph', text: `（${text}）` })

/** The sentence with the counts: blanks where it is still to be counted who came. */
function countsSentence(part: Part, source: PaperSource): string {
  if (isHeld(source.activity)) return openingSentence(part, source.branch.settings)
  const who = part.purpose === 'committeeMeeting' ? '委员' : '党员'
  const base = votingBase(part.purpose, part.counts)
  const due = (n: number) => (n > 0 ? String(n) : gap)
  const voters =
    part.purpose === 'committeeMeeting' || base.due === 0 ? '' : `；其中应到会有表决权的党员${base.due}名，实到${gap}名`
  const hasRule = !quorumForOpening(part.purpose, { due: 1, present: 0, dueVoters: 1, presentVoters: 0 }, source.branch.settings)
  const verdict = hasRule ? '，（符合／不符合）规定人数，（可以／不能）开会' : ''
  return `本次会议应到${who}${due(part.counts.due)}名，实到${gap}名${voters}${verdict}。`
}

function handsWords(): Block[] {
  return [
    said('下面以举手方式进行表决。'),
    said('同意的请举手。（计数）请放下。'),
    said('不同意的请举手。（计数）请放下。'),
    said('弃权的请举手。（计数）请放下。'),
    said(`赞成${gap}票，反对${gap}票，弃权${gap}票，（通过／未通过）。`),
  ]
}

function ballotWords(vote: Vote | null): Block[] {
  const scrutineers = vote?.scrutineers.join('、') || gap
  const tellers = vote?.tellers.join('、') || gap
  const isCounted = vote === null || vote.subject !== 'ordinary'
  return [
    said('下面采取无记名投票方式进行表决。'),
    said(`提议${scrutineers}为监票人、${tellers}为计票人，同意的请举手。（计数）请放下。`),
    note('监票人、计票人清点人数，分发表决票，说明填写方法；投票，清点收回的表决票'),
    said(`发出表决票${gap}张，收回${gap}张，有效票${gap}张。`),
    ...(isCounted ? [said(`因故不能到会的${gap}名党员会前正式提出书面意见，按规定计入票数。`)] : []),
    said(`赞成${gap}票，反对${gap}票，弃权${gap}票，（通过／未通过）。`),
  ]
}

function electionWords(block: Extract<AgendaItem['content'][number], { kind: 'election' }>): Block[] {
  const { election } = block
  const { office, seats } = election
  const names = ballotNames(election)
  return [
    said(`应到会有选举权的党员${gap}名，实到${gap}名，（达到／未达到）应到会人数的五分之四，（可以／不能）进行选举。`),
    said(
      `提议${election.scrutineers.join('、') || gap}为监票人、${election.tellers.join('、') || gap}为计票人，候选人不得担任。同意的请举手。（计数）请放下。`,
    ),
    said(`应选${office}${seats}名，候选人${names.length > 0 ? names.length : gap}名，以姓氏笔画为序：${names.join('、') || gap}。`),
    note('分发选票，说明填写方法；投票，清点收回的选票'),
    said(`发出选票${gap}张，收回${gap}张，选举（有效／无效）；有效票${gap}张。`),
    note('计票；监票人报告计票结果'),
    said(`根据计票结果，${gap}当选。`),
  ]
}

function itemWords(item: AgendaItem, i: number): Block[] {
  const title = item.title.replace(/[。；]$/u, '')
  const proposer = item.proposer ? [note(`提出人：${item.proposer}`)] : []
  const votes = item.content.flatMap((block): Block[] => {
    if (block.kind === 'election') return electionWords(block)
    if (block.kind !== 'vote') return []
    return block.vote.method === 'secret' ? ballotWords(block.vote) : handsWords()
  })
  const planned = item.power === 'membership' ? ballotWords(null) : []
  return [
    { kind: 'heading', level: 1, text: `${chineseOrdinal(i + 1)}、${title}` },
    said(`下面进行第${chineseOrdinal(i + 1)}项。`),
    ...proposer,
    note(`由${gap}介绍情况；与会人员发言`),
    ...(votes.length > 0 ? votes : planned),
  ]
}

/**
 * 议程（主持词）: what the chair reads out so that nothing is left out. Never a speech, an opinion or a result; those are gaps
 * to be filled by hand (PRACTICE §2, §6).
 */
export function scriptPaper(source: PaperSource): DocumentModel {
  const { activity } = source
  const part = partOfSource(source)
  const items = activity.parts.flatMap(({ agenda }) => agenda)
  const invitees = inviteesPhrase(activity.invitees)
  const topics = items.map(
    ({ title }, i) => `${items.length > 1 ? `${chineseOrdinal(i + 1)}、` : ''}${title.replace(/[。；]$/u, '')}`,
  )
  return paper('letter', {
    title: [sittingName(activity, part), '议程（主持词）'],
    head: [
      [{ label: '时间', value: timePhrase(activity) }],
      [{ label: '地点', value: activity.place }],
      [
        { label: '主持人', value: personPhrase(activity.chair) },
        { label: '记录人', value: personPhrase(activity.recorder) },
      ],
    ],
    body: [
      said('同志们：现在开会。'),
      said(countsSentence(part, source)),
      ...(invitees ? [said(`列席今天会议的有：${invitees}。`)] : []),
      ...(topics.length > 0 ? [said(`今天的议程共${topics.length}项：${topics.join('；')}。`)] : []),
      ...items.flatMap(itemWords),
      note('主持人小结'),
      said('今天的议程已全部进行完毕，散会。'),
    ],
  })
}
