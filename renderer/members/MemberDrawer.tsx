import { useMutation, useQuery } from '@tanstack/react-query'
import { Button, Collapse, Drawer, Form } from 'antd'
import { Link } from 'wouter'
import { orpc } from '#renderer/api/client.ts'
import { ErrorBlock } from '#renderer/ui/ErrorBlock.tsx'
import type { MemberDetail } from '#shared/members/schema.ts'
import { awayKind } from '#shared/obligations/away.ts'
import { IntervalFields } from './IntervalFields.tsx'
import { MainFields, MembershipFields, OtherFields } from './MemberFields.tsx'
import { MemberHistory } from './MemberHistory.tsx'
import { emptyMember, formOfMember, type MemberFormValues, memberToSave } from './member-form.ts'
import { UnmaskLine } from './UnmaskLine.tsx'

interface MemberDrawerProps {
  /** Null: a new member. */
  readonly member: MemberDetail | null
  readonly onClose: () => void
  readonly onSaved: (member: MemberDetail) => void
}

/** Adds a member by hand, or shows and changes one with all of their history. */
export function MemberDrawer({ member, onClose, onSaved }: MemberDrawerProps) {
  const [form] = Form.useForm<MemberFormValues>()
  const groups = useQuery(orpc.branch.groups.queryOptions({ input: {} }))
  const save = useMutation(orpc.members.save.mutationOptions({ onSuccess: onSaved }))
  return (
    <Drawer
      open
      onClose={onClose}
      size={760}
      title={member ? member.person.name : '添加党员'}
      extra={
        member && (
          <span className="member-links">
            <Link href={`/records/new?kind=${awayKind}&member=${member.person.id}`}>登记外出（失联）</Link>
            <Link href={`/study/members/${member.person.id}`}>学习情况</Link>
          </span>
        )
      }
      footer={
        <div className="drawer-footer">
          <Button onClick={onClose}>取消</Button>
          <Button type="primary" loading={save.isPending} onClick={() => form.submit()}>
            保存
          </Button>
        </div>
      }
    >
      <Form<MemberFormValues>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={member ? formOfMember(member) : emptyMember}
        scrollToFirstError
        onFinish={() => save.mutate(memberToSave(form.getFieldsValue(true), member?.person.id))}
      >
        {save.isError && <ErrorBlock inline error={save.error} />}
        <MainFields />
        <p className="small faint member-rule">
          有无表决权按会议当天计算：正式党员且没有停止表决权的有表决权，预备党员没有（《中国共产党章程》第七条）。
        </p>
        <h2 className="member-section">党小组、职务和其他情况</h2>
        <p className="small faint">换届、换组时在旧的一行填结束日期，再添加新的一行；以前的会议仍按当时的情况计算。</p>
        <IntervalFields groups={groups.data ?? []} />
        <h2 className="member-section">组织关系</h2>
        <MembershipFields />
        <Collapse
          ghost
          items={[
            {
              key: 'other',
              forceRender: true,
              label: '其他信息（性别、出生日期、身份证号等）',
              children: (
                <>
                  {member && <UnmaskLine member={member} />}
                  <OtherFields masked={member?.masked ?? null} />
                </>
              ),
            },
          ]}
        />
      </Form>
      {member && <MemberHistory member={member} groups={groups.data ?? []} />}
    </Drawer>
  )
}
