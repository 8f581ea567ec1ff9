import { useMutation } from '@tanstack/react-query'
import { Button, Input, Modal } from 'antd'
import { useId, useState } from 'react'
import { Link, useLocation } from 'wouter'
import { orpc } from '#renderer/api/client.ts'
import { ErrorBlock } from '#renderer/ui/ErrorBlock.tsx'
import { StatePill } from '#renderer/ui/StatePill.tsx'
import type { Place } from './place.ts'
import { recordLink as recordPage } from './rule-links.ts'

interface PeriodDialogProps {
  /** Null: closed. */
  readonly place: Place | null
  readonly onClose: () => void
}

/** A period without a record: the meeting was held and is written down, or a reason is given. */
export function PeriodDialog({ place, onClose }: PeriodDialogProps) {
  return (
    <Modal
      open={place !== null}
      onCancel={onClose}
      footer={null}
      destroyOnHidden
      width={560}
      title={
        place && (
          <>
            {place.name} {place.viewLink === null && <StatePill state={place.state} />}
          </>
        )
      }
    >
      {place && <Choice key={`${place.ruleId} ${place.scopeId} ${place.period}`} place={place} onClose={onClose} />}
    </Modal>
  )
}

const headings = {
  open: { title: '准备开，或者已经开了', text: '先定时间和议题，打印会议通知、签到表；已开的直接记录。' },
  held: { title: '已经开了', text: '按会议的纸质记录整理录入。' },
  other: { title: '去办理', text: '办好的，在名单里登记；还没有办的，先作安排。' },
} as const

function Choice({ place, onClose }: { readonly place: Place; readonly onClose: () => void }) {
  const [, navigate] = useLocation()
  const id = useId()
  const [text, setText] = useState(place.explanation)
  const explain = useMutation(orpc.obligations.explain.mutationOptions({ onSuccess: onClose }))
  const remove = useMutation(orpc.obligations.removeExplanation.mutationOptions({ onSuccess: onClose }))
  const { ruleId, scopeId, period, recordLink, prepareLink, viewLink } = place
  const isOpen = place.state === 'open'
  const go = (link: string) => {
    onClose()
    navigate(link)
  }
  return (
    <div className="period-choice">
      {place.rule !== '' && <p className="small faint">{place.rule}</p>}
      {place.records.map((record) => (
        <p key={record.id} className="small">
          已有：<Link href={recordPage(record.id)}>{record.title}</Link>
        </p>
      ))}
      {(recordLink !== null || prepareLink !== null || viewLink !== null) && (
        <section aria-labelledby={`${id}-held`}>
          <h3 id={`${id}-held`}>{headings[isOpen ? 'open' : recordLink === null ? 'other' : 'held'].title}</h3>
          <p className="soft">{headings[isOpen ? 'open' : recordLink === null ? 'other' : 'held'].text}</p>
          <p className="period-buttons">
            {prepareLink !== null && (
              <Button type="primary" onClick={() => go(prepareLink)}>
                准备
              </Button>
            )}
            {viewLink !== null && (
              <Button type={prepareLink === null ? 'primary' : 'default'} onClick={() => go(viewLink)}>
                打开党员名单
              </Button>
            )}
            {recordLink !== null && (
              <Button type={!isOpen && place.explanation === '' ? 'primary' : 'default'} onClick={() => go(recordLink)}>
                {isOpen ? '记录' : '补记'}
              </Button>
            )}
          </p>
        </section>
      )}
      <section>
        <h3>
          <label htmlFor={`${id}-text`}>
            {isOpen ? '不能开的，填情况说明' : recordLink === null ? '另有情况的，填情况说明' : '没有开，填情况说明'}
          </label>
        </h3>
        <Input.TextArea
          id={`${id}-text`}
          rows={3}
          maxLength={2000}
          value={text}
          placeholder={viewLink === null ? '如：上级统一组织集中学习，与9月合并召开' : '写明原因'}
          onChange={(event) => setText(event.target.value)}
        />
        <p className="period-buttons">
          <Button
            type={place.explanation === '' ? 'default' : 'primary'}
            disabled={text.trim() === '' || text.trim() === place.explanation}
            loading={explain.isPending}
            onClick={() => explain.mutate({ ruleId, scopeId, period, text: text.trim() })}
          >
            保存情况说明
          </Button>
          {place.explanation !== '' && (
            <Button loading={remove.isPending} onClick={() => remove.mutate({ ruleId, scopeId, period })}>
              撤回情况说明
            </Button>
          )}
        </p>
      </section>
      {explain.isError && <ErrorBlock inline error={explain.error} />}
      {remove.isError && <ErrorBlock inline error={remove.error} />}
    </div>
  )
}
