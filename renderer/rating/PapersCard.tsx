import { useMutation, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { client, orpc } from '#renderer/api/client.ts'
import { downloadDocument } from '#renderer/api/files.ts'
import { MadeNotice } from '#renderer/documents/MadeNotice.tsx'
import { PdfNotice } from '#renderer/documents/PdfNotice.tsx'
import { Card } from '#renderer/ui/Card.tsx'
import type { Rating, RatingPaper } from '#shared/rating/contract.ts'

type Format = Parameters<typeof client.rating.makePaper>[0]['format']
interface Wanted {
  readonly paper: RatingPaper
  readonly format: Format
}

const papers: readonly { readonly paper: RatingPaper; readonly name: string; readonly formats: readonly Format[] }[] = [
  { paper: 'scoreSheet', name: '自评打分表', formats: ['pdf', 'docx', 'xlsx'] },
  { paper: 'report', name: '自评报告', formats: ['pdf', 'docx'] },
]
const formatNames: Readonly<Record<Format, string>> = { pdf: 'PDF', docx: 'Word', xlsx: 'Excel', html: '网页' }

/** The papers of a year's assessment as files. */
export function PapersCard({ rating: { year, lines } }: { readonly rating: Rating }) {
  const abilities = useQuery(orpc.documents.abilities.queryOptions({ input: {} }))
  const canPdf = abilities.data?.pdf ?? true
  const make = useMutation({
    meta: { quiet: true },
    mutationFn: ({ paper, format }: Wanted) => client.rating.makePaper({ year, paper, format }),
    onSuccess: downloadDocument,
  })
  const open = lines.filter(({ confirmed, isVeto }) => !confirmed && !isVeto).length
  return (
    <Card title="打印和导出">
      {open > 0 && <p className="soft">还有 {open} 项没有确认，文件里按建议分填写，没有建议分的留空。</p>}
      {papers.map(({ paper, name, formats }) => (
        <div key={paper} className="rating-paper">
          <span>{name}</span>
          {formats.map((format) => (
            <Button
              key={format}
              size="small"
              aria-label={`${name}存为 ${formatNames[format]}`}
              disabled={format === 'pdf' && !canPdf}
              loading={make.isPending && make.variables.paper === paper && make.variables.format === format}
              onClick={() => make.mutate({ paper, format })}
            >
              {formatNames[format]}
            </Button>
          ))}
        </div>
      ))}
      <MadeNotice making={make} />
      {!canPdf && <PdfNotice />}
    </Card>
  )
}
