import { Button } from 'antd'
import { type ContentRow, type ContentValue, type RowsField, rowsOf, shownColumns } from '#shared/dossier/field.ts'
import { FieldInput } from './FieldInput.tsx'

interface RowsInputProps {
  readonly field: RowsField
  readonly value: ContentValue | undefined
  readonly onChange: (value: ContentValue) => void
}

/** A table inside a record: lines are added below, taken off at their end. */
export function RowsInput({ field, value, onChange }: RowsInputProps) {
  const rows = rowsOf(value)
  const setCell = (at: number, key: string, cell: ContentRow[string]) =>
    onChange(rows.map((row, i) => (i === at ? { ...row, [key]: cell } : row)))
  return (
    <div className="dossier-rows">
      {rows.length > 0 && (
        <table>
          <thead>
            <tr>
              {shownColumns(field).map((column) => (
                <th key={column.key} scope="col">
                  {column.label}
                </th>
              ))}
              <th scope="col">
                <span className="screen-reader-only">操作</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => (
              // Lines have no identity of their own; their place is what tells them apart.
              // biome-ignore lint/suspicious/noArrayIndexKey: see above
              <tr key={at}>
                {shownColumns(field).map((column) => (
                  <td key={column.key}>
                    <FieldInput
                      field={column}
                      name={`${field.label}第${at + 1}行${column.label}`}
                      value={row[column.key]}
                      onChange={(cell) => setCell(at, column.key, cell as ContentRow[string])}
                    />
                  </td>
                ))}
                <td>
                  <Button
                    size="small"
                    aria-label={`删去${field.label}第${at + 1}行`}
                    onClick={() => onChange(rows.filter((_, i) => i !== at))}
                  >
                    删去
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <Button onClick={() => onChange([...rows, {}])}>加一行</Button>
    </div>
  )
}
