import { activitiesContract } from './activities/contract.ts'
import { appraisalContract } from './appraisal/contract.ts'
import { attachmentsContract } from './attachments/contract.ts'
import { branchContract } from './branch/contract.ts'
import { calendarContract } from './calendar/contract.ts'
import { developmentContract } from './development/contract.ts'
import { documentsContract } from './documents/contract.ts'
import { dossierContract } from './dossier/contract.ts'
import { dutyReportContract } from './duty-report/contract.ts'
import { electionsContract } from './elections/contract.ts'
import { handbookContract } from './handbook/contract.ts'
import { handoverContract } from './handover/contract.ts'
import { historyContract } from './history/contract.ts'
import { inspectionContract } from './inspection/contract.ts'
import { ledgerContract } from './ledger/contract.ts'
import { lockContract } from './lock/contract.ts'
import { membersContract } from './members/contract.ts'
import { obligationsContract } from './obligations/contract.ts'
import { packsContract } from './packs/contract.ts'
import { ratingContract } from './rating/contract.ts'
import { rectificationContract } from './rectification/contract.ts'
import { reportsContract } from './reports/contract.ts'
import { rolesContract } from './roles/contract.ts'
import { searchContract } from './search/contract.ts'
import { studyContract } from './study/contract.ts'
import { tasksContract } from './tasks/contract.ts'
import { yearbookContract } from './yearbook/contract.ts'

/** The one list of everything the program can do; shells only carry calls to it. */
export const contract = {
  ledger: ledgerContract,
  lock: lockContract,
  handover: handoverContract,
  branch: branchContract,
  members: membersContract,
  activities: activitiesContract,
  attachments: attachmentsContract,
  obligations: obligationsContract,
  documents: documentsContract,
  packs: packsContract,
  dossier: dossierContract,
  development: developmentContract,
  elections: electionsContract,
  roles: rolesContract,
  study: studyContract,
  tasks: tasksContract,
  rectification: rectificationContract,
  appraisal: appraisalContract,
  rating: ratingContract,
  reports: reportsContract,
  yearbook: yearbookContract,
  dutyReport: dutyReportContract,
  calendar: calendarContract,
  search: searchContract,
  inspection: inspectionContract,
  handbook: handbookContract,
  history: historyContract,
}
