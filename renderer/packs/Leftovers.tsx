import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Popconfirm } from 'antd'
import { client, orpc } from '#renderer/api/client.ts'
import { ErrorBlock } from '#renderer/ui/ErrorBlock.tsx'

interface LeftoversProps {
  readonly targetId: string
  /** The confirmation below has been ticked. */
  readonly isConfirmed: boolean
  readonly onContinue: (name: string) => void
}

/** Exports that did not end: named, and gone on with or removed only when asked to. */
export function Leftovers({ targetId, isConfirmed, onContinue }: LeftoversProps) {
  const cache = useQueryClient()
  const options = orpc.packs.leftovers.queryOptions({ input: { targetId } })
  // Never what an earlier look found: an export may just have ended, here or in the middle of this card.
  const found = useQuery({ ...options, gcTime: 0 })
  const clear = useMutation({
    meta: { quiet: true },
    mutationFn: (name: string) => client.packs.clearLeftover({ targetId, name }),
    onSettled: () => cache.invalidateQueries({ queryKey: options.queryKey }),
  })
  if (!found.data || found.data.length === 0) return null
  return (
    <div className="leftovers" role="group" aria-label="上次没有完成的导出">
      {found.data.map(({ name, packName, startedAt, canContinue }) => (
        <p key={name} className="small">
          <span>
            这里有一份没有完成的导出：{packName}
            {startedAt === '' ? '' : `（${startedAt.slice(0, 10)} 开始）`}。它还不能使用。
            {canContinue ? '已复制的文件核对后保留，接着导出。' : '压缩文件不能接着写，只能清除后重新导出。'}
          </span>
          {canContinue && (
            <Button
              size="small"
              type="primary"
              disabled={!isConfirmed}
              title={isConfirmed ? undefined : '先勾选下面的确认'}
              onClick={() => onContinue(name)}
            >
              继续导出
            </Button>
          )}
          <Popconfirm
            title="清除这份没有完成的导出？"
            description="只删除它自己的文件夹，其他文件不动；数据文件夹里的记录不受影响。"
            okText="清除"
            cancelText="不清除"
            onConfirm={() => clear.mutate(name)}
          >
            <Button size="small" loading={clear.isPending}>
              清除它
            </Button>
          </Popconfirm>
        </p>
      ))}
      {found.data.some(({ canContinue }) => canContinue) && !isConfirmed && (
        <p className="small faint">继续之前，请先勾选下面的确认。</p>
      )}
      {clear.isError && <ErrorBlock inline error={clear.error} />}
    </div>
  )
}
