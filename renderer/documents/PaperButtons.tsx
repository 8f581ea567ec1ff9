import { client } from '#renderer/api/client.ts'
import type { RecordPaper } from '#shared/documents/papers/record-papers.ts'
import { MakeButton } from './MakeButton.tsx'

interface PaperButtonsProps {
  readonly id: string
  readonly papers: readonly { readonly paper: RecordPaper; readonly label: string }[]
}

/** Papers that follow from a record, each by one press. */
export function PaperButtons({ id, papers }: PaperButtonsProps) {
  return papers.map(({ paper, label }) => (
    <MakeButton key={paper} label={label} make={(options) => client.documents.makeRecordPaper({ id, paper, ...options })} />
  ))
}
