import type { BranchProfile } from '../../branch/schema.ts'
import { dossierKind } from '../../dossier/kinds/index.ts'
import type { Dossier, SealedContent } from '../../dossier/schema.ts'
import { valueText } from '../../dossier/text.ts'
import { chineseDate, chineseDateWithWeekday } from '../../kernel/dates.ts'
import { memberCategoryNames, postNames } from '../../members/labels.ts'
import type { RosterEntry } from '../../members/schema.ts'
import { pairingOfTalk, pairingWords } from '../../talks/pairing.ts'
import { type Block, type DocumentModel, paper } from '../model.ts'

const peopleOf = (talk: Dossier, role: string) => talk.people.filter((person) => person.role === role)

/** The post of that day, otherwise formal or probationary; of somebody who is not on the roster nothing is said. */
function withStanding({ personId, name }: Dossier['people'][number], members: readonly RosterEntry[]): string {
  const found = members.find((member) => member.personId === personId)
  if (!found) return name
  const [post] = found.posts
  if (!post) return `${name}（${memberCategoryNames[found.category]}）`
  const title = post.title || postNames[post.post]
  // Beside another person the bare 书记 does not say of what.
  return `${name}（${title === '书记' || title === '副书记' ? `党支部${title}` : title}）`
}

function openText(talk: Dossier, key: string): string {
  const field = dossierKind('heartToHeartTalk').fields.find((each) => each.key === key)
  return field && field.type !== 'rows' ? valueText(field, talk.content[key]) : ''
}

/** Points stand below their heading, line by line; what is short follows it. */
function sealedBlocks(label: string, text: string | undefined, isBelow: boolean): Block[] {
  const lines = (text ?? '').split(/\r\n|\r|\n/u).flatMap((line) => (line.trim() === '' ? [] : [line.trim()]))
  if (lines.length === 0) return []
  const [first = '', ...others] = isBelow ? ['', ...lines] : lines
  return [{ kind: 'label', label, text: first }, ...others.map((line): Block => ({ kind: 'paragraph', text: line }))]
}

/**
 * 谈心谈话记录 (DOMAIN 3.5.8) with what was said.
 *
 * @param members the roster of the day of the talk
 * @param sealed the sealed texts of the record; who hands them in has logged that they were looked at
 */
export function talkRecord(talk: Dossier, members: readonly RosterEntry[], sealed: SealedContent): DocumentModel {
  const note = (sealed['reasonNote'] ?? '').trim()
  const reason = openText(talk, 'reason')
  const partners = peopleOf(talk, 'partner')
  const names = (role: string) =>
    peopleOf(talk, role)
      .map((person) => withStanding(person, members))
      .join('、')
  return paper('sheet', {
    layout: 'record',
    title: ['谈心谈话记录'],
    head: [
      [
        { label: '谈话时间', value: `${chineseDateWithWeekday(talk.date)}${openText(talk, 'time')}` },
        { label: '谈话地点', value: openText(talk, 'place') },
      ],
      [
        { label: '谈话人', value: names('talker') },
        { label: '谈话对象', value: names('partner') },
      ],
      [
        { label: '谈话类别', value: pairingWords(pairingOfTalk(talk.people, members)) },
        { label: '谈话事由', value: note === '' ? reason : reason === '' ? note : `${reason}（${note}）` },
      ],
    ],
    body: [
      ...sealedBlocks('谈话要点', sealed['points'], true),
      ...sealedBlocks('意见建议', sealed['opinions'], false),
      ...sealedBlocks('商定事项', sealed['agreed'], false),
    ],
    signatures: ['谈话人（签字）', ...partners.map(() => '谈话对象（签字）')],
    remark: '（本记录仅供支部内部留存，不随佐证材料对外提供内容。）',
    recordNumber: talk.recordNumber,
  })
}

/**
 * 谈心谈话登记表 of a year: 日期、双方、类别, nothing of what was said or why.
 *
 * @param membersOn the roster of a day
 */
export function talkRegister(
  talks: readonly Dossier[],
  year: number,
  branch: Pick<BranchProfile, 'shortName'>,
  membersOn: (date: string) => readonly RosterEntry[],
): DocumentModel {
  const names = (talk: Dossier, role: string) =>
    peopleOf(talk, role)
      .map(({ name }) => name)
      .join('、')
  return paper('sheet', {
    title: [branch.shortName, `${year}年谈心谈话登记表`],
    body: [
      {
        kind: 'table',
        head: ['序号', '日期', '谈话人', '谈话对象', '类别'],
        rows: talks.map((talk, at) => [
          String(at + 1),
          chineseDate(talk.date),
          names(talk, 'talker'),
          names(talk, 'partner'),
          pairingWords(pairingOfTalk(talk.people, membersOn(talk.date))),
        ]),
        widths: [1.2, 3.4, 2.6, 4.4, 3],
        rowHeight: 9,
      },
    ],
    signatures: ['填表人（签字）', '党支部书记（签字）'],
  })
}
