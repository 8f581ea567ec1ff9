import { cut } from '#shared/kernel/text.ts'

const WITH_ROLE = /^(?<speaker>[^（(]*)[（(](?<role>[^）)]*)[）)]?$/

/** 赵六（入党介绍人） as it stands in the field of a speech. */
export function speakerLabel(speaker: string, role: string): string {
  return role === '' ? speaker : `${speaker}（${role}）`
}

/** Name and what the person speaks as, from one field. */
export function parseSpeaker(text: string): { speaker: string; role: string } {
  const match = WITH_ROLE.exec(text.trim())
  const speaker = (match?.groups?.['speaker'] ?? text).trim()
  return { speaker: cut(speaker, 60), role: cut((match?.groups?.['role'] ?? '').trim(), 60) }
}
