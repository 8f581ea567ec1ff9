import { useMutation, useQuery } from '@tanstack/react-query'
import { App, Button, Checkbox, InputNumber } from 'antd'
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { client, orpc } from '#renderer/api/client.ts'
import { useYear } from '#renderer/api/session.ts'
import { MakeButton } from '#renderer/documents/MakeButton.tsx'
import { AttachmentsInput } from '#renderer/dossier/AttachmentsInput.tsx'
import '#renderer/dossier/dossier.css'
import './dues.css'
import { Card } from '#renderer/ui/Card.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { ErrorBlock } from '#renderer/ui/ErrorBlock.tsx'
import { PageHeader } from '#renderer/ui/PageHeader.tsx'
import type { Dossier } from '#shared/dossier/schema.ts'
import { type DuesLine, duesContent, duesLines, months, tickAll, yearSum } from '#shared/dues/dues.ts'
import { type MonthDue, monthsDue } from '#shared/dues/months.ts'
import type { MemberDetail } from '#shared/members/schema.ts'

/** Who pays here in some month of the year. */
interface DuesMember {
  readonly personId: string
  readonly name: string
  readonly due: readonly MonthDue[]
}

function membersOf(everyone: readonly MemberDetail[], year: number): DuesMember[] {
  const history = { persons: everyone.map(({ person }) => person), memberships: everyone.flatMap(({ memberships }) => memberships) }
  return history.persons
    .map(({ id, name }) => ({ personId: id, name, due: monthsDue(history, id, year) }))
    .filter(({ due }) => due.some((each) => each !== 'no'))
}

interface DuesFormProps {
  readonly year: number
  readonly saved: Dossier | null
  readonly members: readonly DuesMember[]
}

/** The kept lines, and one for everybody who has come since. */
function startLines(saved: Dossier | null, members: readonly DuesMember[]): DuesLine[] {
  const kept = saved ? duesLines(saved.content) : []
  const known = new Set(kept.map(({ personId }) => personId))
  const fresh = members
    .filter(({ personId }) => !known.has(personId))
    .map(({ personId, name }): DuesLine => ({ personId, name, amount: null, paid: [] }))
  return [...kept, ...fresh]
}

function DuesForm({ year, saved, members }: DuesFormProps) {
  const [lines, setLines] = useState(() => startLines(saved, members))
  const [attachments, setAttachments] = useState(saved?.attachments ?? [])
  const { message } = App.useApp()
  const dueOf = new Map(members.map(({ personId, due }) => [personId, due]))
  const pays = (personId: string, month: number) => dueOf.get(personId)?.[month - 1] === 'yes'
  const isOpen = (line: DuesLine, month: number) => line.paid.includes(month) || dueOf.get(line.personId)?.[month - 1] !== 'no'
  const save = useMutation({
    mutationFn: () =>
      client.dossier.save({
        kind: 'partyDues',
        ...(saved ? { id: saved.id, revision: saved.revision } : {}),
        date: saved?.date ?? `${year}-01-01`,
        forYear: year,
        title: `${year}年党费收缴`,
        content: duesContent(lines),
        tags: saved?.tags ?? [],
        links: saved?.links ?? [],
        origin: 'fromPaper',
        attachmentIds: attachments.map(({ id }) => id),
      }),
    onSuccess: () => void message.success('已保存'),
  })
  const change = (personId: string, patch: Partial<DuesLine>) =>
    setLines((all) => all.map((line) => (line.personId === personId ? { ...line, ...patch } : line)))
  const toggle = ({ personId, paid }: DuesLine, month: number) =>
    change(personId, {
      paid: paid.includes(month) ? paid.filter((each) => each !== month) : [...paid, month].toSorted((a, b) => a - b),
    })
  return (
    <>
      <PageHeader
        title="党费收缴"
        note={<span className="soft">{year}年，只登记金额，不登记工资</span>}
        actions={
          <>
            <Link href="/members">党员名单</Link>
            <MakeButton label="打印公示表" disabled={!saved} make={(options) => client.documents.makeDues({ year, ...options })} />
          </>
        }
        primary={{ label: '保存', onClick: () => save.mutate(), loading: save.isPending }}
      />
      {save.isError && <ErrorBlock inline error={save.error} />}
      <div className="dossier-stack">
        <Card>
          <table className="dossier-list dues-table">
            <thead>
              <tr>
                <th scope="col">姓名</th>
                <th scope="col">核定（元/月）</th>
                {months.map((month) => (
                  <th key={month} scope="col" className="dues-month">
                    <Button
                      type="link"
                      size="small"
                      title="全部打勾或取消"
                      onClick={() => setLines((all) => tickAll(all, month, pays))}
                    >
                      {month}月
                    </Button>
                  </th>
                ))}
                <th scope="col">合计（元）</th>
              </tr>
            </thead>
            <tbody>
              {lines.map((line) => (
                <tr key={line.personId}>
                  <th scope="row">{line.name}</th>
                  <td>
                    <InputNumber
                      aria-label={`${line.name}核定金额`}
                      min={0}
                      max={100_000}
                      precision={2}
                      value={line.amount}
                      onChange={(amount) => change(line.personId, { amount })}
                    />
                  </td>
                  {months.map((month) => (
                    <td key={month} className="dues-month">
                      {isOpen(line, month) ? (
                        <Checkbox
                          aria-label={`${line.name}${month}月已交`}
                          checked={line.paid.includes(month)}
                          onChange={() => toggle(line, month)}
                        />
                      ) : (
                        <span className="faint" title="当月不是本支部党员">
                          —
                        </span>
                      )}
                    </td>
                  ))}
                  <td>{yearSum(line).toFixed(2)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <p className="small faint">
            点月份可以一次全部打勾；按季度收缴的，点三个月即可（在“规则与口径”里选按季后，季度末才提醒）。转入、转出、入党当年，只列应在本支部交的月份；“—”是当月不在本支部。
          </p>
        </Card>
        <Card title="收据" note="汇缴凭证、收据的扫描件">
          <AttachmentsInput attachments={attachments} onChange={(next) => setAttachments([...next])} />
        </Card>
      </div>
    </>
  )
}

/** 党费: one table a year, ticked month by month. */
export default function DuesPage() {
  const year = useYear()
  const [, go] = useLocation()
  const roster = useQuery(orpc.members.all.queryOptions({ input: {} }))
  const kept = useQuery(orpc.dossier.list.queryOptions({ input: { year, kinds: ['partyDues'] } }))
  const failed = [roster, kept].find((answer) => answer.isError)
  if (failed) return <ErrorBlock error={failed.error} onRetry={() => void failed.refetch()} />
  if (!roster.data || !kept.data) return <p className="soft">正在读取…</p>
  const saved = kept.data[0] ?? null
  const members = membersOf(roster.data, year)
  if (members.length === 0 && !saved)
    return <EmptyState title="先导入党员花名册" actions={<Button onClick={() => go('/members/import')}>导入花名册</Button>} />
  return <DuesForm key={`${year} ${saved?.revision ?? 0}`} year={year} saved={saved} members={members} />
}
