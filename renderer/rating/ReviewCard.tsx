import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { useId } from 'react'
import { client } from '#renderer/api/client.ts'
import { uploadFile } from '#renderer/api/files.ts'
import { Card } from '#renderer/ui/Card.tsx'
import { ErrorBlock } from '#renderer/ui/ErrorBlock.tsx'
import { chineseDate } from '#shared/kernel/dates.ts'
import type { Rating, RatingLine } from '#shared/rating/contract.ts'
import { starNames } from '#shared/rating/stars.ts'

function ownText({ isVeto, confirmed, state, proposed, isFound }: RatingLine): string {
  if (isVeto) return (confirmed?.isTriggered ?? isFound) ? '发生' : '未发生'
  return state === 'notApplicable' ? '不适用' : String(confirmed?.points ?? proposed ?? '')
}

function Differences({ lines }: { readonly lines: readonly RatingLine[] }) {
  const different = lines.filter(({ review }) => review?.isDifferent)
  if (different.length === 0) return <p className="soft">复核的得分与自评的相同。</p>
  return (
    <table className="dossier-list">
      <thead>
        <tr>
          {['指标', '自评', '复核', '复核意见'].map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {different.map((line) => (
          <tr key={line.code}>
            <th scope="row">
              {line.code} {line.name}
            </th>
            <td>{ownText(line)}</td>
            <td>{line.isVeto ? '不一致' : (line.review?.points ?? '不适用')}</td>
            <td>{line.review?.note}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** The superior's review beside our own scores; only what differs is listed. */
export function ReviewCard({ rating }: { readonly rating: Rating }) {
  const id = useId()
  const { year, revision, review, score } = rating
  const load = useMutation({
    mutationFn: async (file: File) => client.rating.loadReview({ year, revision, file: (await uploadFile(file)).token }),
  })
  const remove = useMutation({ mutationFn: () => client.rating.removeReview({ year, revision }) })
  const total = review?.total ?? review?.computed?.total ?? null
  const stars = review?.stars ?? review?.computed?.stars ?? null
  return (
    <Card
      title="上级复核"
      extra={
        review && (
          <Button size="small" loading={remove.isPending} onClick={() => remove.mutate()}>
            移除复核结果
          </Button>
        )
      }
    >
      {review ? (
        <>
          <p>
            {review.reviewedBy} {chineseDate(review.reviewedOn)}复核
            {total !== null && `，复核 ${total} 分，自评 ${score.total} 分`}
            {stars !== null && `，建议${starNames[stars]}`}。
          </p>
          {review.total !== null && review.computed && review.total !== review.computed.total && (
            <p className="soft">
              复核文件写的总分是 {review.total} 分，按各项得分相加是 {review.computed.total} 分，请向上级核对。
            </p>
          )}
          {review.note && <p>{review.note}</p>}
          <Differences lines={rating.lines} />
        </>
      ) : (
        <p className="soft">上级发回的复核文件（review.json 或 ZIP 材料包）从这里载入，得分与自评并排对照。</p>
      )}
      <label htmlFor={id} className="dossier-add-file">
        {load.isPending ? '正在读取…' : review ? '换一个复核文件' : '载入复核文件'}
        <input
          id={id}
          type="file"
          accept=".json,.zip"
          className="screen-reader-only"
          disabled={load.isPending}
          onChange={({ target }) => {
            const [file] = target.files ?? []
            target.value = ''
            if (file) load.mutate(file)
          }}
        />
      </label>
      {load.isError && <ErrorBlock inline error={load.error} />}
      {remove.isError && <ErrorBlock inline error={remove.error} />}
    </Card>
  )
}
