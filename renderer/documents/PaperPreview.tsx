import { type UseQueryResult, useMutation, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { type ReactNode, useRef } from 'react'
import { orpc } from '#renderer/api/client.ts'
import { downloadDocument } from '#renderer/api/files.ts'
import { ErrorBlock } from '#renderer/ui/ErrorBlock.tsx'
import { PageHeader } from '#renderer/ui/PageHeader.tsx'
import { PdfNotice } from './PdfNotice.tsx'
import { PrintChoices } from './PrintChoices.tsx'
import './preview.css'

type Made = Parameters<typeof downloadDocument>[0]
type Form = 'pdf' | 'docx' | 'xlsx'

interface PaperPreviewProps {
  readonly preview: UseQueryResult<{ readonly html: string; readonly title: string }>
  readonly make: (format: 'pdf' | 'docx') => Promise<Made>
  /** The same as a sheet, where there is one. */
  readonly makeSheet?: () => Promise<Made>
  /** Minutes have a choice between 表格式 and 公文式. */
  readonly hasStyle?: boolean
  /** The way back, and what else belongs to this paper. */
  readonly actions: ReactNode
}

/** 预览打印: the very page that is printed and made into PDF, with the ways to print and to keep it. */
export function PaperPreview({ preview, make, makeSheet, hasStyle = false, actions }: PaperPreviewProps) {
  const frame = useRef<HTMLIFrameElement>(null)
  const abilities = useQuery(orpc.documents.abilities.queryOptions({ input: {} }))
  const canPdf = abilities.data?.pdf ?? true
  const making = useMutation({
    meta: { quiet: true },
    mutationFn: (form: Form) => (form === 'xlsx' && makeSheet ? makeSheet() : make(form === 'pdf' ? 'pdf' : 'docx')),
    onSuccess: downloadDocument,
  })
  const button = (form: Form, label: string) => (
    <Button
      onClick={() => making.mutate(form)}
      loading={making.isPending && making.variables === form}
      disabled={preview.isError || (form === 'pdf' && !canPdf)}
    >
      {label}
    </Button>
  )
  return (
    <div className="preview-page">
      <PageHeader
        title="预览打印"
        note={<span className="soft preview-title">{preview.data?.title}</span>}
        actions={
          <>
            {actions}
            {makeSheet && button('xlsx', '存为 Excel')}
            {button('docx', '存为 Word')}
            {button('pdf', '存为 PDF')}
          </>
        }
        primary={{ label: '打印', onClick: () => frame.current?.contentWindow?.print(), disabled: !preview.data }}
      />
      <PrintChoices hasStyle={hasStyle} />
      {!canPdf && <PdfNotice />}
      {making.isError && <ErrorBlock inline error={making.error} />}
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
