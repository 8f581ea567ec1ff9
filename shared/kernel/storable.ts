import type { InputIssue } from './input-text.ts'

/** Deeper input than any form makes: it would only exhaust the stack of whoever reads it. */
const MAX_DEPTH = 64

/** U+0000, which ends a text for many a program, and halves of a surrogate pair, which UTF-8 cannot write. */
const UNSTORABLE = /\0|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/

/** Why a text cannot be stored as it is, and after which words the fault stands; null when it can. */
export function unstorableReason(text: string): string | null {
  const at = text.search(UNSTORABLE)
  if (at < 0) return null
  const before = text
    .slice(Math.max(0, at - 8), at)
    .toWellFormed()
    .replaceAll('\ufffd', '')
  const place = before === '' ? '开头' : `「${before}」后面`
  const code = text.charCodeAt(at).toString(16).toUpperCase().padStart(4, '0')
  return `${place}有一个无法保存的字符（U+${code}），请删去后重新录入`
}

/**
 * Everything in a call's input that could not be stored unchanged: it is refused and never quietly mended, because what
 * stands in a record must be what was typed. Also input nested too deeply. At most twenty, in the order of the input.
 */
export function unstorableIssues(input: unknown): InputIssue[] {
  const issues: InputIssue[] = []
  const waiting: { readonly value: unknown; readonly path: readonly PropertyKey[] }[] = [{ value: input, path: [] }]
  for (let next = waiting.pop(); next !== undefined && issues.length < 20; next = waiting.pop()) {
    const { value, path } = next
    if (typeof value === 'string') {
      const message = unstorableReason(value)
      if (message !== null) issues.push({ message, path })
    } else if (typeof value === 'object' && value !== null) {
      if (path.length >= MAX_DEPTH) return [{ message: '内容的层次太深', path: path.slice(0, 4) }]
      const entries: [PropertyKey, unknown][] = Array.isArray(value) ? [...value.entries()] : Object.entries(value)
      for (const [key] of entries) {
        const message = typeof key === 'string' ? unstorableReason(key) : null
        if (message !== null) issues.push({ message, path })
      }
      for (const [key, inner] of entries.reverse()) waiting.push({ value: inner, path: [...path, key] })
    }
  }
  return issues.slice(0, 20)
}
