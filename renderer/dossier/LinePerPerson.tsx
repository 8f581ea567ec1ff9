import { useQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { orpc } from '#renderer/api/client.ts'
import { type ContentRow, type RowsField, rowsOf, shownColumns } from '#shared/dossier/field.ts'
import { pastedHours } from '#shared/study/individual-hours.ts'
import { FieldInput } from './FieldInput.tsx'
import type { DossierForm } from './form-model.ts'

interface LinePerPersonProps {
  readonly field: RowsField & { readonly linePerPerson: string }
  readonly form: DossierForm
  readonly edit: (patch: Partial<DossierForm>) => void
}

/** A line for each person named above, with values of their own; names and numbers can be pasted from a spreadsheet. */
export function LinePerPerson({ field, form, edit }: LinePerPersonProps) {
  const people = form.people.filter(({ role, personId }) => role === field.linePerPerson && personId !== null)
  const rows = rowsOf(form.content[field.key])
  const rowOf = (personId: string | null) => rows.find((row) => row['personId'] === personId)
  const columns = shownColumns(field).filter(({ key }) => key !== 'name')
  const setRows = (next: readonly ContentRow[], patch: Partial<DossierForm> = {}) =>
    edit({ ...patch, content: { ...form.content, [field.key]: [...next] } })
  const setCell = (personId: string, name: string, key: string, cell: ContentRow[string]) => {
    const row = { ...rowOf(personId), personId, name, [key]: cell ?? null }
    const others = rows.filter((each) => each['personId'] !== personId)
    setRows(columns.every((column) => row[column.key as keyof typeof row] == null) ? others : [...others, row])
  }
  return (
    <div className="dossier-rows">
      {people.length === 0 ? (
        <p className="small faint">先在上面选人，或者从 Excel 粘贴“姓名、学时”两列。</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col">姓名</th>
              {columns.map(({ key, label }) => (
                <th key={key} scope="col">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {people.map(({ personId, name }) => (
              <tr key={personId}>
                <th scope="row">{name}</th>
                {columns.map((column) => (
                  <td key={column.key}>
                    <FieldInput
                      field={column}
                      name={`${name}${column.label}`}
                      value={rowOf(personId)?.[column.key]}
                      onChange={(cell) => setCell(personId ?? '', name, column.key, cell as ContentRow[string])}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {form.date !== null && (
        <PasteHours
          date={form.date}
          onTake={(lines) => {
            const taken = new Set(lines.map(({ personId }) => personId))
            const known = new Set(people.map(({ personId }) => personId))
            const added = lines.filter(({ personId }) => !known.has(personId))
            setRows([...rows.filter((row) => !taken.has(String(row['personId']))), ...lines.map((line) => ({ ...line }))], {
              people: [...form.people, ...added.map(({ personId, name }) => ({ personId, name, role: field.linePerPerson }))],
            })
          }}
        />
      )}
    </div>
  )
}

interface PasteHoursProps {
  readonly date: string
  readonly onTake: (lines: ReturnType<typeof pastedHours>['lines']) => void
}

/** Names and hours from a spreadsheet; what cannot be taken stays in the box, with what is wrong. */
function PasteHours({ date, onTake }: PasteHoursProps) {
  const [text, setText] = useState('')
  const [isOpen, setOpen] = useState(false)
  const [result, setResult] = useState<ReturnType<typeof pastedHours> | null>(null)
  const roster = useQuery(orpc.members.roster.queryOptions({ input: { date } }))
  const take = () => {
    const found = pastedHours(text, roster.data?.members ?? [])
    setResult(found)
    if (found.lines.length > 0) onTake(found.lines)
    if (found.problems.length === 0) setText('')
  }
  if (!isOpen) return <Button onClick={() => setOpen(true)}>从 Excel 粘贴</Button>
  return (
    <>
      <Input.TextArea
        aria-label="粘贴姓名和学时"
        autoSize={{ minRows: 4, maxRows: 12 }}
        maxLength={50_000}
        value={text}
        placeholder={'张三\t12\n李四\t20.5'}
        onChange={({ target }) => setText(target.value)}
      />
      <p>
        <Button disabled={text.trim() === '' || !roster.data} onClick={take}>
          填到表里
        </Button>{' '}
        {result && (
          <span role="status" className="soft">
            已填{result.lines.length}人{result.problems.length > 0 && `，${result.problems.length}行没有填`}
          </span>
        )}
      </p>
      {result && result.problems.length > 0 && (
        <ul className="small" role="alert">
          {result.problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      )}
    </>
  )
}
