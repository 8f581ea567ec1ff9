import { useQuery } from '@tanstack/react-query'
import { App, Button, Input, Select } from 'antd'
import { useState } from 'react'
import { useLocation, useSearchParams } from 'wouter'
import { orpc } from '#renderer/api/client.ts'
import { useToday } from '#renderer/api/session.ts'
import { tablePreviewPath } from '#renderer/documents/tables.ts'
import { Card } from '#renderer/ui/Card.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { ErrorBlock } from '#renderer/ui/ErrorBlock.tsx'
import { PageHeader } from '#renderer/ui/PageHeader.tsx'
import { PlainDatePicker } from '#renderer/ui/PlainDatePicker.tsx'
import { normalName } from '#shared/kernel/text.ts'
import { MemberDrawer } from './MemberDrawer.tsx'
import { MemberTable } from './MemberTable.tsx'
import { OthersList } from './OthersList.tsx'
import './members.css'

const anyGroup = 'any'

/** Who is on the roster on a day, in printing order; the way to add, change and import. */
export function MembersPage() {
  const [, navigate] = useLocation()
  const { message } = App.useApp()
  const [query] = useSearchParams()
  const today = useToday()
  const [day, setDay] = useState<string | null>(null)
  const [group, setGroup] = useState(anyGroup)
  const [name, setName] = useState('')
  // Undefined: closed; null: a new member; else the person shown.
  const [shown, setShown] = useState<string | null | undefined>(query.get('new') === null ? (query.get('id') ?? undefined) : null)
  const date = day ?? today
  const roster = useQuery(orpc.members.roster.queryOptions({ input: { date } }))
  const all = useQuery(orpc.members.all.queryOptions({ input: {} }))
  const groups = useQuery(orpc.branch.groups.queryOptions({ input: {} }))
  const failed = [roster, all].find((answer) => answer.isError)
  if (failed) return <ErrorBlock error={failed.error} onRetry={() => void failed.refetch()} />

  const members = roster.data?.members ?? []
  const wanted = normalName(name)
  const listed = members.filter(
    (member) => (group === anyGroup || (member.groupId ?? '') === group) && (wanted === '' || member.name.includes(wanted)),
  )
  const onRoster = new Set(members.map((member) => member.personId))
  const others = (all.data ?? []).filter((member) => !onRoster.has(member.person.id))
  const member = shown ? (all.data?.find((candidate) => candidate.person.id === shown) ?? null) : null
  const voters = members.filter((candidate) => candidate.hasVote).length
  const probationary = members.filter((candidate) => candidate.category === 'probationaryMember').length
  const exempt = members.filter((candidate) => candidate.exemptReason !== null).length
  return (
    <>
      <PageHeader
        title="党员名单"
        note={
          roster.data && (
            <span className="soft" role="status">
              共<b> {members.length} </b>人，有表决权<b> {voters} </b>人，预备党员<b> {probationary} </b>人
              {exempt > 0 && (
                <>
                  ，不作硬性要求<b> {exempt} </b>人
                </>
              )}
            </span>
          )
        }
        actions={
          <>
            <Button onClick={() => navigate('/talks')}>谈心谈话</Button>
            <Button onClick={() => navigate('/dues')}>党费</Button>
            <Button onClick={() => navigate(tablePreviewPath('roster'))}>打印花名册</Button>
            <Button onClick={() => navigate('/members/import')}>导入花名册</Button>
            <Button onClick={() => navigate('/members/posts')}>导入支委会和党小组</Button>
          </>
        }
        primary={{ label: '添加党员', onClick: () => setShown(null) }}
      />
      <Card>
        <div className="member-filters">
          <label>
            <span className="soft">名单日期</span>
            <PlainDatePicker value={date} onChange={setDay} allowClear={false} label="名单日期" />
          </label>
          {date !== today && <Button onClick={() => setDay(null)}>回到今天</Button>}
          <Select
            aria-label="党小组"
            value={group}
            onChange={setGroup}
            popupMatchSelectWidth={false}
            options={[
              { value: anyGroup, label: '全部党小组' },
              ...(groups.data ?? []).map(({ id, name: label }) => ({ value: id, label })),
              { value: '', label: '未编组' },
            ]}
          />
          <Input.Search
            aria-label="按姓名查找"
            placeholder="按姓名查找"
            allowClear
            value={name}
            onChange={(event) => setName(event.target.value)}
            style={{ width: '12em' }}
          />
          {listed.length !== members.length && <span className="soft small">符合条件 {listed.length} 人</span>}
        </div>
        {roster.data && members.length === 0 && others.length === 0 ? (
          <EmptyState title="先导入党员花名册" actions={<Button onClick={() => navigate('/members/import')}>导入花名册</Button>}>
            也可以点「添加党员」手工填写。
          </EmptyState>
        ) : (
          <MemberTable members={listed} all={all.data ?? []} loading={roster.isPending} onShow={setShown} />
        )}
        <OthersList members={others} onShow={setShown} />
      </Card>
      {shown !== undefined && (shown === null || member) && (
        <MemberDrawer
          key={shown ?? 'new'}
          member={member}
          onClose={() => setShown(undefined)}
          onSaved={(saved) => {
            setShown(undefined)
            void message.success(`已保存：${saved.person.name}`)
          }}
        />
      )}
    </>
  )
}
