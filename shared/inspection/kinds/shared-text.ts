import type { Activity } from '../../activities/schema.ts'
import { byText } from '../../kernel/order.ts'
import type { InspectionFinding } from '../schema.ts'
import { named, tookPlace } from '../sitting.ts'

/** Characters without signs from which on a sentence is nobody's habit of speech. */
const shortest = 12

/**
 * Sentences that papers of this kind share because they must (DOMAIN 3.4): counts and quorum, votes, ballots, what a decision
 * on admission or conversion says, the end of a meeting.
 */
const fixed: readonly RegExp[] = [
  /应到.*实到/u,
  /(?:举手|无记名|投票)(?:表决|方式)/u,
  /赞成\d+票/u,
  /(?:发出|收回|有效)(?:表决票|选票)?\d+张/u,
  /(?:表决票|选票)\d+张/u,
  /(?:监票人|计票人|总监票人).*(?:通过|担任|提议|推荐)/u,
  /按规定计入票数/u,
  /符合规定人数|达到规定人数|未达到规定人数|可以开会/u,
  /^同意.*(?:接收|转为|转正|预备期).*(?:审批|之日算起)/u,
  /(?:预备期|党龄)从.*之日算起/u,
  /本项议题(?:未获通过|不进行表决)/u,
  /本次会议未形成决议事项/u,
  /(?:宣布|会议)(?:开会|散会|结束|闭会)$/u,
]

/** A sentence as it is compared: without signs and spaces, whoever says it. */
const plain = (sentence: string) => sentence.normalize('NFKC').replace(/[\p{P}\p{Z}\p{S}\s]/gu, '')

/**
 * The sentences of a record that are its own: what was said and written down, the decisions and the closing words. Titles and
 * topics are none of them, because the same duty comes every month; so is the one-line content of an old ledger, which is a
 * list of topics. Where an old ledger has whole sentences, they are compared like any other.
 */
function sentencesOf(activity: Activity): Map<string, string> {
  const blocks = activity.parts.flatMap(({ agenda }) => agenda.flatMap(({ content }) => content))
  const texts = [
    ...blocks.flatMap((block) => (block.kind === 'text' || block.kind === 'speech' ? [block.text] : [])),
    ...activity.parts.flatMap(({ resolutions }) => resolutions.map(({ text }) => text)),
    activity.closing,
  ]
  const titles = new Set(
    activity.parts
      .flatMap((part) => [part.title, part.topic, ...part.agenda.flatMap(({ title, heading }) => [title, heading])])
      .map(plain),
  )
  const found = new Map<string, string>()
  for (const sentence of texts.flatMap((text) => text.split(/[。！？；!?;\n\r]+/u))) {
    const key = plain(sentence)
    if ([...key].length < shortest || titles.has(key) || fixed.some((pattern) => pattern.test(key))) continue
    found.set(key, sentence.trim())
  }
  return found
}

/** So many records are named; the others are linked beside the text. */
const most = 6

const listed = (records: readonly Activity[]) =>
  `${records.slice(0, most).map(named).join('、')}${records.length > most ? `等${records.length}次会议` : ''}`

const quoted = (sentence: string) => `「${[...sentence].length > 40 ? `${[...sentence].slice(0, 40).join('')}…` : sentence}」`

/**
 * Records that share whole sentences, each set of records once. Sentences are looked up, not compared in pairs.
 *
 * @param activities the records of the year
 * @param earlier those of the year before, from which minutes are copied as easily; they are named only beside one of the year
 */
export function sharedTexts(activities: readonly Activity[], earlier: readonly Activity[] = []): InspectionFinding[] {
  const own = new Set(activities.map(({ id }) => id))
  const all = [...new Map([...earlier, ...activities].map((activity) => [activity.id, activity])).values()].filter(tookPlace)
  const places = new Map<string, { readonly sentence: string; readonly records: Activity[] }>()
  for (const activity of all) {
    for (const [key, sentence] of sentencesOf(activity)) {
      const place = places.get(key)
      if (place) place.records.push(activity)
      else places.set(key, { sentence, records: [activity] })
    }
  }
  const sets = Map.groupBy(
    [...places.values()].filter(({ records }) => records.length > 1 && records.some(({ id }) => own.has(id))),
    ({ records }) => records.map(({ id }) => id).join(' '),
  )
  return [...sets.values()]
    .map((found): { readonly first: string; readonly finding: InspectionFinding } => {
      const records = (found[0]?.records ?? []).toSorted((a, b) => byText(a.date, b.date) || byText(a.id, b.id))
      const count = found.length === 1 ? '有一句相同' : `有${found.length}句相同`
      const quotes = found
        .slice(0, 2)
        .map(({ sentence }) => quoted(sentence))
        .join('')
      return {
        first: records[0]?.date ?? '',
        finding: {
          kind: 'sharedText',
          records: records.map(({ id }) => id),
          text: `${listed(records)}的记录${count}：${quotes}${found.length > 2 ? '等' : ''}。`,
          sources: [],
        },
      }
    })
    .toSorted((a, b) => byText(a.first, b.first))
    .map(({ finding }) => finding)
}
