import { useMutation, useQuery } from '@tanstack/react-query'
import { Radio } from 'antd'
import { orpc } from '#renderer/api/client.ts'
import { Card } from '#renderer/ui/Card.tsx'
import { ErrorBlock } from '#renderer/ui/ErrorBlock.tsx'
import type { BranchSettings } from '#shared/branch/schema.ts'

type Reading = 'strictQuorum' | 'countsSuperiorActivities' | 'paysDuesQuarterly' | 'usesRating'

const readings: readonly {
  readonly key: Reading
  readonly label: string
  readonly note: string
  readonly no: string
  readonly yes: string
}[] = [
  {
    key: 'strictQuorum',
    label: '一般事项表决，「半数以上」按',
    note: '接收预备党员、预备党员转正和选举另有规定，不受这一项影响。',
    no: '半数或超过半数',
    yes: '超过半数',
  },
  {
    key: 'countsSuperiorActivities',
    label: '党总支、机关党委组织的活动',
    note: '是否算作本支部的主题党日等活动，按上级要求选择。',
    no: '不计入本支部',
    yes: '计入本支部',
  },
  {
    key: 'paysDuesQuarterly',
    label: '党费收缴',
    note: '按季交纳须经支部同意；选按季后，季度末还没有收齐的才提醒。',
    no: '按月',
    yes: '按季',
  },
  {
    key: 'usesRating',
    label: '达标创星',
    note: '上级没有部署达标创星的，可以关闭；关闭后菜单里不再出现，记录不受影响。',
    no: '不使用',
    yes: '使用',
  },
]

/** 口径: the readings of rules that a branch may choose; saved at once. */
export function ReadingsCard() {
  const branch = useQuery(orpc.branch.get.queryOptions({ input: {} }))
  const save = useMutation(orpc.branch.update.mutationOptions())
  const put = (change: Partial<BranchSettings>) => {
    if (!branch.data) return
    const { fullName, shortName, superiorName, settings } = branch.data
    save.mutate({ fullName, shortName, superiorName, settings: { ...settings, ...change } })
  }
  const shown = save.isPending ? save.variables.settings : branch.data?.settings
  return (
    <Card title="口径">
      {branch.isError && <ErrorBlock inline error={branch.error} onRetry={() => void branch.refetch()} />}
      {readings.map(({ key, label, note, no, yes }) => (
        <div key={key} className="reading">
          <p id={`reading-${key}`}>{label}</p>
          <Radio.Group
            aria-labelledby={`reading-${key}`}
            disabled={!branch.data}
            value={shown?.[key]}
            onChange={(event) => put({ [key]: event.target.value === true })}
            options={[
              { value: false, label: no },
              { value: true, label: yes },
            ]}
          />
          <p className="small faint">{note}</p>
        </div>
      ))}
      {save.isError && <ErrorBlock inline error={save.error} />}
    </Card>
  )
}
