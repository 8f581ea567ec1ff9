import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useLocation, useParams } from 'wouter'
import { SignedBack } from '#renderer/activities/list/SignedBack.tsx'
import { client, orpc } from '#renderer/api/client.ts'
import { besideMinutes, papersFor } from '#shared/documents/papers/kinds.ts'
import { PaperPreview } from './PaperPreview.tsx'
import { usePrintChoice } from './usePrintChoice.ts'

/** Minutes before they are printed. */
export default function PreviewPage() {
  const { id } = useParams<{ id: string }>()
  const [, navigate] = useLocation()
  const { style, fonts } = usePrintChoice()
  const preview = useQuery(orpc.documents.previewMinutes.queryOptions({ input: { activityId: id, style, fonts } }))
  const record = useQuery(orpc.activities.get.queryOptions({ input: { id } }))
  const others = record.data ? papersFor(record.data).filter((kind) => besideMinutes.includes(kind)) : []
  return (
    <PaperPreview
      hasStyle
      preview={preview}
      make={(format) => client.documents.makeMinutes({ activityId: id, style, fonts, format })}
      actions={
        <>
          {record.data?.state === 'toSign' && <SignedBack id={id} title={record.data.parts[0]?.title ?? ''} />}
          <Button onClick={() => navigate(`/activities/${id}`)}>返回记录</Button>
          {others.length > 0 && <Button onClick={() => navigate(`/plans/${id}?papers=${others.join(',')}`)}>其他材料</Button>}
        </>
      }
    />
  )
}
