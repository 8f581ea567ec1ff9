import { Button, Table } from 'antd'
import type { ColumnsType } from 'antd/es/table'
import { NameText } from '#renderer/ui/NameText.tsx'
import { memberCategoryNames } from '#shared/members/labels.ts'
import type { MemberDetail, RosterEntry } from '#shared/members/schema.ts'
import { postTitle } from './interval-words.ts'

const exempt = '不作硬性要求'

/** The reason as the sheet had it often says so itself. */
function exemptText(reason: string): string {
  if (reason === '') return exempt
  return reason.includes(exempt) ? reason : `${exempt}：${reason}`
}

interface MemberTableProps {
  readonly members: readonly RosterEntry[]
  readonly all: readonly MemberDetail[]
  readonly loading: boolean
  readonly onShow: (personId: string) => void
}

/** The roster of a day as it is printed: 书记 → 委员 → the others. */
export function MemberTable({ members, all, loading, onShow }: MemberTableProps) {
  const details = new Map(all.map((member) => [member.person.id, member]))
  const columns: ColumnsType<RosterEntry> = [
    { title: '序号', width: 64, render: (_: unknown, __: RosterEntry, index: number) => index + 1 },
    {
      title: '姓名',
      width: 120,
      render: (_: unknown, member) => (
        <Button type="link" className="member-name" onClick={() => onShow(member.personId)}>
          <NameText name={member.name} />
        </Button>
      ),
    },
    { title: '人员类别', width: 110, render: (_: unknown, member) => memberCategoryNames[member.category] },
    {
      title: '表决权',
      width: 90,
      render: (_: unknown, member) =>
        member.hasVote ? <span className="pill state-done">✓ 有</span> : <span className="pill state-quiet">— 无</span>,
    },
    {
      title: '支部职务',
      width: 130,
      render: (_: unknown, member) => member.posts.map(({ post, title }) => postTitle(post, title)).join('、'),
    },
    { title: '党小组', width: 120, dataIndex: 'groupName' },
    { title: '入党日期', width: 120, render: (_: unknown, member) => details.get(member.personId)?.person.joinedOn ?? '' },
    { title: '转正日期', width: 120, render: (_: unknown, member) => details.get(member.personId)?.person.fullMemberOn ?? '' },
    {
      title: '备注',
      render: (_: unknown, member) => (member.exemptReason === null ? '' : exemptText(member.exemptReason)),
    },
  ]
  return (
    <Table<RosterEntry>
      size="small"
      rowKey="personId"
      columns={columns}
      // A long name takes more lines, never the room of the other columns.
      tableLayout="fixed"
      dataSource={members}
      loading={loading}
      pagination={false}
      scroll={{ x: 960 }}
      locale={{ emptyText: '没有符合条件的党员' }}
    />
  )
}
