import { useMutation, useQuery } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { client, orpc } from '#renderer/api/client.ts'
import { describeError } from '#renderer/api/errors.ts'
import { downloadDocument } from '#renderer/api/files.ts'
import type { RecordPaper } from '#shared/documents/papers/record-papers.ts'

interface PaperButtonsProps {
  readonly id: string
  readonly papers: readonly { readonly paper: RecordPaper; readonly label: string }[]
}

/** Papers that follow from a record, each by one press: PDF where it can be made, otherwise Word. */
export function PaperButtons({ id, papers }: PaperButtonsProps) {
  const { message } = App.useApp()
  const abilities = useQuery(orpc.documents.abilities.queryOptions({ input: {} }))
  const make = useMutation({
    meta: { quiet: true },
    mutationFn: (paper: RecordPaper) =>
      client.documents.makeRecordPaper({ id, paper, format: abilities.data?.pdf ? 'pdf' : 'docx' }),
    onSuccess: (made) => {
      downloadDocument(made)
      void message.success(`已生成「${made.fileName}」，在浏览器的下载里。`)
    },
    onError: (error) => void message.error(describeError(error).title),
  })
  return papers.map(({ paper, label }) => (
    <Button
      key={paper}
      loading={make.isPending && make.variables === paper}
      disabled={!abilities.data}
      onClick={() => make.mutate(paper)}
    >
      {label}
    </Button>
  ))
}
