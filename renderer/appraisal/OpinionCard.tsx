import { useMutation } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useState } from 'react'
import { Link } from 'wouter'
import { client } from '#renderer/api/client.ts'
import { useToday } from '#renderer/api/session.ts'
import { Card } from '#renderer/ui/Card.tsx'
import { ErrorBlock } from '#renderer/ui/ErrorBlock.tsx'
import { PlainDatePicker } from '#renderer/ui/PlainDatePicker.tsx'
import { showUndo } from '#renderer/ui/undo-message.tsx'
import type { AppraisalOverview } from '#shared/appraisal/contract.ts'
import { gradeNames } from '#shared/appraisal/grades.ts'
import { notTold } from '#shared/appraisal/opinion.ts'
import { chineseDate, type PlainDate } from '#shared/kernel/dates.ts'

type Opinion = NonNullable<AppraisalOverview['opinion']>

const title = '评定意见和结果反馈'

/** 评定意见 of the year and to whom it has been told; in the order of the record, which ranks nobody. */
export function OpinionCard({ overview: { opinion, year } }: { readonly overview: AppraisalOverview }) {
  if (opinion) return <Given opinion={opinion} />
  return (
    <Card title={title} extra={<Link href={`/records/new?kind=appraisalOpinion&proposal=opinion&year=${year}`}>登记评定意见</Link>}>
      <p className="soft">还没有登记。支部委员会或党员大会提出评定意见以后，按名单登记每人的等次；向本人反馈了的逐人登记。</p>
    </Card>
  )
}

function Given({ opinion }: { readonly opinion: Opinion }) {
  const { recordId, revision, sentence, remarks, lines } = opinion
  const { message } = App.useApp()
  const today = useToday()
  const [day, setDay] = useState<PlainDate>(today)
  const tell = useMutation({
    mutationFn: ({ rows, date, at = revision }: { rows: number[]; date: PlainDate | null; at?: number }) =>
      client.appraisal.tell({ recordId, revision: at, rows, date }),
    onSuccess: (saved, { rows, date }) => {
      if (date === null) return
      showUndo(message, `told-${recordId}`, `已登记向${rows.length}人反馈`, () =>
        tell.mutate({ rows, date: null, at: saved.revision }),
      )
    },
  })
  const waiting = notTold(lines).map(({ row }) => row)
  return (
    <Card
      title={title}
      note={chineseDate(opinion.date)}
      extra={
        <span className="appraisal-tools">
          <Link href={`/records/${recordId}/papers/appraisalOpinion`}>打印评定意见</Link>
          <Link href={`/records/${recordId}/papers/personalOpinions`}>每人一页</Link>
          <Link href={`/records/${recordId}`}>修改</Link>
        </span>
      }
    >
      <p>{sentence}</p>
      {remarks.map((text) => (
        <p key={text} className="small bad">
          {text}
        </p>
      ))}
      {tell.isError && <ErrorBlock inline error={tell.error} />}
      {waiting.length > 0 && (
        <p className="appraisal-tools">
          <label>
            反馈日期 <PlainDatePicker label="反馈日期" value={day} onChange={(next) => setDay(next ?? today)} />
          </label>
          <Button loading={tell.isPending} onClick={() => tell.mutate({ rows: waiting, date: day })}>
            {waiting.length}人都已反馈
          </Button>
        </p>
      )}
      <table className="appraisal-grades">
        <thead>
          <tr>
            <th scope="col">姓名</th>
            <th scope="col">等次</th>
            <th scope="col">向本人反馈</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ row, name, grade, toldOn }) => (
            <tr key={row}>
              <th scope="row">{name}</th>
              <td>{grade === null ? '未填' : gradeNames[grade]}</td>
              <td>
                {toldOn !== null && chineseDate(toldOn)}
                {waiting.includes(row) && (
                  <Button
                    size="small"
                    disabled={tell.isPending}
                    aria-label={`已反馈：${name}`}
                    onClick={() => tell.mutate({ rows: [row], date: day })}
                  >
                    已反馈
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  )
}
