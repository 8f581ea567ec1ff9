import type { Activity, AgendaItem, ContentBlock, Part } from '../activities/schema.ts'
import type { VotingSettings } from '../activities/voting.ts'
import { electionPassage } from './election-sentences.ts'
import { resolutionPhrase } from './mentions.ts'
import { appraisalBlocks, followUpBlocks, rectificationBlocks } from './minutes-details.ts'
import { isHeld, numbered } from './minutes-head.ts'
import type { Block } from './model.ts'
import { isSentence, paragraph, paragraphsOf } from './paragraphs.ts'
import { openingSentence, votePassage } from './vote-sentences.ts'
import { wordings } from './wording.ts'

const said = (speaker: string, text: string): Block[] => {
  const [first = '', ...rest] = paragraphsOf(text)
  return [{ kind: 'paragraph', text: `${speaker}：${first}` }, ...rest.map(paragraph)]
}

function contentBlocks(block: ContentBlock, part: Part, settings: VotingSettings): Block[] {
  switch (block.kind) {
    case 'text':
      return paragraphsOf(block.text).map(paragraph)
    case 'speech':
      return said(`${block.speaker}${block.role ? `（${block.role}）` : ''}`, block.text)
    case 'vote':
      return [{ kind: 'paragraph', text: votePassage(block.vote, part, settings) }]
    case 'election':
      return electionPassage(block.election, part).map((text): Block => ({ kind: 'paragraph', text }))
  }
}

const itemHeading = (text: string): Block => (isSentence(text) ? { kind: 'paragraph', text } : { kind: 'heading', level: 1, text })

const withStop = (text: string) => (isSentence(text) ? text : `${text}。`)

/** 一、集中学习（40分钟）：学习……: a step of a themed day with its first words on the same line. */
function stepBlocks(item: AgendaItem, i: number, part: Part, settings: VotingSettings): Block[] {
  const heading = `${item.heading || item.title}${item.minutes ? `（${item.minutes}分钟）` : ''}`
  const [first, ...others] = item.content
  const [opening, ...rest] = first?.kind === 'text' ? paragraphsOf(first.text) : []
  const text = opening === undefined ? withStop(heading) : `${heading}：${opening}`
  const following = opening === undefined ? item.content : others
  return [
    { kind: 'paragraph', text: numbered(i, part.agenda.length, text) },
    ...rest.map(paragraph),
    ...following.flatMap((block) => contentBlocks(block, part, settings)),
  ]
}

/** A day whose steps are timed is told step by step. */
const isTimed = (part: Part) => part.purpose === 'themedPartyDay' && part.agenda.some(({ minutes }) => minutes)

function itemBlocks(item: AgendaItem, i: number, part: Part, isAnnounced: boolean, settings: VotingSettings): Block[] {
  if (isTimed(part)) return stepBlocks(item, i, part, settings)
  const wording = wordings[part.purpose]
  const heading = item.heading || item.title
  // A single item that was announced just above needs no heading that repeats it.
  const repeats = part.agenda.length === 1 && isAnnounced && heading === item.title
  const isHere = (block: ContentBlock) => wording.discussion === '' || block.kind !== 'speech'
  return [
    ...(repeats ? [] : [itemHeading(numbered(i, part.agenda.length, heading))]),
    ...item.content.filter(isHere).flatMap((block) => contentBlocks(block, part, settings)),
  ]
}

function resolutionBlocks(activity: Activity, part: Part): Block[] {
  const { resolutions: label, alwaysResolutions } = wordings[part.purpose]
  const texts = part.resolutions.map((resolution) => resolutionPhrase(resolution, activity.date))
  if (texts.length === 0) {
    // Only a finished record of our own can say that nothing was decided; an old ledger is silent about it.
    const isKnown = isHeld(activity) && activity.origin !== 'imported' && part.agenda.length > 0
    return alwaysResolutions && isKnown ? [{ kind: 'label', label, text: '本次会议未形成决议事项。' }] : []
  }
  if (texts.length === 1) return [{ kind: 'label', label, text: texts[0] ?? '' }]
  return [
    { kind: 'label', label, text: '' },
    ...texts.map((text, i): Block => ({ kind: 'paragraph', text: numbered(i, texts.length, text) })),
  ]
}

const contentStart = (part: Part, settings: VotingSettings): Block[] => {
  if (!part.opening) return []
  const sentence = openingSentence(part, settings)
  return part.opening.speaker ? said(part.opening.speaker, sentence) : [{ kind: 'paragraph', text: sentence }]
}

/**
 * What was studied stands in the head already; here only what was noted about it, and topics of a session that has a
 * reading list beside its agenda. A single topic with nothing but speeches is what 研讨发言 stands for.
 */
function studyItems(part: Part): AgendaItem[] {
  const readings = part.details?.readings ?? []
  const isTopic = ({ title, content }: AgendaItem) =>
    readings.length > 0 && !readings.includes(title) && (part.agenda.length > 1 || content.length === 0)
  return part.agenda.filter((item) => isTopic(item) || item.content.some(({ kind }) => kind !== 'speech'))
}

/** What one part adds to the text: agenda, content, discussion, resolutions. */
export function partBlocks(activity: Activity, part: Part, settings: VotingSettings): Block[] {
  const wording = wordings[part.purpose]
  const isStudy = part.purpose === 'studySession'
  // Items without a word of what happened: the one column of an old ledger, which tells of the content, not of an agenda.
  const isBare = part.agenda.every(({ heading, title, content }) => content.length === 0 && (heading === '' || heading === title))
  const isAnnounced = wording.agenda !== '' && part.agenda.length > 0 && !(isBare && activity.origin === 'imported')
  const agenda: Block[] =
    isAnnounced && !isStudy
      ? part.agenda.length === 1
        ? [{ kind: 'label', label: wording.agenda, text: part.agenda[0]?.title ?? '' }]
        : [
            { kind: 'label', label: wording.agenda, text: '' },
            ...part.agenda.map(({ title }, i): Block => ({ kind: 'paragraph', text: numbered(i, part.agenda.length, title) })),
          ]
      : []
  const opening = contentStart(part, settings)
  const items = isStudy ? studyItems(part) : isBare && isAnnounced ? [] : part.agenda
  const content = [
    ...opening,
    ...items.flatMap((item, i) => itemBlocks(item, i, { ...part, agenda: items }, isAnnounced, settings)),
  ]
  const speeches = wording.discussion ? part.agenda.flatMap((item) => item.content.filter(({ kind }) => kind === 'speech')) : []
  return [
    ...agenda,
    ...(content.length > 0 ? [{ kind: 'label', label: wording.content, text: '' } as const, ...content] : []),
    ...(speeches.length > 0
      ? [
          { kind: 'label', label: wording.discussion, text: '' } as const,
          ...speeches.flatMap((block) => contentBlocks(block, part, settings)),
        ]
      : []),
    ...appraisalBlocks(part),
    ...resolutionBlocks(activity, part),
    ...rectificationBlocks(part),
    ...followUpBlocks(part),
  ]
}
