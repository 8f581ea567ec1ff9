import { useMutation, useQuery } from '@tanstack/react-query'
import { Button, Segmented } from 'antd'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { client, orpc } from '#renderer/api/client.ts'
import { downloadDocument, uploadFile } from '#renderer/api/files.ts'
import { useYear } from '#renderer/api/session.ts'
import { WorkingDaysCard } from '#renderer/calendar/WorkingDaysCard.tsx'
import { Card } from '#renderer/ui/Card.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { ErrorBlock } from '#renderer/ui/ErrorBlock.tsx'
import { JsonImportButton } from '#renderer/ui/JsonImportButton.tsx'
import { PageHeader } from '#renderer/ui/PageHeader.tsx'
import type { RuleSetting } from '#shared/obligations/schema.ts'
import { ReadingsCard } from './ReadingsCard.tsx'
import { type RuleChange, RulesTable } from './RulesTable.tsx'
import './rules.css'

/** 规则与口径: what the year is measured by, with its sources; the branch's own numbers, for this year alone. */
export function RulesPage() {
  const year = useYear()
  const [, navigate] = useLocation()
  const [isOwn, setOwn] = useState(false)
  const rules = useQuery(orpc.obligations.rules.queryOptions({ input: { year } }))
  const set = useMutation(orpc.obligations.setRule.mutationOptions())
  const importing = useMutation({
    mutationFn: async (file: File) => client.obligations.importRules({ file: (await uploadFile(file)).token }),
  })
  const exporting = useMutation({
    meta: { quiet: true },
    mutationFn: () => client.obligations.exportRules({}),
    onSuccess: downloadDocument,
  })
  if (rules.isError) return <ErrorBlock error={rules.error} onRetry={() => void rules.refetch()} />
  const change = (rule: RuleSetting, changes: RuleChange) => {
    const min = rule.min === rule.defaultMin ? null : rule.min
    set.mutate({ year, ruleId: rule.id, isEnabled: rule.isEnabled, min, note: rule.note, ...changes })
  }
  const all = rules.data?.rules ?? []
  const own = all.filter(({ isEditable }) => isEditable)
  const shown = isOwn ? own : all
  const failed = [set, importing, exporting].find((mutation) => mutation.isError)
  return (
    <>
      <PageHeader
        title="规则与口径"
        note={
          <>
            <span className="soft">{year}年度</span>
            <span role="status" className="small faint">
              {importing.isSuccess ? `已导入${importing.data.rules}条规则` : set.isSuccess ? '已保存' : ''}
            </span>
          </>
        }
        actions={
          <>
            <Button onClick={() => navigate('/settings')}>返回设置</Button>
            <Button loading={exporting.isPending} onClick={() => exporting.mutate()}>
              导出规则表
            </Button>
            <JsonImportButton label="导入规则表" loading={importing.isPending} onFile={(file) => importing.mutate(file)} />
          </>
        }
      />
      {failed && <ErrorBlock inline error={failed.error} />}
      <div className="rules-columns">
        <Card
          title="规则"
          note={`版本 ${rules.data?.rulesVersion ?? ''}`}
          extra={
            <Segmented
              size="small"
              aria-label="看哪些"
              value={isOwn ? 'own' : 'all'}
              onChange={(value) => setOwn(value === 'own')}
              options={[
                { value: 'all', label: `全部 ${all.length}` },
                { value: 'own', label: `可以调整 ${own.length}` },
              ]}
            />
          }
        >
          <p className="small faint">党内法规的规定不能改；本单位细则和提醒可以改次数或者停用，只影响{year}年度。</p>
          {rules.isPending && <p className="soft">正在读取…</p>}
          {rules.data && shown.length === 0 && <EmptyState title="没有可以调整的规则" />}
          {shown.length > 0 && <RulesTable rules={shown} onChange={change} />}
        </Card>
        <div className="rules-side">
          <ReadingsCard />
          <WorkingDaysCard />
        </div>
      </div>
    </>
  )
}
