import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { orpc } from '#renderer/api/client.ts'
import { ErrorBlock } from '#renderer/ui/ErrorBlock.tsx'
import type { MemberDetail } from '#shared/members/schema.ts'

/** Shows the numbers in full after a click, and says that this is written down. */
export function UnmaskLine({ member }: { readonly member: MemberDetail }) {
  const unmask = useMutation(orpc.members.unmask.mutationOptions({ meta: { quiet: true } }))
  if (Object.values(member.masked).every((text) => text === '')) return null
  if (unmask.data) {
    const { idNumber, mobile, phone, address } = unmask.data
    const lines = [
      ['公民身份证号', idNumber],
      ['手机号码', mobile],
      ['固定电话', phone],
      ['家庭住址', address],
    ].filter(([, text]) => text !== '')
    return (
      <dl className="member-unmasked">
        {lines.map(([label, text]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    )
  }
  return (
    <p>
      <Button size="small" loading={unmask.isPending} onClick={() => unmask.mutate({ id: member.person.id })}>
        查看完整号码
      </Button>
      <span className="small faint">　会记入查看登记。</span>
      {unmask.isError && <ErrorBlock inline error={unmask.error} />}
    </p>
  )
}
