import { chineseNumber } from '../../kernel/chinese-number.ts'

/** 一、学习文件 or （一）学习文件: the number and what follows it; null for any other line. */
export interface Heading {
  readonly level: 1 | 2
  readonly number: number
  readonly text: string
}

const FIRST = /^([一二三四五六七八九十百]{1,4})[、.．，,]\s*(.*)$/su
const SECOND = /^[（(]([一二三四五六七八九十百]{1,4})[）)]\s*[、.．]?\s*(.*)$/su

export function headingOf(line: string): Heading | null {
  const first = FIRST.exec(line)
  const match = first ?? SECOND.exec(line)
  if (!match) return null
  const number = chineseNumber(match[1] ?? '')
  return number === null || number < 1 ? null : { level: first ? 1 : 2, number, text: (match[2] ?? '').trim() }
}

/** 一、学习党章  二、交流体会 on one line as its items; a line that holds one heading, or none, is given back whole. */
export function splitInline(line: string): string[] {
  const pieces = line
    .split(/(?<=[\s\u3000；;。])(?=[一二三四五六七八九十]{1,3}、)/u)
    .map((piece) => piece.trim().replace(/[；;]$/, ''))
  const numbers = pieces.map((piece) => headingOf(piece)?.number)
  return numbers.every((number, index) => number === index + 1) ? pieces : [line]
}
