import { Link } from 'wouter'
import { chineseDate } from '#shared/kernel/dates.ts'
import type { SearchHit } from '#shared/search/schema.ts'
import { kindNames } from './kind-names.ts'
import { Marked } from './Marked.tsx'

const addressOf = ({ kind, id }: SearchHit) => (kind === 'person' ? `/members?id=${id}` : `/activities/${id}`)

interface HitListProps {
  readonly hits: readonly SearchHit[]
}

/** One entry for each record: what it is, and the piece of text that was found. */
export function HitList({ hits }: HitListProps) {
  return (
    <ul className="hits" aria-label="搜索结果">
      {hits.map((hit) => (
        <li key={hit.id}>
          <p>
            <Link href={addressOf(hit)} className="hit-title">
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
