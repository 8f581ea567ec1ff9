import { useMutation } from '@tanstack/react-query'
import { Button, Drawer, Input, InputNumber, Switch } from 'antd'
import { useState } from 'react'
import { client } from '#renderer/api/client.ts'
import { FormLine } from '#renderer/dossier/FormLine.tsx'
import { ErrorBlock } from '#renderer/ui/ErrorBlock.tsx'
import type { Rating, RatingLine } from '#shared/rating/contract.ts'
import { isFrom } from '#shared/rating/status.ts'
import { EvidenceList } from './EvidenceList.tsx'

interface IndicatorDrawerProps {
  readonly rating: Rating
  readonly line: RatingLine | null
  readonly onClose: () => void
}

/** One indicator: what the scheme asks, what proves it, and a person's word on it. */
export function IndicatorDrawer({ rating, line, onClose }: IndicatorDrawerProps) {
  const [points, setPoints] = useState<number | null>(line?.confirmed?.points ?? line?.proposed ?? null)
  const [note, setNote] = useState(line?.confirmed?.note ?? '')
  const [isNotApplicable, setNotApplicable] = useState(line?.confirmed?.isNotApplicable ?? line?.state === 'notApplicable')
  const [isTriggered, setTriggered] = useState(line?.confirmed?.isTriggered ?? line?.isFound ?? false)
  const confirm = useMutation({
    mutationFn: (confirmed: Parameters<typeof client.rating.confirm>[0]['confirmed']) =>
      client.rating.confirm({ year: rating.year, revision: rating.revision, code: line?.code ?? '', confirmed }),
    onSuccess: onClose,
  })
  if (!line) return null
  const isClosed = isFrom(rating.status, 'selfAssessed')
  const needsPoints = !line.isVeto && !isNotApplicable
  return (
    <Drawer
      open
      onClose={onClose}
      size={680}
      title={`${line.code} ${line.name}`}
      footer={
        <div className="drawer-footer">
          {line.confirmed && !isClosed && <Button onClick={() => confirm.mutate(null)}>取消确认</Button>}
          <Button onClick={onClose}>关闭</Button>
          <Button
            type="primary"
            loading={confirm.isPending}
            disabled={isClosed || (needsPoints && points === null)}
            onClick={() => confirm.mutate({ points: needsPoints ? (points ?? 0) : 0, note, isNotApplicable, isTriggered })}
          >
            确认
          </Button>
        </div>
      }
    >
      <p>{line.standard}</p>
      <p className="small soft">可作依据：{line.evidence.join('、')}</p>
      <p>{line.reason}</p>
      {line.remark && <p className="small faint">{line.remark}</p>}
      {line.review && (
        <p className={line.review.isDifferent ? 'rating-different' : ''}>
          上级复核：{line.isVeto ? (line.review.isDifferent ? '与自评不一致' : '与自评一致') : `${line.review.points ?? '不适用'}`}
          {line.review.note && `，${line.review.note}`}
        </p>
      )}
      {line.missing.length > 0 && !line.isVeto && (
        <p className="soft">
          {line.state === 'proved' ? '没有登记' : '还缺'}：{line.missing.join('、')}
        </p>
      )}
      <EvidenceList rating={rating} line={line} />
      {line.isVeto ? (
        <FormLine label="本年度是否发生">
          <Switch
            aria-label="本年度是否发生"
            checked={isTriggered}
            checkedChildren="发生"
            unCheckedChildren="没有"
            onChange={setTriggered}
          />
        </FormLine>
      ) : (
        <>
          <FormLine label="不适用">
            <Switch
              aria-label="不适用"
              checked={isNotApplicable}
              checkedChildren="是"
              unCheckedChildren="否"
              onChange={setNotApplicable}
            />
          </FormLine>
          {!isNotApplicable && (
            <FormLine label="自评得分" hint={line.proposed === null ? '这一项需人工评定。' : `按记录建议 ${line.proposed} 分。`}>
              <InputNumber
                aria-label="自评得分"
                min={0}
                max={line.points}
                step={0.1}
                precision={1}
                value={points}
                suffix={`/ ${line.points}`}
                onChange={setPoints}
              />
            </FormLine>
          )}
        </>
      )}
      <FormLine label="说明">
        <Input.TextArea
          aria-label="说明"
          autoSize={{ minRows: 2 }}
          maxLength={2000}
          value={note}
          onChange={({ target }) => setNote(target.value)}
        />
      </FormLine>
      {isClosed && <p className="soft">本年度已经自评。要修改得分，先在“自评和结果”里改回“自评中”。</p>}
      {confirm.isError && <ErrorBlock inline error={confirm.error} />}
    </Drawer>
  )
}
