import { useMutation, useQuery } from '@tanstack/react-query'
import { Button, Segmented } from 'antd'
import { useRef } from 'react'
import { useLocation, useParams } from 'wouter'
import { SignedBack } from '#renderer/activities/list/SignedBack.tsx'
import { client, orpc } from '#renderer/api/client.ts'
import { downloadDocument } from '#renderer/api/files.ts'
import { ErrorBlock } from '#renderer/ui/ErrorBlock.tsx'
import { PageHeader } from '#renderer/ui/PageHeader.tsx'
import type { DocumentFormat } from '#shared/documents/contract.ts'
import { FontNote } from './FontNote.tsx'
import { PdfNotice } from './PdfNotice.tsx'
import './preview.css'
import { usePrintChoice } from './usePrintChoice.ts'

/** 预览打印: the very page that is printed and made into PDF. */
export default function PreviewPage() {
  const { id } = useParams<{ id: string }>()
  const [, navigate] = useLocation()
  const { style, fonts, chooseStyle, chooseFonts } = usePrintChoice()
  const frame = useRef<HTMLIFrameElement>(null)
  const preview = useQuery(orpc.documents.previewMinutes.queryOptions({ input: { activityId: id, style, fonts } }))
  const record = useQuery(orpc.activities.get.queryOptions({ input: { id } }))
  const abilities = useQuery(orpc.documents.abilities.queryOptions({ input: {} }))
  const canPdf = abilities.data?.pdf ?? true
  const make = useMutation({
    meta: { quiet: true },
    mutationFn: (format: DocumentFormat) => client.documents.makeMinutes({ activityId: id, style, fonts, format }),
    onSuccess: downloadDocument,
  })
  const isMaking = (format: DocumentFormat) => make.isPending && make.variables === format
  return (
    <div className="preview-page">
      <PageHeader
        title="预览打印"
        note={<span className="soft preview-title">{preview.data?.title}</span>}
        actions={
          <>
            {record.data?.state === 'toSign' && <SignedBack id={id} title={record.data.parts[0]?.title ?? ''} />}
            <Button onClick={() => navigate(`/activities/${id}`)}>返回记录</Button>
            <Button onClick={() => make.mutate('docx')} loading={isMaking('docx')}>
              存为 Word
            </Button>
            <Button onClick={() => make.mutate('pdf')} loading={isMaking('pdf')} disabled={!canPdf}>
              存为 PDF
            </Button>
          </>
        }
        primary={{ label: '打印', onClick: () => frame.current?.contentWindow?.print(), disabled: !preview.data }}
      />
      <div className="preview-choices">
        <Segmented
          aria-label="样式"
          value={style}
          onChange={chooseStyle}
          options={[
            { value: 'table', label: '表格式' },
            { value: 'official', label: '公文式' },
          ]}
        />
        <Segmented
          aria-label="字体"
          value={fonts}
          onChange={chooseFonts}
          options={[
            { value: 'office', label: '办公字体' },
            { value: 'bundled', label: '随附字体' },
          ]}
        />
        <FontNote fonts={fonts} />
      </div>
      {!canPdf && <PdfNotice />}
      {make.isError && <ErrorBlock inline error={make.error} />}
      {preview.isError && <ErrorBlock error={preview.error} onRetry={() => void preview.refetch()} />}
      {preview.data && (
        // No scripts ever; the fonts are asked for from our own origin, and printing is a modal of the frame.
        <iframe
          ref={frame}
          className="preview-frame"
          title={`${preview.data.title}预览`}
          sandbox="allow-same-origin allow-modals"
          srcDoc={preview.data.html}
        />
      )}
    </div>
  )
}
