import { useMutation } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { client } from '#renderer/api/client.ts'
import { uploadFile } from '#renderer/api/files.ts'
import { Card } from '#renderer/ui/Card.tsx'
import { ErrorBlock } from '#renderer/ui/ErrorBlock.tsx'
import { FileDrop } from '#renderer/ui/FileDrop.tsx'
import { PageHeader } from '#renderer/ui/PageHeader.tsx'
import type { SchemeDraft } from '#shared/rating/scheme.ts'
import { gated } from '../RatingGate.tsx'
import { rowsOfClipboard } from './clipboard-table.ts'
import { MappingStep, type SheetRows } from './MappingStep.tsx'
import { SchemeForm } from './SchemeForm.tsx'

/** The superior's own sheet as a scheme: a file or a pasted table → which column is what → a look at every row → the editor. */
function TablePage() {
  const [, navigate] = useLocation()
  const [progress, setProgress] = useState(0)
  const [sheets, setSheets] = useState<readonly SheetRows[] | null>(null)
  const [isEmptyPaste, setEmptyPaste] = useState(false)
  const [scheme, setScheme] = useState<SchemeDraft | null>(null)
  const read = useMutation({
    meta: { quiet: true },
    mutationFn: async (file: File) => {
      setProgress(0)
      const { token } = await uploadFile(file, { onProgress: setProgress })
      return client.rating.schemes.readSheet({ file: token })
    },
    onSuccess: (found) => setSheets(found),
  })
  if (scheme) return <SchemeForm initial={scheme} id={null} isUsed={false} />
  if (sheets) return <MappingStep sheets={sheets} onBack={() => setSheets(null)} onDone={setScheme} />
  return (
    <>
      <PageHeader title="从上级的表格录入评定办法" actions={<Button onClick={() => navigate('/rating/schemes')}>返回</Button>} />
      <div className="dossier-stack">
        <Card title="Excel 或 WPS 表格">
          <FileDrop accept=".xlsx,.xls,.csv" onFile={(file) => read.mutate(file)} busy={read.isPending} progress={progress} />
          {read.isError && <ErrorBlock inline error={read.error} />}
        </Card>
        <Card title="Word 里的表格" note="在 Word 或 WPS 里选中整张表，复制后粘贴到这里">
          <Input.TextArea
            aria-label="粘贴表格"
            value=""
            placeholder="点此，按 Ctrl+V"
            autoSize={{ minRows: 4, maxRows: 4 }}
            onChange={() => undefined}
            onPaste={(event) => {
              event.preventDefault()
              const rows = rowsOfClipboard(event.clipboardData)
              setEmptyPaste(rows.length === 0)
              if (rows.length > 0) setSheets([{ name: '粘贴的表格', rows }])
            }}
          />
          {isEmptyPaste && <p role="alert">剪贴板里没有表格。请在 Word 里选中整张表，复制以后再粘贴。</p>}
        </Card>
      </div>
    </>
  )
}

export default gated(TablePage)
