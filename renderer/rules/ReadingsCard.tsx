import { useMutation, useQuery } from '@tanstack/react-query'
import { Radio } from 'antd'
import { orpc } from '#renderer/api/client.ts'
import { Card } from '#renderer/ui/Card.tsx'
import { ErrorBlock } from '#renderer/ui/ErrorBlock.tsx'
import type { BranchSettings } from '#shared/branch/schema.ts'
import { HandbookDayField } from './HandbookDayField.tsx'

type Reading =
  | 'strictQuorum'
  | 'countsSuperiorActivities'
  | 'paysDuesQuarterly'
  | 'excellentBase'
  | 'gradesProbationary'
  | 'usesRating'

const yesNo = (no: string, yes: string) => [
  { value: false, label: no },
  { value: true, label: yes },
]

const readings: readonly {
  readonly key: Reading
  readonly label: string
  readonly note: string
  readonly options: readonly { readonly value: boolean | string; readonly label: string }[]
}[] = [
  {
    key: 'strictQuorum',
    label: '一般事项表决，「半数以上」按',
    note: '接收预备党员、预备党员转正和选举另有规定，不受这一项影响。',
    options: yesNo('半数或超过半数', '超过半数'),
  },
  {
    key: 'countsSuperiorActivities',
    label: '党总支、机关党委组织的活动',
    note: '是否算作本支部的主题党日等活动，按上级要求选择。',
    options: yesNo('不计入本支部', '计入本支部'),
  },
  {
    key: 'paysDuesQuarterly',
    label: '党费收缴',
    note: '按季交纳须经支部同意；选按季后，季度末还没有收齐的才提醒。',
    options: yesNo('按月', '按季'),
  },
  {
    key: 'excellentBase',
    label: '民主评议，优秀的三分之一按',
    note: '评定意见、测评结果和迎检自查都按这一项核对，只提示，不阻止保存。',
    options: [
      { value: 'formalMembers', label: '正式党员人数' },
      { value: 'members', label: '党员人数（含预备党员）' },
    ],
  },
  {
    key: 'gradesProbationary',
    label: '民主评议，预备党员',
    note: '预备党员都参加评议；是否评定等次，按上级要求选择。',
    options: yesNo('不评定等次', '评定等次'),
  },
  {
    key: 'usesRating',
    label: '达标创星',
    note: '上级没有部署达标创星的，可以关闭；关闭后菜单里不再出现，记录不受影响。',
    options: yesNo('不使用', '使用'),
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
      {readings.map(({ key, label, note, options }) => (
        <div key={key} className="reading">
          <p id={`reading-${key}`}>{label}</p>
          <Radio.Group
            aria-labelledby={`reading-${key}`}
            disabled={!branch.data}
            value={shown?.[key]}
            onChange={(event) => put({ [key]: event.target.value as boolean | string })}
            options={[...options]}
          />
          <p className="small faint">{note}</p>
        </div>
      ))}
      <HandbookDayField value={shown?.handbookDay} onChange={(handbookDay) => put({ handbookDay })} />
      {save.isError && <ErrorBlock inline error={save.error} />}
    </Card>
  )
}
