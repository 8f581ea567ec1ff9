/** Changes of one row of a list; the list itself is never changed in place. */
export interface Keyed {
  readonly key: string
}

export function changeRow<T extends Keyed>(list: readonly T[], key: string, change: (row: T) => T): T[] {
  return list.map((row) => (row.key === key ? change(row) : row))
}

export function removeRow<T extends Keyed>(list: readonly T[], key: string): T[] {
  return list.filter((row) => row.key !== key)
}

/** Puts a row at `index`; beyond the end it becomes the last. */
export function insertRow<T>(list: readonly T[], index: number, row: T): T[] {
  return [...list.slice(0, index), row, ...list.slice(index)]
}

/** Moves a row by `step` places; at the edge it stays. */
export function moveRow<T extends Keyed>(list: readonly T[], key: string, step: -1 | 1): T[] {
  const from = list.findIndex((row) => row.key === key)
  const to = from + step
  const row = list[from]
  if (!row || to < 0 || to >= list.length) return [...list]
  return insertRow(removeRow(list, key), to, row)
}
