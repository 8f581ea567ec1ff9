import { fold } from '#shared/search/fold.ts'
import { ftsQuery, queryTerms } from '#shared/search/grams.ts'
import { holdsAll, snippetOf, stretchesOf } from '#shared/search/highlight.ts'
import { variantsOf } from '#shared/search/pinyin.ts'
import type { SearchHit, SearchInput, SearchKind } from '#shared/search/schema.ts'
import type { OpenLedger } from '../ledger/open-ledger.ts'
import { type StoredText, selectBody, selectMatches, selectNames } from './store.ts'

/** Each word of a query with the names that its letters may stand for. */
function wordsOf(ledger: OpenLedger, text: string): string[][] {
  const terms = queryTerms(text)
  const names = terms.some((term) => /^[a-z]{2,}$/.test(term)) ? selectNames(ledger.db) : []
  return terms.map((term) => variantsOf(term, names))
}

function hitOf({ recordId, kinds, title, date }: StoredText, body: string, words: readonly (readonly string[])[]): SearchHit {
  return {
    id: recordId,
    kind: kinds[0] as SearchKind,
    title,
    titleHighlights: stretchesOf(title, words.flat()),
    date,
    ...snippetOf(body, words),
  }
}

/** All words in the name of the record, rather than somewhere in its text. */
const isInTitle = ({ title }: StoredText, words: readonly (readonly string[])[]) => {
  const folded = fold(title).text
  return words.every((variants) => variants.some((term) => folded.includes(term)))
}

/** Records in which every word stands: first those named so, each group newest first. Nothing for a text of signs alone. */
export function findRecords(ledger: OpenLedger, { text, kinds = [], from, to, limit }: SearchInput): SearchHit[] {
  const words = wordsOf(ledger, text)
  if (words.length === 0) return []
  const found = selectMatches(ledger.db, ftsQuery(words), { kinds, from: from ?? (to ? '0' : ''), to: to ?? '9999' })
  const [titled, others] = [true, false].map((inTitle) => found.filter((row) => isInTitle(row, words) === inTitle))
  // A damaged index must not show what is not there: the text itself has the last word.
  const hits: SearchHit[] = []
  for (const row of [...(titled ?? []), ...(others ?? [])]) {
    if (hits.length === limit) break
    const body = selectBody(ledger.db, row.rowid)
    if (holdsAll(`${row.title}\n${body}`, words)) hits.push(hitOf(row, body, words))
  }
  return hits
}
