import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { uploadFile } from '#renderer/api/files.ts'
import type { ImportPreview, ImportResult, StagedFile } from '#shared/files/schema.ts'
import { withoutTurns } from '#shared/kernel/text.ts'
import { Card } from './Card.tsx'
import { ErrorBlock } from './ErrorBlock.tsx'
import { FileDrop } from './FileDrop.tsx'
import { ImportPreviewTable } from './ImportPreviewTable.tsx'
import { ImportResultCard } from './ImportResultCard.tsx'
import { PageHeader } from './PageHeader.tsx'

/** The words of one kind of import. */
export interface ImportTexts {
  /** 导入党员花名册 */
  readonly title: string
  /** What file is meant and which columns are understood. */
  readonly intro: ReactNode
  /** 名党员, 条记录: counted after a number. */
  readonly unit: string
}

interface ImportFlowProps {
  /** `orpc…previewImport` with the token of the staged file; writes nothing. */
  readonly preview: (fileToken: string) => Promise<ImportPreview>
  readonly run: (fileToken: string) => Promise<ImportResult>
  readonly texts: ImportTexts
  /** Buttons beside the title: the way back. */
  readonly back: ReactNode
  /** Where to go when it is done. */
  readonly doneActions: ReactNode
}

interface Staged {
  readonly file: StagedFile
  readonly preview: ImportPreview
}

/** Choose a sheet → look at what would be taken, left out or doubtful → import → what was done. */
export function ImportFlow({ preview, run, texts, back, doneActions }: ImportFlowProps) {
  const [progress, setProgress] = useState(0)
  const stage = useMutation({
    meta: { quiet: true },
    mutationFn: async (chosen: File): Promise<Staged> => {
      setProgress(0)
      const file = await uploadFile(chosen, { onProgress: setProgress })
      return { file, preview: await preview(file.token) }
    },
  })
  const take = useMutation({ mutationFn: (fileToken: string) => run(fileToken) })
  const staged = stage.data
  const again = () => {
    stage.reset()
    take.reset()
  }

  if (take.data) {
    return (
      <>
        <PageHeader title={texts.title} actions={<Button onClick={again}>再导入一个文件</Button>} />
        <ImportResultCard result={take.data} unit={texts.unit} actions={doneActions} />
      </>
    )
  }
  if (!staged) {
    return (
      <>
        <PageHeader title={texts.title} actions={back} />
        <Card>
          <div className="soft import-intro">{texts.intro}</div>
          <FileDrop accept=".xlsx,.xls" onFile={(file) => stage.mutate(file)} busy={stage.isPending} progress={progress} />
          {stage.isError && <ErrorBlock inline error={stage.error} />}
        </Card>
      </>
    )
  }
  const taken = staged.preview.imported
  return (
    <>
      <PageHeader
        title={texts.title}
        note={<span className="soft">{withoutTurns(staged.file.name)}</span>}
        actions={<Button onClick={again}>换一个文件</Button>}
        primary={{
          label: `导入 ${taken} ${texts.unit}`,
          onClick: () => take.mutate(staged.file.token),
          loading: take.isPending,
          disabled: taken === 0,
        }}
      />
      {take.isError && <ErrorBlock inline error={take.error} />}
      <ImportPreviewTable preview={staged.preview} unit={texts.unit} />
    </>
  )
}
