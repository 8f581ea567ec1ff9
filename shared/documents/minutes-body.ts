import type { Activity, AgendaItem, ContentBlock, Part } from '../activities/schema.ts'
import type { VotingSettings } from '../activities/voting.ts'
import { electionPassage } from './election-sentences.ts'
import { resolutionPhrase } from './mentions.ts'
import { isHeld, numbered } from './minutes-head.ts'
import type { Block } from './model.ts'
import { openingSentence, votePassage } from './vote-sentences.ts'
import { wordings } from './wording.ts'

/** Paragraphs as typed or pasted, without the indents and blank lines that came along. */
export function paragraphsOf(text: string): string[] {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => line.replace(/^[\s\u3000]+|[\s\u3000]+$/gu, ''))
    .filter((line) => line !== '')
}

/** A sentence, not a heading: it is printed in the body's font. */
const isSentence = (text: string) => /[。；！？…：]$/u.test(text)

/** 「（一）……」 without a stop, as typed or pasted: a heading of the second level (GB/T 9704). */
const isSecondLevel = (text: string) => /^（[一二三四五六七八九十]{1,3}）/u.test(text) && text.length <= 40 && !isSentence(text)

const paragraph = (text: string): Block => (isSecondLevel(text) ? { kind: 'heading', level: 2, text } : { kind: 'paragraph', text })

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

function itemBlocks(item: AgendaItem, i: number, part: Part, isAnnounced: boolean, settings: VotingSettings): Block[] {
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
  const { resolutions: label, alwaysResolutions, followUp } = wordings[part.purpose]
  const texts = part.resolutions.map((resolution) => resolutionPhrase(resolution, activity.date))
  if (texts.length === 0) {
    // Only a finished record of our own can say that nothing was decided; an old ledger is silent about it.
    const isKnown = isHeld(activity) && activity.origin !== 'imported' && part.agenda.length > 0
    return alwaysResolutions && isKnown ? [{ kind: 'label', label, text: '本次会议未形成决议事项。' }] : []
  }
  const follow: Block[] = followUp ? [{ kind: 'label', label: followUp, text: '', blankLines: 1 }] : []
  if (texts.length === 1) return [{ kind: 'label', label, text: texts[0] ?? '' }, ...follow]
  return [
    { kind: 'label', label, text: '' },
    ...texts.map((text, i): Block => ({ kind: 'paragraph', text: numbered(i, texts.length, text) })),
    ...follow,
  ]
}

const contentStart = (part: Part, settings: VotingSettings): Block[] => {
  if (!part.opening) return []
  const sentence = openingSentence(part, settings)
  return part.opening.speaker ? said(part.opening.speaker, sentence) : [{ kind: 'paragraph', text: sentence }]
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
  // What was studied stands in the head already; here only what was noted about it.
  const items = isStudy
    ? part.agenda.filter(({ content }) => content.some(({ kind }) => kind !== 'speech'))
    : isBare && isAnnounced
      ? []
      : part.agenda
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
    ...resolutionBlocks(activity, part),
  ]
}

/** A label with the first paragraph beside it and the others below. */
export function labelled(label: string, text: string): Block[] {
  const [first, ...rest] = paragraphsOf(text)
  return first === undefined ? [] : [{ kind: 'label', label, text: first }, ...rest.map(paragraph)]
}
