import { useMutation, useQuery } from '@tanstack/react-query'
import { Button, InputNumber, Switch, Table } from 'antd'
import type { ColumnsType } from 'antd/es/table'
import { useRef } from 'react'
import { client, orpc } from '#renderer/api/client.ts'
import { downloadDocument, uploadFile } from '#renderer/api/files.ts'
import { useYear } from '#renderer/api/session.ts'
import { Card } from '#renderer/ui/Card.tsx'
import { ErrorBlock } from '#renderer/ui/ErrorBlock.tsx'
import { PageHeader } from '#renderer/ui/PageHeader.tsx'
import type { RuleSetting } from '#shared/obligations/schema.ts'

const authorityNames: Record<RuleSetting['authority'], string> = { central: '党内法规', local: '本单位细则', practice: '提醒' }
const statusNames: Record<RuleSetting['status'], string> = {
  computed: '按记录统计',
  notRecorded: '尚未登记这类内容，不统计',
  perRecord: '在每次记录时核对',
  superior: '上级机关的职责，不统计',
  disabled: '本年不用',
}

/** Choosing a file with a button of our own; the same file chosen again counts. */
function ImportButton({ onFile, loading }: { readonly onFile: (file: File) => void; readonly loading: boolean }) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        hidden
        aria-label="规则表文件"
        onChange={(event) => {
          const file = event.target.files?.[0]
          event.target.value = ''
          if (file) onFile(file)
        }}
      />
      <Button loading={loading} onClick={() => input.current?.click()}>
        导入规则表
      </Button>
    </>
  )
}

/** Every rule with its source; a branch sets its own numbers for the year where the regulations leave it to it. */
export function RulesPage() {
  const year = useYear()
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
  const change = (rule: RuleSetting, changes: { isEnabled?: boolean; min?: number | null }) => {
    const min = rule.min === rule.defaultMin ? null : rule.min
    set.mutate({ year, ruleId: rule.id, isEnabled: rule.isEnabled, min, note: rule.note, ...changes })
  }
  const columns: ColumnsType<RuleSetting> = [
    {
      title: '规定',
      render: (_: unknown, rule) => (
        <>
          {rule.text}
          <div className="small faint">{rule.source}</div>
        </>
      ),
    },
    { title: '依据', width: 110, render: (_: unknown, rule) => authorityNames[rule.authority] },
    { title: '统计', width: 170, render: (_: unknown, rule) => statusNames[rule.status] },
    {
      title: '数字',
      width: 120,
      render: (_: unknown, rule) =>
        rule.isEditable && rule.min !== null ? (
          <InputNumber
            key={`${rule.id} ${rule.min}`}
            aria-label={`${rule.text} 数字`}
            min={1}
            max={1000}
            precision={0}
            defaultValue={rule.min}
            onBlur={(event) => {
              const value = Number(event.target.value)
              if (Number.isInteger(value) && value >= 1 && value !== rule.min) {
                change(rule, { min: value === rule.defaultMin ? null : value })
              }
            }}
          />
        ) : (
          (rule.min ?? '')
        ),
    },
    {
      title: '使用',
      width: 90,
      render: (_: unknown, rule) => (
        <Switch
          aria-label={`使用：${rule.text}`}
          checked={rule.isEnabled}
          disabled={!rule.isEditable}
          onChange={(isEnabled) => change(rule, { isEnabled })}
        />
      ),
    },
  ]
  const failed = [set, importing, exporting].find((mutation) => mutation.isError)
  return (
    <>
      <PageHeader
        title={`${year}年度规则与本单位细则`}
        note={
          <span role="status" className="small faint">
            {importing.isSuccess ? `已导入${importing.data.rules}条规则` : set.isSuccess ? '已保存' : ''}
          </span>
        }
        actions={
          <>
            <ImportButton loading={importing.isPending} onFile={(file) => importing.mutate(file)} />
            <Button loading={exporting.isPending} onClick={() => exporting.mutate()}>
              导出规则表
            </Button>
          </>
        }
      />
      {failed && <ErrorBlock inline error={failed.error} />}
      <Card>
        <p className="small faint">
          党内法规的规定不能修改；本单位细则和提醒只在所选年度按这里的设置统计。规则表版本 {rules.data?.rulesVersion}
        </p>
        <Table<RuleSetting>
          size="small"
          rowKey="id"
          pagination={false}
          loading={rules.isPending}
          columns={columns}
          dataSource={rules.data?.rules ?? []}
        />
      </Card>
    </>
  )
}
