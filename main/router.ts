import { activitiesRouter } from './activities/router.ts'
import { appraisalRouter } from './appraisal/router.ts'
import { attachmentsRouter } from './attachments/router.ts'
import { branchRouter } from './branch/router.ts'
import { calendarRouter } from './calendar/router.ts'
import { os } from './context.ts'
import { developmentRouter } from './development/router.ts'
import { documentsRouter } from './documents/router.ts'
import { dossierRouter } from './dossier/router.ts'
import { dutyReportRouter } from './duty-report/router.ts'
import { electionsRouter } from './elections/router.ts'
import { handbookRouter } from './handbook/router.ts'
import { handoverRouter } from './handover/router.ts'
import { historyRouter } from './history/router.ts'
import { inspectionRouter } from './inspection/router.ts'
import { ledgerRouter } from './ledger/router.ts'
import { lockRouter } from './lock/router.ts'
import { membersRouter } from './members/router.ts'
import { obligationsRouter } from './obligations/router.ts'
import { packsRouter } from './packs/router.ts'
import { ratingRouter } from './rating/router.ts'
import { rectificationRouter } from './rectification/router.ts'
import { reportsRouter } from './reports/router.ts'
import { rolesRouter } from './roles/router.ts'
import { searchRouter } from './search/router.ts'
import { studyRouter } from './study/router.ts'
import { tasksRouter } from './tasks/router.ts'
import { yearbookRouter } from './yearbook/router.ts'

/** The whole contract, implemented. Shells hand calls to it and nothing else. */
export const router = os.router({
  ledger: ledgerRouter,
  lock: lockRouter,
  handover: handoverRouter,
  branch: branchRouter,
  members: membersRouter,
  activities: activitiesRouter,
  attachments: attachmentsRouter,
  obligations: obligationsRouter,
  documents: documentsRouter,
  packs: packsRouter,
  dossier: dossierRouter,
  development: developmentRouter,
  elections: electionsRouter,
  roles: rolesRouter,
  study: studyRouter,
  tasks: tasksRouter,
  rectification: rectificationRouter,
  appraisal: appraisalRouter,
  rating: ratingRouter,
  reports: reportsRouter,
  yearbook: yearbookRouter,
  dutyReport: dutyReportRouter,
  calendar: calendarRouter,
  search: searchRouter,
  inspection: inspectionRouter,
  handbook: handbookRouter,
  history: historyRouter,
})
