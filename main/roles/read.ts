import { isHeld } from '#shared/activities/held.ts'
import type { CampaignLine } from '#shared/documents/papers/campaign.ts'
import { dossierKind } from '#shared/dossier/kinds/index.ts'
import { type LeaderAttendance, type Register, type RegisterKey, register, registerKinds } from '#shared/roles/registers.ts'
import { readActivities, readTaggedActivities } from '../activities/read.ts'
import { readDossiers } from '../dossier/read.ts'
import type { OpenLedger } from '../ledger/open-ledger.ts'

/** Meetings of a year that somebody attended who is recorded as a leader of this branch's contact. */
function leaderAttendances(ledger: OpenLedger, year: number): LeaderAttendance[] {
  const leaders = new Set(readDossiers(ledger, { kinds: ['contactVisit'] }).flatMap(({ people }) => people.map(({ name }) => name)))
  return readActivities(ledger, { year })
    .filter(isHeld)
    .flatMap(({ id, date, parts, invitees }) =>
      invitees
        .filter(({ name }) => leaders.has(name))
        .map(({ name, role }) => ({ activityId: id, date, title: parts.map((part) => part.title).join('、'), name, role })),
    )
}

/** A ledger of 作用发挥 of a year. */
export function readRegister(ledger: OpenLedger, year: number, key: RegisterKey): Register {
  const records = readDossiers(ledger, { year, kinds: registerKinds(key) })
  return register(key, records, key === 'contacts' ? leaderAttendances(ledger, year) : [])
}

/** What carries a campaign's name, oldest first. */
export function readCampaign(ledger: OpenLedger, name: string) {
  const records = readDossiers(ledger).filter(({ tags }) => tags.includes(name))
  const sittings = readTaggedActivities(ledger)
    .filter(({ tags }) => tags?.includes(name) === true)
    .map(({ id, date, parts }) => ({
      id,
      date,
      title: parts.map((part) => part.title).join('、'),
      recordNumber: parts.map((part) => part.recordNumber).join('、'),
    }))
  return { records, sittings }
}

/** The same as lines of one list. */
export function campaignLines(ledger: OpenLedger, name: string): CampaignLine[] {
  const { records, sittings } = readCampaign(ledger, name)
  return [
    ...records.map(({ kind, date, title, recordNumber }) => ({ date, kind: dossierKind(kind).name, title, recordNumber })),
    ...sittings.map(({ date, title, recordNumber }) => ({ date, kind: '组织生活', title, recordNumber })),
  ].toSorted((a, b) => (a.date < b.date ? -1 : 1))
}
