import { chineseDate } from '../kernel/dates.ts'
import type { FoundVote } from './votes.ts'

/** Room for what no record says; it is written by hand. */
const room = '　　　　'
const roomForLine = '　'.repeat(24)

const decisions = {
  admission: (name: string) => `同意接收${name}同志为中共预备党员，报上级党组织审批。预备期从支部党员大会通过之日算起。`,
  conversion: (name: string) => `同意${name}同志按期转为中共正式党员，报上级党组织审批。党龄从预备期满转为正式党员之日算起。`,
} as const

const matters = { admission: '入党问题', conversion: '预备党员转正问题' } as const

function decisionOf(subject: FoundVote['subject'], name: string, vote: FoundVote | null): string {
  if (vote === null) return `大会决议：${roomForLine}`
  return vote.passed ? decisions[subject](name) : '本项议题未获通过。'
}

/**
 * The resolution to copy into 《入党志愿书》: those due, those present, the vote, the day (发展党员工作细则). Every figure is
 * that of the meeting; without one the place stays empty. What was thought of the person is never written here.
 */
export function resolutionParagraph(
  subject: FoundVote['subject'],
  name: string,
  vote: FoundVote | null,
  branch: { readonly shortName: string },
): string {
  const number = (value: number | undefined) => (value === undefined ? room : String(value))
  const day = vote ? chineseDate(vote.date) : '　　年　　月　　日'
  const written =
    vote === null || vote.writtenOpinions > 0
      ? `因故不能到会的${number(vote?.writtenOpinions)}名党员会前正式提出书面意见，按规定计入票数。`
      : ''
  const majority =
    vote === null ? '' : `，赞成人数${vote.votesFor * 2 > vote.dueVoters ? '超过' : '未超过'}应到会有表决权的正式党员的半数`
  return [
    `${day}，${branch.shortName}召开支部党员大会，讨论${name || room}同志的${matters[subject]}。`,
    `大会认为：${roomForLine}`,
    `应到会有表决权的党员${number(vote?.dueVoters)}名，实到会有表决权的党员${number(vote?.presentVoters)}名。${written}会议采取无记名投票方式进行表决，赞成${number(vote?.votesFor)}票，不赞成${number(vote?.votesAgainst)}票，弃权${number(vote?.votesAbstain)}票${majority}。`,
    decisionOf(subject, name || room, vote),
    '',
    `支部名称：${branch.shortName}　　支部书记（签名或盖章）：${room}`,
    `　　　　　　　　${day}`,
  ].join('\n')
}
