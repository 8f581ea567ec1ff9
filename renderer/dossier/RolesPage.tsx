import { useYear } from '#renderer/api/session.ts'
import { PageHeader } from '#renderer/ui/PageHeader.tsx'
import { dossierKinds } from '#shared/dossier/kinds/index.ts'
import { KindGrid } from './KindGrid.tsx'

/** 作用发挥 (PRACTICE §4): features of the branch, honours, service, links with others. */
export default function RolesPage() {
  const year = useYear()
  return (
    <>
      <PageHeader title="作用发挥" note={<span className="soft">{year}年</span>} />
      <KindGrid kinds={dossierKinds.filter(({ page }) => page === 'roles')} />
    </>
  )
}
