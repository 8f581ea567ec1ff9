import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { Link, useParams } from 'wouter'
import { client, orpc } from '#renderer/api/client.ts'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { type RecordPaper, recordPapers } from '#shared/documents/papers/record-papers.ts'
import { PaperPreview } from './PaperPreview.tsx'
import { usePrintChoice } from './usePrintChoice.ts'

/** A paper that follows from a dated record (`/records/:id/papers/:paper`). */
export default function RecordPaperPage() {
  const { id, paper } = useParams<{ id: string; paper: string }>()
  const known = recordPapers.find((each) => each === paper)
  if (!known) return <EmptyState title="没有这种材料" actions={<Link href={`/records/${id}`}>返回记录</Link>} />
  return <Shown id={id} paper={known} />
}

function Shown({ id, paper }: { readonly id: string; readonly paper: RecordPaper }) {
  const fonts = usePrintChoice((state) => state.fonts)
  const preview = useQuery(orpc.documents.previewRecordPaper.queryOptions({ input: { id, paper, fonts } }))
  return (
    <PaperPreview
      preview={preview}
      make={(format) => client.documents.makeRecordPaper({ id, paper, fonts, format })}
      actions={<Button onClick={() => window.history.back()}>返回</Button>}
    />
  )
}
