/**
 * Paths of the fields that stand in `given` but were left out of `read`, as `parts.0.agenda.1.titel`. A schema drops what it
 * does not know; whoever wrote the field by hand has to be told, or a misspelt one is lost without a word.
 */
export function unreadFields(given: unknown, read: unknown, path = ''): string[] {
  if (typeof given !== 'object' || given === null || typeof read !== 'object' || read === null) return []
  const known = new Map<string, unknown>(Object.entries(read))
  return Object.entries(given).flatMap(([key, value]: [string, unknown]) => {
    const at = path === '' ? key : `${path}.${key}`
    return known.has(key) ? unreadFields(value, known.get(key), at) : value === undefined ? [] : [at]
  })
}
