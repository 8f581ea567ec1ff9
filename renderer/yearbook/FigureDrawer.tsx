import { Drawer } from 'antd'
import { Link } from 'wouter'
import { chineseDate } from '#shared/kernel/dates.ts'
import type { Figure, Source } from '#shared/yearbook/schema.ts'

/** The page of a record. */
export const sourceLink = ({ id, type }: Pick<Source, 'id' | 'type'>): string =>
  ({ activity: `/activities/${id}`, dossier: `/records/${id}`, person: `/members?id=${id}` })[type]

const pageNames: Record<string, string> = {
  '/members': '党员名单',
  '/study': '学时统计',
  '/tasks': '任务清单',
  '/rating': '达标创星',
}

/** The records behind a number, each a way to it. */
export function FigureDrawer({ figure, onClose }: { readonly figure: Figure | null; readonly onClose: () => void }) {
  return (
    <Drawer open={figure !== null} onClose={onClose} size={520} title={figure ? `${figure.label} ${figure.text}` : ''}>
      {figure && figure.detail !== '' && <p className="small soft">{figure.detail}</p>}
      {figure?.link && (
        <p>
          <Link href={figure.link}>看{pageNames[figure.link] ?? '统计'}</Link>
        </p>
      )}
      <ol className="record-list">
        {figure?.sources.map((source) => (
          <li key={source.id}>
            <Link href={sourceLink(source)}>{source.title}</Link>
            {source.type !== 'person' && (
              <span className="small faint">
                {chineseDate(source.date)} {source.recordNumber}
              </span>
            )}
          </li>
        ))}
      </ol>
    </Drawer>
  )
}
