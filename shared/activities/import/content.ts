import { cut } from '../../kernel/text.ts'
import type { AgendaItem, PersonMention, Purpose } from '../schema.ts'
import { readMention } from './people.ts'

/** What the 主要内容 of an old ledger gives of a record. */
export interface ReadContent {
  readonly agenda: readonly AgendaItem[]
  readonly lecturer: PersonMention | null
  readonly topic: string
}

const item = (title: string, text = ''): AgendaItem => ({
  title,
  heading: '',
  content: text === '' ? [] : [{ kind: 'text', text }],
})

/** 审议年度工作计划；通报党费收缴情况 → one item each; a text with sentences stays whole. */
function agendaOf(text: string): AgendaItem[] {
  const plain = text.trim()
  if (plain === '' || /^无。?$/.test(plain)) return []
  const parts = plain
    .split(/[；;\n]+/)
    .map((part) =>
      part
        .trim()
        .replace(/^([一二三四五六七八九十]+[、.．]|\d+[、.．)）]|[（(][一二三四五六七八九十\d]+[)）])\s*/, '')
        .replace(/。$/, ''),
    )
    .filter((part) => part !== '')
  const areTitles = parts.length <= 100 && parts.every((part) => [...part].length <= 60 && !part.includes('。'))
  return areTitles ? parts.map((part) => item(part)) : [item('主要内容', cut(plain, 200_000))]
}

/** Reads a content cell; for a lecture 授课人：张三。课题：… gives lecturer and topic, and the rest the agenda. */
export function readContent(text: string, purposes: readonly Purpose[]): ReadContent {
  if (!purposes.includes('partyLecture')) return { agenda: agendaOf(text), lecturer: null, topic: '' }
  const lecturer = /(?:授课人|主讲人?|授课)[：:]\s*([^。；;\n，,]+(?:[（(][^）)]*[）)])?)[。；;\n，,]?/.exec(text)
  const topic = /(?:课题|题目|党课题目|主题)[：:]\s*([^。；;\n]+)[。；;\n]?/.exec(text)
  const rest = [lecturer, topic].reduce((left, match) => (match ? left.replace(match[0], '') : left), text)
  return {
    agenda: agendaOf(rest),
    lecturer: lecturer ? readMention(lecturer[1] as string) : null,
    topic: cut((topic?.[1] ?? '').trim().replace(/^《(.*)》$/, '$1'), 300),
  }
}
