import { Link } from 'wouter'
import { PageHeader } from '#renderer/ui/PageHeader.tsx'
import { dossierKinds } from '#shared/dossier/kinds/index.ts'
import { KindGrid } from './KindGrid.tsx'

/** 发展与换届 (PRACTICE §4). Ends of probation and of the committee's term are on the start page in time. */
export default function DevelopmentPage() {
  return (
    <>
      <PageHeader title="发展与换届" actions={<Link href="/plans/prepare?purpose=generalMeeting">准备一次支部党员大会</Link>} />
      <KindGrid kinds={dossierKinds.filter(({ page }) => page === 'development')} />
      <p className="small faint">
        预备期满和支部委员会届满会提前出现在首页「近期要办」；票数记在支部党员大会的记录里，选票、计票表从那里打印。
      </p>
    </>
  )
}
