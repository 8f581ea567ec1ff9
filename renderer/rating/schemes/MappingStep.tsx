import { useQuery } from '@tanstack/react-query'
import { Button, Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { orpc } from '#renderer/api/client.ts'
import { useYear } from '#renderer/api/session.ts'
import { FormLine } from '#renderer/dossier/FormLine.tsx'
import { Card } from '#renderer/ui/Card.tsx'
import { ErrorBlock } from '#renderer/ui/ErrorBlock.tsx'
import { PageHeader } from '#renderer/ui/PageHeader.tsx'
import { guessMapping } from '#shared/rating/import/guess.ts'
import { type MappedRow, type SheetColumn, sheetColumnNames, sheetColumns } from '#shared/rating/import/mapping.ts'
import type { SchemeDraft } from '#shared/rating/scheme.ts'

export interface SheetRows {
  readonly name: string
  readonly rows: readonly (readonly string[])[]
}

const outcomeNames: Readonly<Record<MappedRow['outcome'], string>> = { category: '类别', indicator: '指标', skipped: '不导入' }

/** `A`, `B` … `AA`: as the spreadsheet program names its columns. */
const columnName = (at: number): string =>
  at < 26 ? String.fromCharCode(65 + at) : `${columnName(Math.floor(at / 26) - 1)}${columnName(at % 26)}`

const neededColumns = ['title', 'points'] as const

/** Which of the columns that every scheme needs are not there yet. */
function missingWords(columns: Readonly<Record<SheetColumn, number | null>>): string {
  const names = neededColumns.filter((column) => columns[column] === null).map((column) => `“${sheetColumnNames[column]}”`)
  return `没有找到${names.join('和')}一列。表里有的，请在上面指明在哪一列；没有的，先在表里补上再读入。`
}

interface MappingStepProps {
  readonly sheets: readonly SheetRows[]
  readonly onBack: () => void
  readonly onDone: (scheme: SchemeDraft) => void
}

/** Which column is what, with a look at what every row becomes. Nothing is kept yet. */
export function MappingStep({ sheets, onBack, onDone }: MappingStepProps) {
  const year = useYear()
  const [at, setAt] = useState(0)
  const rows = sheets[at]?.rows ?? []
  const [mapping, setMapping] = useState(() => guessMapping(rows))
  const [name, setName] = useState('')
  const [version, setVersion] = useState(String(year))
  const { columns, skip } = mapping
  const isReady = neededColumns.every((column) => columns[column] !== null)
  const preview = useQuery({
    ...orpc.rating.schemes.previewMapping.queryOptions({
      input: {
        schemeName: name.trim() || '评定办法',
        version: version.trim() || String(year),
        rows: rows.map((cells) => [...cells]),
        skip,
        columns,
      },
    }),
    enabled: isReady && rows.length > 0,
  })
  const width = Math.max(0, ...rows.map((cells) => cells.length))
  const heads = rows[skip - 1] ?? []
  const options = Array.from({ length: width }, (_, index) => ({
    value: index,
    label: `${columnName(index)}列 ${heads[index] ?? ''}`.trim(),
  }))
  const scheme = preview.data?.scheme
  return (
    <>
      <PageHeader
        title="各列是什么"
        actions={<Button onClick={onBack}>换一张表</Button>}
        primary={{
          label: '下一步：核对和修改',
          onClick: () => scheme && onDone({ ...scheme, schemeName: name.trim() || scheme.schemeName }),
          disabled: !scheme || name.trim() === '',
        }}
      />
      <div className="dossier-stack">
        <Card title="表格" note={`${rows.length} 行`}>
          {sheets.length > 1 && (
            <FormLine label="工作表">
              <Select
                aria-label="工作表"
                value={at}
                options={sheets.map((sheet, index) => ({ value: index, label: sheet.name }))}
                onChange={(index) => {
                  setAt(index)
                  setMapping(guessMapping(sheets[index]?.rows ?? []))
                }}
              />
            </FormLine>
          )}
          <FormLine label="办法名称" isRequired>
            <Input
              aria-label="办法名称"
              maxLength={200}
              value={name}
              placeholder="按上级印发的文件填写"
              onChange={({ target }) => setName(target.value)}
            />
          </FormLine>
          <FormLine label="版本">
            <Input aria-label="版本" maxLength={60} value={version} onChange={({ target }) => setVersion(target.value)} />
          </FormLine>
          <FormLine label="从第几行起" hint="标题和表头以下的第一行。">
            <InputNumber
              aria-label="从第几行起"
              min={1}
              max={200}
              value={skip + 1}
              onChange={(row) => setMapping({ ...mapping, skip: (row ?? 1) - 1 })}
            />
          </FormLine>
          <div className="rating-steps">
            {sheetColumns.map((column: SheetColumn) => (
              <span key={column}>
                {sheetColumnNames[column]}{' '}
                <Select<number>
                  aria-label={`${sheetColumnNames[column]}在哪一列`}
                  allowClear
                  placeholder={column === 'category' ? '按小标题行' : '没有'}
                  style={{ width: 170 }}
                  value={columns[column]}
                  options={options}
                  onChange={(index: number | undefined) =>
                    setMapping({ ...mapping, columns: { ...columns, [column]: index ?? null } })
                  }
                />
              </span>
            ))}
          </div>
        </Card>
        {!isReady && <p role="alert">{missingWords(columns)}</p>}
        {preview.isError && <ErrorBlock inline error={preview.error} />}
        {isReady && preview.data && (
          <Card title="读成这样" note="每一行成了什么；下一步可以逐项修改">
            {preview.data.faults.map((fault) => (
              <p key={fault} role="alert">
                {fault}
              </p>
            ))}
            <table className="dossier-list">
              <thead>
                <tr>
                  {['行', '读成', '编号', '名称', '分值', '说明'].map((head) => (
                    <th key={head} scope="col">
                      {head}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {preview.data.rows.map((row) => (
                  <tr key={row.row}>
                    <td>{row.row}</td>
                    <td>{outcomeNames[row.outcome]}</td>
                    <td>{row.code}</td>
                    <td>{row.title}</td>
                    <td>{row.points ?? ''}</td>
                    <td className="soft">{row.messages.join('；')}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Card>
        )}
      </div>
    </>
  )
}
