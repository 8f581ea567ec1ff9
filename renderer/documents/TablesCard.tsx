import { useMutation, useQuery } from '@tanstack/react-query'
import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { client, orpc } from '#renderer/api/client.ts'
import { downloadDocument } from '#renderer/api/files.ts'
import { useYear } from '#renderer/api/session.ts'
import { Card } from '#renderer/ui/Card.tsx'
import { ErrorBlock } from '#renderer/ui/ErrorBlock.tsx'
import type { TableKind } from '#shared/documents/contract.ts'
import { usePrintChoice } from './usePrintChoice.ts'
import './tables.css'

type Form = 'pdf' | 'docx' | 'xlsx'

const tables: readonly { readonly table: TableKind; readonly name: string }[] = [
  { table: 'year', name: '“三会一课”统计表' },
  { table: 'attendance', name: '党员出勤率统计表' },
  { table: 'hours', name: '党员学时统计表' },
  { table: 'roster', name: '党员花名册' },
]

interface Wanted {
  readonly table: TableKind
  readonly form: Form
}

/** 统计表和名册 of the year: on paper, to be edited on, or as a sheet. */
export function TablesCard() {
  const year = useYear()
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
      if (table === 'roster') return client.documents.makeRosterSheet({ year, withSensitive })
      if (table === 'attendance') return client.reports.makeAttendanceTable({ year })
      return table === 'hours' ? client.study.makeHourTable({ year }) : client.documents.makeYearTable({ year })
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
      <p className="small faint">花名册的 Excel 按全国党员基本信息汇总表的栏目排列。</p>
      {make.isError && <ErrorBlock inline error={make.error} />}
    </Card>
  )
}
