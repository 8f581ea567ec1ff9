import { cut, normalName } from '#shared/kernel/text.ts'

/** 吴十、郑甲 → the two names; at most ten, as the contract has it. */
export function splitNames(text: string): string[] {
  return text
    .split(/[、,，;；]+/)
    .map((name) => cut(normalName(name), 60))
    .filter((name) => name !== '')
    .slice(0, 10)
}

export function joinNames(names: readonly string[]): string {
  return names.join('、')
}
