import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useLocation, useParams } from 'wouter'
import { client, orpc } from '#renderer/api/client.ts'
import { PaperPreview } from './PaperPreview.tsx'
import { usePrintChoice } from './usePrintChoice.ts'

/** A dated record before it is printed; never its sealed texts. */
export default function RecordPreviewPage() {
  const { id } = useParams<{ id: string }>()
  const [, navigate] = useLocation()
  const fonts = usePrintChoice((state) => state.fonts)
  const preview = useQuery(orpc.documents.previewRecord.queryOptions({ input: { id, fonts } }))
  return (
    <PaperPreview
      preview={preview}
      make={(format) => client.documents.makeRecord({ id, fonts, format })}
      actions={<Button onClick={() => navigate(`/records/${id}`)}>返回记录</Button>}
    />
  )
}
