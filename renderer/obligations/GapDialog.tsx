import { useMutation } from '@tanstack/react-query'
import { Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { orpc } from '#renderer/api/client.ts'
import { useToday } from '#renderer/api/session.ts'
import { ErrorBlock } from '#renderer/ui/ErrorBlock.tsx'
import type { PeriodOutcome, RuleSummary } from '#shared/obligations/schema.ts'
import { periodName } from './periods.ts'
import { newRecordLink, recordLink } from './rule-links.ts'

/** A period without a record, or one that was explained. */
export interface Gap {
  readonly rule: RuleSummary
  readonly period: PeriodOutcome
}

interface GapFormProps {
  readonly gap: Gap
  readonly onClose: () => void
}

function GapForm({ gap: { rule, period }, onClose }: GapFormProps) {
  const [, navigate] = useLocation()
  const today = useToday()
  const [text, setText] = useState(period.explanation ?? '')
  const explain = useMutation(orpc.obligations.explain.mutationOptions({ onSuccess: onClose }))
  const remove = useMutation(orpc.obligations.removeExplanation.mutationOptions({ onSuccess: onClose }))
  const place = { ruleId: rule.id, scopeId: rule.scope.id, period: period.period }
  const link = newRecordLink(rule, period, today)
  const failed = [explain, remove].find((mutation) => mutation.isError)
  return (
    <>
      <p className="small faint">
        {rule.text}（{rule.source}）
      </p>
      {period.records.map((record) => (
        <p key={record.id} className="small">
          已有：<Link href={recordLink(record.id)}>{record.title}</Link>
        </p>
      ))}
      {link && (
        <p className="gap-record">
          <Button type="primary" onClick={() => navigate(link)}>
            补记这次会
          </Button>
          <span className="small faint">会已开的，按纸质记录整理录入。</span>
        </p>
      )}
      <label htmlFor="gap-explanation">情况说明</label>
      <Input.TextArea
        id="gap-explanation"
        value={text}
        maxLength={2000}
        autoSize={{ minRows: 3, maxRows: 8 }}
        placeholder="没有开会的，写明原因"
        onChange={(event) => setText(event.target.value)}
      />
      {failed && <ErrorBlock inline error={failed.error} />}
      <div className="gap-actions">
        {period.explanation !== undefined && (
          <Button danger loading={remove.isPending} onClick={() => remove.mutate(place)}>
            撤回说明
          </Button>
        )}
        <Button
          disabled={text.trim() === '' || text.trim() === period.explanation}
          loading={explain.isPending}
          onClick={() => explain.mutate({ ...place, text })}
        >
          保存说明
        </Button>
      </div>
    </>
  )
}

/** What to do about a period without a record: write it down after all, or say why there is none. */
export function GapDialog({ gap, onClose }: { readonly gap: Gap | null; readonly onClose: () => void }) {
  return (
    <Modal
      open={gap !== null}
      onCancel={onClose}
      footer={null}
      destroyOnHidden
      title={gap ? `${periodName(gap.period.period)}${gap.rule.label}${gap.period.state === 'explained' ? '' : '未记录'}` : ''}
    >
      {gap && <GapForm key={`${gap.rule.id} ${gap.rule.scope.id} ${gap.period.period}`} gap={gap} onClose={onClose} />}
    </Modal>
  )
}
