import { useMutation, useQuery } from '@tanstack/react-query'
import { Button, Checkbox } from 'antd'
import type { RefObject } from 'react'
import { client, orpc } from '#renderer/api/client.ts'
import { downloadDocument } from '#renderer/api/files.ts'
import { PdfNotice } from '#renderer/documents/PdfNotice.tsx'
import '#renderer/documents/preview.css'
import { usePrintChoice } from '#renderer/documents/usePrintChoice.ts'
import { Card } from '#renderer/ui/Card.tsx'
import { ErrorBlock } from '#renderer/ui/ErrorBlock.tsx'
import type { DocumentFormat } from '#shared/documents/contract.ts'
import { type PaperKind, paperNames } from '#shared/documents/papers/kinds.ts'

interface PapersCardProps {
  readonly activityId: string
  readonly papers: readonly PaperKind[]
  /** Those that there can be. */
  readonly offered: readonly PaperKind[]
  /** 会前材料 of a meeting to come, 会议材料 of one that was held. */
  readonly title: string
  readonly onChange: (papers: readonly PaperKind[]) => void
  /** The frame that the page's main button prints. */
  readonly frame: RefObject<HTMLIFrameElement | null>
}

/** Papers of a meeting: which of them, and the very pages that are printed. */
export function PapersCard({ activityId, papers, offered, title, onChange, frame }: PapersCardProps) {
  const fonts = usePrintChoice((state) => state.fonts)
  const input = { activityId, papers: [...papers], fonts }
  const preview = useQuery(
    orpc.documents.previewPapers.queryOptions({ input, enabled: papers.length > 0, placeholderData: (old) => old }),
  )
  const abilities = useQuery(orpc.documents.abilities.queryOptions({ input: {} }))
  const canPdf = abilities.data?.pdf ?? true
  const make = useMutation({
    meta: { quiet: true },
    mutationFn: (format: DocumentFormat) => client.documents.makePapers({ ...input, format }),
    onSuccess: downloadDocument,
  })
  const button = (format: DocumentFormat, label: string) => (
    <Button
      size="small"
      disabled={papers.length === 0 || (format === 'pdf' && !canPdf)}
      loading={make.isPending && make.variables === format}
      onClick={() => make.mutate(format)}
    >
      {label}
    </Button>
  )
  return (
    <Card
      title={title}
      className="papers-card"
      extra={
        <span className="papers-tools">
          {button('docx', '存为 Word')}
          {button('pdf', '存为 PDF')}
        </span>
      }
    >
      <Checkbox.Group
        className="papers-choice"
        aria-label="打印哪些"
        value={[...papers]}
        onChange={(chosen) => onChange(offered.filter((kind) => chosen.includes(kind)))}
        options={offered.map((value) => ({ value, label: paperNames[value] }))}
      />
      {!canPdf && <PdfNotice />}
      {make.isError && <ErrorBlock inline error={make.error} />}
      {preview.isError && <ErrorBlock inline error={preview.error} onRetry={() => void preview.refetch()} />}
      {papers.length === 0 && <p className="soft">选一样要打印的材料。</p>}
      {papers.length > 0 && preview.data && (
        // No scripts ever; printing is a modal of the frame.
        <iframe
          ref={frame}
          className="preview-frame"
          title={`${preview.data.title}预览`}
          sandbox="allow-same-origin allow-modals"
          srcDoc={preview.data.html}
        />
      )}
    </Card>
  )
}
