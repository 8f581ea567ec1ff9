import { useMutation, useQuery } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { orpc } from '#renderer/api/client.ts'
import { useToday } from '#renderer/api/session.ts'
import { momentText, reasonWords } from '#renderer/ledger/words.ts'
import { Card } from '#renderer/ui/Card.tsx'
import { ErrorBlock } from '#renderer/ui/ErrorBlock.tsx'

/** Backups that the present passphrase does not protect; removed after asking. */
export function EarlierBackupsCard() {
  const { modal } = App.useApp()
  const today = useToday()
  const earlier = useQuery(orpc.lock.earlierBackups.queryOptions({ input: {} }))
  const remove = useMutation(orpc.lock.removeEarlierBackups.mutationOptions())
  if (!earlier.data || earlier.data.length === 0) return null
  const ids = earlier.data.map(({ id }) => id)
  const inTheClear = earlier.data.filter(({ lockedSince }) => lockedSince === null).length
  const ask = () =>
    void modal.confirm({
      title: `清除以前的 ${ids.length} 份备份？`,
      content: '会先做一份现在的备份，再清除这些旧备份。清除后不能再恢复到那些时候，不能撤销。',
      okText: '备份并清除',
      cancelText: '保留',
      onOk: () => remove.mutate({ ids }),
    })
  return (
    <Card title="以前的备份" note={`${ids.length} 份不受现在的口令保护`}>
      <p>
        {inTheClear > 0 && `其中 ${inTheClear} 份是设置口令以前做的，里面的身份证号、谈话内容等没有加密。`}
        {inTheClear < ids.length && `${ids.length - inTheClear} 份要用当时的口令打开。`}
        以前备份到 U 盘和其他磁盘、复制给别人的，也是一样，请自行收回或删除。
      </p>
      <ul className="lock-backups">
        {earlier.data.slice(0, 6).map(({ id, madeAt, reason, lockedSince }) => (
          <li key={id}>
            {momentText(madeAt, today)}（{reasonWords[reason]}）
            <span className="small faint">{lockedSince === null ? '没有加密' : '旧口令'}</span>
          </li>
        ))}
        {ids.length > 6 && <li className="soft">还有 {ids.length - 6} 份</li>}
      </ul>
      {remove.isError && <ErrorBlock inline error={remove.error} />}
      <Button danger loading={remove.isPending} onClick={ask}>
        做一份新备份，清除这些旧备份
      </Button>
    </Card>
  )
}
