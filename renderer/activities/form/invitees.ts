import type { Invitee } from '#shared/activities/schema.ts'
import { cut, normalName } from '#shared/kernel/text.ts'

const SEPARATOR = /[、,，;；\n]+/
/** 刘庚（职务）, 刘庚(职务) */
const BRACKETED = /^(?<name>[^（(]+)[（(](?<role>.*?)[）)]?$/
/** 刘庚 职务: the first word is the name unless it is a single character, which is half of a padded name. */
const SPACED = /^(?<name>\S(?:[\s\u3000]\S(?=[\s\u3000]|$)|\S*))(?:[\s\u3000]+(?<role>.*))?$/u

/**
 * Reads 列席 as people type it: names with their post in brackets or after a space, several of them parted by 、 or ；.
 * A separator inside brackets belongs to the post. 「无」 alone is nobody.
 */
export function parseInvitees(text: string): Invitee[] {
  return splitOutsideBrackets(text)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '' && piece !== '无')
    .map(parseOne)
    .filter((invitee) => invitee.name !== '')
}

function splitOutsideBrackets(text: string): string[] {
  const pieces: string[] = []
  let depth = 0
  let piece = ''
  for (const character of text) {
    if (character === '（' || character === '(') depth += 1
    if (character === '）' || character === ')') depth = Math.max(0, depth - 1)
    if (depth === 0 && SEPARATOR.test(character)) {
      pieces.push(piece)
      piece = ''
    } else piece += character
  }
  return [...pieces, piece]
}

function parseOne(piece: string): Invitee {
  const match = BRACKETED.exec(piece) ?? SPACED.exec(piece)
  const name = cut(normalName(match?.groups?.['name'] ?? piece), 60)
  return { name, role: cut((match?.groups?.['role'] ?? '').trim(), 80) }
}

/** 刘庚　直属机关党委专职副书记 */
export function inviteeLabel(invitee: Invitee): string {
  return invitee.role === '' ? invitee.name : `${invitee.name}（${invitee.role}）`
}
