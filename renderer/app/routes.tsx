import { type ComponentType, type LazyExoticComponent, lazy } from 'react'

/** A page and the address it is shown under; pages read the parts of their address with wouter's `useParams`. */
export interface PageRoute {
  readonly path: string
  readonly page: LazyExoticComponent<ComponentType>
}

/** First match wins. */
export const routes: readonly PageRoute[] = [
  { path: '/', page: lazy(async () => ({ default: (await import('#renderer/obligations/StartPage.tsx')).StartPage })) },
  { path: '/summary', page: lazy(async () => ({ default: (await import('#renderer/obligations/SummaryPage.tsx')).SummaryPage })) },
  {
    path: '/summary/attendance',
    page: lazy(async () => ({ default: (await import('#renderer/reports/AttendancePage.tsx')).AttendancePage })),
  },
  { path: '/members', page: lazy(async () => ({ default: (await import('#renderer/members/MembersPage.tsx')).MembersPage })) },
  {
    path: '/members/import',
    page: lazy(async () => ({ default: (await import('#renderer/members/ImportRosterPage.tsx')).ImportRosterPage })),
  },
  {
    path: '/members/posts',
    page: lazy(async () => ({ default: (await import('#renderer/members/ImportPostsPage.tsx')).ImportPostsPage })),
  },
  { path: '/plans', page: lazy(async () => ({ default: (await import('#renderer/plans/PlansPage.tsx')).PlansPage })) },
  { path: '/plans/prepare', page: lazy(async () => ({ default: (await import('#renderer/plans/PreparePage.tsx')).PreparePage })) },
  { path: '/plans/:id', page: lazy(async () => ({ default: (await import('#renderer/plans/PlannedPage.tsx')).PlannedPage })) },
  { path: '/plans/:id/edit', page: lazy(async () => ({ default: (await import('#renderer/plans/PreparePage.tsx')).PreparePage })) },
  {
    path: '/follow-ups',
    page: lazy(async () => ({ default: (await import('#renderer/followups/FollowUpsPage.tsx')).FollowUpsPage })),
  },
  { path: '/activities', page: lazy(() => import('#renderer/activities/ActivityListPage.tsx')) },
  { path: '/activities/import', page: lazy(() => import('#renderer/activities/ImportLedgerPage.tsx')) },
  { path: '/activities/new', page: lazy(() => import('#renderer/activities/ActivityFormPage.tsx')) },
  { path: '/activities/:id', page: lazy(() => import('#renderer/activities/ActivityFormPage.tsx')) },
  { path: '/activities/:id/preview', page: lazy(() => import('#renderer/documents/PreviewPage.tsx')) },
  { path: '/tables/:table/preview', page: lazy(() => import('#renderer/documents/TablePreviewPage.tsx')) },
  { path: '/packs', page: lazy(() => import('#renderer/packs/PacksPage.tsx')) },
  { path: '/activities/:id/history', page: lazy(() => import('#renderer/history/RecordHistoryPage.tsx')) },
  { path: '/members/:id/history', page: lazy(() => import('#renderer/history/RecordHistoryPage.tsx')) },
  { path: '/records', page: lazy(() => import('#renderer/dossier/AllKindsPage.tsx')) },
  { path: '/records/kind/:kind', page: lazy(() => import('#renderer/dossier/KindPage.tsx')) },
  { path: '/records/new', page: lazy(() => import('#renderer/dossier/RecordPage.tsx')) },
  { path: '/records/:id', page: lazy(() => import('#renderer/dossier/RecordPage.tsx')) },
  { path: '/records/:id/preview', page: lazy(() => import('#renderer/documents/RecordPreviewPage.tsx')) },
  { path: '/records/:id/history', page: lazy(() => import('#renderer/history/RecordHistoryPage.tsx')) },
  { path: '/records/:id/papers/:paper', page: lazy(() => import('#renderer/documents/RecordPaperPage.tsx')) },
  { path: '/appraisal', page: lazy(() => import('#renderer/appraisal/AppraisalPage.tsx')) },
  { path: '/tasks', page: lazy(() => import('#renderer/tasks/TasksPage.tsx')) },
  { path: '/yearbook', page: lazy(() => import('#renderer/yearbook/YearbookPage.tsx')) },
  { path: '/duty-report', page: lazy(() => import('#renderer/duty-report/DutyReportPage.tsx')) },
  { path: '/problems', page: lazy(() => import('#renderer/rectification/ProblemsPage.tsx')) },
  { path: '/study', page: lazy(() => import('#renderer/study/StudyPage.tsx')) },
  { path: '/study/members/:id', page: lazy(() => import('#renderer/study/MemberStudyPage.tsx')) },
  { path: '/rating', page: lazy(() => import('#renderer/rating/RatingPage.tsx')) },
  { path: '/rating/result', page: lazy(() => import('#renderer/rating/ResultPage.tsx')) },
  { path: '/rating/schemes', page: lazy(() => import('#renderer/rating/schemes/SchemesPage.tsx')) },
  { path: '/rating/schemes/table', page: lazy(() => import('#renderer/rating/schemes/TablePage.tsx')) },
  { path: '/rating/schemes/edit', page: lazy(() => import('#renderer/rating/schemes/EditorPage.tsx')) },
  { path: '/development', page: lazy(() => import('#renderer/development/DevelopmentPage.tsx')) },
  { path: '/development/:id', page: lazy(() => import('#renderer/development/CasePage.tsx')) },
  { path: '/elections/:id', page: lazy(() => import('#renderer/elections/ElectionPage.tsx')) },
  { path: '/dues', page: lazy(() => import('#renderer/dues/DuesPage.tsx')) },
  { path: '/talks', page: lazy(() => import('#renderer/talks/TalksPage.tsx')) },
  { path: '/roles', page: lazy(() => import('#renderer/roles/RolesPage.tsx')) },
  { path: '/roles/registers/:key', page: lazy(() => import('#renderer/roles/RegisterPage.tsx')) },
  { path: '/roles/campaigns', page: lazy(() => import('#renderer/roles/CampaignPage.tsx')) },
  { path: '/history', page: lazy(() => import('#renderer/history/RecentPage.tsx')) },
  { path: '/bin', page: lazy(() => import('#renderer/history/BinPage.tsx')) },
  { path: '/search', page: lazy(() => import('#renderer/search/SearchPage.tsx')) },
  { path: '/inspection', page: lazy(() => import('#renderer/inspection/InspectionPage.tsx')) },
  {
    path: '/settings/rules',
    page: lazy(async () => ({ default: (await import('#renderer/rules/RulesPage.tsx')).RulesPage })),
  },
  { path: '/settings/handover', page: lazy(() => import('#renderer/handover/HandoverPage.tsx')) },
  { path: '/settings/lock', page: lazy(() => import('#renderer/lock/LockPage.tsx')) },
  {
    path: '/settings/safety',
    page: lazy(async () => ({ default: (await import('#renderer/ledger/SafetyPage.tsx')).SafetyPage })),
  },
  { path: '/settings', page: lazy(async () => ({ default: (await import('#renderer/branch/SettingsPage.tsx')).SettingsPage })) },
]
