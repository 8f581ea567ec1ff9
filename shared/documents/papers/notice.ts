import { purposeNames } from '../../activities/labels.ts'
import { chineseOrdinal } from '../../kernel/text.ts'
import { inviteesPhrase, personPhrase } from '../mentions.ts'
import { timePhrase } from '../minutes-head.ts'
import { type Block, type DocumentModel, paper } from '../model.ts'
import { room, unsignedDate } from '../room.ts'
import { type PaperSource, partOfSource } from './kinds.ts'
import { calledPeople, gatheringWord, sittingName } from './names.ts'

/** The items of all parts; of a part without items its kind and topic. */
export function itemsOf({ activity }: PaperSource): string[] {
  return activity.parts.flatMap((part) =>
    part.agenda.length > 0
      ? part.agenda.map(({ title }) => title)
      : part.topic || activity.parts.length > 1
        ? [part.topic ? `${purposeNames[part.purpose]}：${part.topic}` : purposeNames[part.purpose]]
        : [],
  )
}

/** 关于召开2025年第二季度 / 支部党员大会的通知: broken after the time, where it has to be broken. */
function titlePhrases(title: string): string[] {
  const end = /(?:季度|\d月|年度|第\d+次)(?=.{4})/u.exec(title)
  return end ? [title.slice(0, end.index + end[0].length), title.slice(end.index + end[0].length)] : [title]
}

/**
 * 会议通知: time, place, who comes, what for. It goes out under the full name; the day of sending and whom to call are written
 * by hand, and nothing is said of reasons that the program does not know.
 */
export function noticePaper(source: PaperSource): DocumentModel {
  const { activity, branch } = source
  const part = partOfSource(source)
  const word = gatheringWord(part)
  const verb = word === '会议' ? '召开' : '开展'
  const name = sittingName(activity, part)
  const items = itemsOf(source)
  const people = [calledPeople(part), activity.invitees.length > 0 ? `列席：${inviteesPhrase(activity.invitees)}` : '']
  const facts: [string, string][] = [
    [`${word}时间`, timePhrase(activity)],
    [`${word}地点`, activity.place],
    ['参加人员', people.filter(Boolean).join('；')],
    ['主持人', personPhrase(activity.chair)],
    ['授课人', personPhrase(part.lecturer)],
    [word === '活动' ? '主题' : '会议主题', part.topic],
  ]
  const isAlways = (label: string) => label.endsWith('时间') || label.endsWith('地点') || label === '参加人员'
  const said = facts.filter(([label, value]) => value !== '' || isAlways(label))
  const heading = (i: number, label: string) => `${chineseOrdinal(i + 1)}、${label}`
  const body: Block[] = [
    { kind: 'paragraph', text: `${calledPeople(part)}：`, isFlush: true },
    {
      kind: 'paragraph',
      text: `现将${verb}${name}的有关事项通知如下：`,
    },
    ...said.map(([label, value], i): Block => ({ kind: 'paragraph', text: `${heading(i, label)}：${value}` })),
    ...(items.length > 0
      ? [
          { kind: 'paragraph', text: `${heading(said.length, `${word}${word === '会议' ? '议题' : '内容'}`)}：` } as const,
          ...items.map((text, i): Block => ({ kind: 'paragraph', text: `${items.length > 1 ? `${i + 1}. ` : ''}${text}` })),
        ]
      : []),
    { kind: 'paragraph', text: '请准时参加；因故不能参加的，请提前请假。' },
    { kind: 'paragraph', text: `联系人：${room(5)}　联系电话：${room(7)}` },
    { kind: 'ending', lines: [branch.fullName, unsignedDate] },
  ]
  return paper('letter', { title: [branch.fullName, ...titlePhrases(`关于${verb}${name}的通知`)], body })
}
