import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { orpc } from '#renderer/api/client.ts'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'

/** Shows the pages of the rating only where the branch has it switched on. */
export function RatingGate({ children }: { readonly children: ReactNode }) {
  const branch = useQuery(orpc.branch.get.queryOptions({ input: {} }))
  if (branch.data && !branch.data.settings.usesRating)
    return <EmptyState title="达标创星已关闭" actions={<Link href="/settings/rules">到“规则与口径”打开</Link>} />
  return branch.data ? children : null
}
