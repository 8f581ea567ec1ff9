import { normalName } from '../../kernel/text.ts'
import { fullWidthSigns, halfWidth } from '../../kernel/width.ts'
import type { Invitee, PersonMention } from '../schema.ts'

const cut = (text: string, length: number) => [...text].slice(0, length).join('')

/** 张三（书记） → name and post; null when the cell is empty or 无. */
export function readMention(text: string): PersonMention | null {
  const flat = halfWidth(text).trim()
  const match = /^([^()]+)\(([^()]*)\)$/.exec(flat)
  const name = cut(normalName(match?.[1] ?? flat).replace(/同志$/, ''), 60)
  return name === '' || /^(无|[-—/]+)$/.test(name) ? null : { name, post: cut(fullWidthSigns((match?.[2] ?? '').trim()), 60) }
}

/** 列席人员: names with what stands in brackets as their role. */
export function readInvitees(text: string): Invitee[] {
  return halfWidth(text)
    .split(/[、,;\n](?![^(]*\))/)
    .flatMap((part) => {
      const mention = readMention(part)
      return mention ? [{ name: mention.name, role: mention.post }] : []
    })
    .slice(0, 200)
}
