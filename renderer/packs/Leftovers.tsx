import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { client, orpc } from '#renderer/api/client.ts'
import { ErrorBlock } from '#renderer/ui/ErrorBlock.tsx'

/** Exports of earlier days that did not end: named, and removed only when asked to. */
export function Leftovers({ targetId }: { readonly targetId: string }) {
  const cache = useQueryClient()
  const options = orpc.packs.leftovers.queryOptions({ input: { targetId } })
  const found = useQuery(options)
  const clear = useMutation({
    meta: { quiet: true },
    mutationFn: (name: string) => client.packs.clearLeftover({ targetId, name }),
    onSettled: () => cache.invalidateQueries({ queryKey: options.queryKey }),
  })
  if (!found.data || found.data.length === 0) return null
  return (
    <div className="leftovers" role="group" aria-label="上次没有完成的导出">
      {found.data.map(({ name, packName, startedAt }) => (
        <p key={name} className="small">
          <span>
            这里有一份没有完成的导出：{packName}
            {startedAt === '' ? '' : `（${startedAt.slice(0, 10)} 开始）`}。它不能使用。
          </span>
          <Button size="small" loading={clear.isPending} onClick={() => clear.mutate(name)}>
            清除它
          </Button>
        </p>
      ))}
      {clear.isError && <ErrorBlock inline error={clear.error} />}
    </div>
  )
}
