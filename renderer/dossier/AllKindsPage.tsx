import { useYear } from '#renderer/api/session.ts'
import { PageHeader } from '#renderer/ui/PageHeader.tsx'
import type { DossierPage } from '#shared/dossier/kind.ts'
import { dossierKinds } from '#shared/dossier/kinds/index.ts'
import { KindGrid } from './KindGrid.tsx'

const pageNames: Record<DossierPage, string> = {
  plans: '计划与任务',
  study: '学习教育',
  activities: '组织生活',
  members: '党员管理',
  development: '发展与换届',
  roles: '作用发挥',
  print: '打印与报送',
}

/** Every kind of record beside the meetings, by the page it belongs to. */
export default function AllKindsPage() {
  const year = useYear()
  const pages = Map.groupBy(dossierKinds, ({ page }) => page)
  return (
    <>
      <PageHeader title="其他工作记录" note={<span className="soft">{year}年</span>} />
      {(Object.keys(pageNames) as DossierPage[]).flatMap((page) => {
        const kinds = pages.get(page)
        return kinds
          ? [
              <section key={page} aria-label={pageNames[page]}>
                <h2 className="kind-page">{pageNames[page]}</h2>
                <KindGrid kinds={kinds} />
              </section>,
            ]
          : []
      })}
    </>
  )
}
