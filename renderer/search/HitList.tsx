import { Link } from 'wouter'
import { useAppStore } from '#renderer/ui/useAppStore.ts'
import { chineseDate, yearOf } from '#shared/kernel/dates.ts'
import type { SearchHit } from '#shared/search/schema.ts'
import { kindNames } from './kind-names.ts'
import { Marked } from './Marked.tsx'

function addressOf({ kind, id }: SearchHit): string {
  if (kind === 'person') return `/members?id=${id}`
  if (kind === 'dossier') return `/records/${id}`
  return kind === 'explanation' ? '/summary' : `/activities/${id}`
}

interface HitListProps {
  readonly hits: readonly SearchHit[]
}

/** One entry for each record: what it is, and the piece of text that was found. */
export function HitList({ hits }: HitListProps) {
  const chooseYear = useAppStore((state) => state.chooseYear)
  return (
    <ul className="hits" aria-label="搜索结果">
      {hits.map((hit) => (
        <li key={hit.id}>
          <p>
            <Link
              href={addressOf(hit)}
              className="hit-title"
              // A reason stands in the table of its own year.
              onClick={() => hit.kind === 'explanation' && chooseYear(yearOf(hit.date))}
            >
              <Marked text={hit.title} stretches={hit.titleHighlights} />
            </Link>
            <span className="small soft">
              {kindNames[hit.kind]}
              {hit.date !== '' && `，${chineseDate(hit.date)}`}
            </span>
          </p>
          {hit.snippet !== '' && (
            <p className="hit-text">
              <Marked text={hit.snippet} stretches={hit.highlights} />
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}
