import type { Block } from './model.ts'

/** Paragraphs as typed or pasted, without the indents and blank lines that came along. */
export function paragraphsOf(text: string): string[] {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => line.replace(/^[\s\u3000]+|[\s\u3000]+$/gu, ''))
    .filter((line) => line !== '')
}

/** A sentence, not a heading: it is printed in the body's font. */
export const isSentence = (text: string) => /[。；！？…：]$/u.test(text)

/** 「（一）……」 without a stop, as typed or pasted: a heading of the second level (GB/T 9704). */
const isSecondLevel = (text: string) => /^（[一二三四五六七八九十]{1,3}）/u.test(text) && text.length <= 40 && !isSentence(text)

export const paragraph = (text: string): Block =>
  isSecondLevel(text) ? { kind: 'heading', level: 2, text } : { kind: 'paragraph', text }

/** A label with the first paragraph beside it and the others below. */
export function labelled(label: string, text: string): Block[] {
  const [first, ...rest] = paragraphsOf(text)
  return first === undefined ? [] : [{ kind: 'label', label, text: first }, ...rest.map(paragraph)]
}
