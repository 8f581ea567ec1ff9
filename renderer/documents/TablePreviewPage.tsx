import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { Link, useLocation, useParams, useSearch } from 'wouter'
import { client, orpc } from '#renderer/api/client.ts'
import { useYear } from '#renderer/api/session.ts'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { type TableKind, tableKinds } from '#shared/documents/contract.ts'
import { PaperPreview } from './PaperPreview.tsx'
import { makeTableSheet } from './tables.ts'
import { usePrintChoice } from './usePrintChoice.ts'

/** Where the numbers of a table are looked at and followed to their records. */
const sources: Record<TableKind, { readonly path: string; readonly label: string }> = {
  year: { path: '/summary', label: '返回一览表' },
  attendance: { path: '/summary/attendance', label: '返回出勤率' },
  hours: { path: '/study', label: '返回学习教育' },
  roster: { path: '/members', label: '返回党员名单' },
}

function TablePreview({ table }: { readonly table: TableKind }) {
  const year = useYear()
  const [, navigate] = useLocation()
  const fonts = usePrintChoice((state) => state.fonts)
  const withSensitive = table === 'roster' && new URLSearchParams(useSearch()).has('sensitive')
  const input = { table, year, fonts, withSensitive }
  const preview = useQuery(
    orpc.documents.previewTable.queryOptions({
      input,
      // Each look at the fields kept apart is logged: not read again by itself, nor kept after the page is left.
      ...(withSensitive ? { staleTime: Number.POSITIVE_INFINITY, gcTime: 0 } : {}),
    }),
  )
  const { path, label } = sources[table]
  return (
    <PaperPreview
      preview={preview}
      make={(format) => client.documents.makeTable({ ...input, format })}
      makeSheet={() => makeTableSheet(table, year, withSensitive)}
      actions={
        <>
          <Link href="/packs">打印与报送</Link>
          <Button onClick={() => navigate(path)}>{label}</Button>
        </>
      }
    />
  )
}

/** A table of the year before it is printed. */
export default function TablePreviewPage() {
  const { table } = useParams<{ table: string }>()
  const known = tableKinds.find((each) => each === table)
  return known ? (
    <TablePreview key={known} table={known} />
  ) : (
    <EmptyState title="没有这张表" actions={<Link href="/packs">打印与报送</Link>} />
  )
}
