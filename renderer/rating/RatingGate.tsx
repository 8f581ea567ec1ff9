import { useQuery } from '@tanstack/react-query'
import type { ComponentType } from 'react'
import { Link } from 'wouter'
import { orpc } from '#renderer/api/client.ts'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
// For every page of the rating: whichever is opened first has its styles.
import '#renderer/dossier/dossier.css'
import './rating.css'

/** A page of the rating, there only where the branch has it switched on; otherwise none of its calls is made. */
export function gated(Page: ComponentType) {
  return function GatedPage() {
    const branch = useQuery(orpc.branch.get.queryOptions({ input: {} }))
    if (branch.data && !branch.data.settings.usesRating)
      return <EmptyState title="达标创星已关闭" actions={<Link href="/settings/rules">到“规则与口径”打开</Link>} />
    return branch.data ? <Page /> : null
  }
}
