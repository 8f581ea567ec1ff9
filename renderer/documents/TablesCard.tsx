import { useMutation, useQuery } from '@tanstack/react-query'
import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { client, orpc } from '#renderer/api/client.ts'
import { downloadDocument } from '#renderer/api/files.ts'
import { useYear } from '#renderer/api/session.ts'
import { Card } from '#renderer/ui/Card.tsx'
import { ErrorBlock } from '#renderer/ui/ErrorBlock.tsx'
import type { TableKind } from '#shared/documents/contract.ts'
import { usePrintChoice } from './usePrintChoice.ts'
import './tables.css'
import { makeTableSheet, tablePreviewPath, tables } from './tables.ts'

type Form = 'pdf' | 'docx' | 'xlsx'

interface Wanted {
  readonly table: TableKind
  readonly form: Form
}

/** 统计表和名册 of the year: on paper, to be edited on, or as a sheet. */
export function TablesCard() {
  const year = useYear()
  const [, navigate] = useLocation()
  const { fonts } = usePrintChoice()
  const [withSensitive, setWithSensitive] = useState(false)
  const abilities = useQuery(orpc.documents.abilities.queryOptions({ input: {} }))
  const canPdf = abilities.data?.pdf ?? true
  const make = useMutation({
    meta: { quiet: true },
    mutationFn: ({ table, form }: Wanted) => {
      if (form !== 'xlsx')
        return client.documents.makeTable({
          table,
          year,
          fonts,
          format: form,
          withSensitive: table === 'roster' && withSensitive,
        })
      return makeTableSheet(table, year, table === 'roster' && withSensitive)
    },
    onSuccess: downloadDocument,
  })
  const button = (table: TableKind, name: string, form: Form, text: string) => (
    <Button
      size="small"
      aria-label={`${name} ${text}`}
      disabled={form === 'pdf' && !canPdf}
      loading={make.isPending && make.variables.table === table && make.variables.form === form}
      onClick={() => make.mutate({ table, form })}
    >
      {text}
    </Button>
  )
  return (
    <Card title="统计表和名册" note={`${year}年，横向 A4；名册截至年末或今天`}>
      <ul className="tables-list">
        {tables.map(({ table, name }) => (
          <li key={table}>
            <span>{name}</span>
            <Button
              size="small"
              aria-label={`${name} 预览打印`}
              onClick={() => navigate(tablePreviewPath(table, table === 'roster' && withSensitive))}
            >
              预览打印
            </Button>
            {button(table, name, 'pdf', 'PDF')}
            {button(table, name, 'docx', 'Word')}
            {button(table, name, 'xlsx', 'Excel')}
            {table === 'roster' && (
              <Checkbox checked={withSensitive} onChange={(event) => setWithSensitive(event.target.checked)}>
                含身份证号和电话（会记入查看记录）
              </Checkbox>
            )}
          </li>
        ))}
      </ul>
      <p className="small faint">花名册的 Excel 按全国党员基本信息汇总表的栏目和代码（如“01 汉族”“21 大学”）填写。</p>
      {make.isError && <ErrorBlock inline error={make.error} />}
    </Card>
  )
}
