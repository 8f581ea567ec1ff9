import type { PartDetails } from '#shared/activities/details.ts'
import type { Election } from '#shared/activities/election-schema.ts'
import type { FormDetails, FormElection } from './model.ts'

const kept = (lines: readonly string[]) => lines.map((line) => line.trim()).filter((line) => line !== '')

/** The fields of one purpose as the contract takes them: rows that nobody has begun are left out, an empty figure is 0. */
export function detailsOf(details: FormDetails | null | undefined): PartDetails | null {
  if (!details) return null
  const { ballots, tallies, teamTally, rectifications, procedure, readings, leadReaders, ...rest } = details
  const hasBallots = ballots && (ballots.issued !== null || ballots.returned !== null || ballots.valid !== null)
  const rows = rectifications?.filter((row) => Object.values(row).some((text) => text.trim() !== ''))
  // A member whose row has no figure was not appraised; the list is proposed from the roster.
  const counted = tallies?.filter((row) =>
    [row.excellent, row.qualified, row.basic, row.unqualified].some((figure) => figure !== null),
  )
  const hasTeam = teamTally && Object.values(teamTally).some((figure) => figure !== null)
  const all = {
    ...rest,
    ...(hasBallots ? { ballots: { issued: ballots.issued ?? 0, returned: ballots.returned ?? 0, valid: ballots.valid ?? 0 } } : {}),
    ...(rows && rows.length > 0 ? { rectifications: rows } : {}),
    ...(counted && counted.length > 0
      ? {
          tallies: counted.map((row) => ({
            name: row.name.trim(),
            excellent: row.excellent ?? 0,
            qualified: row.qualified ?? 0,
            basic: row.basic ?? 0,
            unqualified: row.unqualified ?? 0,
          })),
        }
      : {}),
    ...(hasTeam
      ? {
          teamTally: {
            good: teamTally.good ?? 0,
            fair: teamTally.fair ?? 0,
            average: teamTally.average ?? 0,
            poor: teamTally.poor ?? 0,
          },
        }
      : {}),
    ...(procedure && kept(procedure).length > 0 ? { procedure: kept(procedure) } : {}),
    ...(readings && kept(readings).length > 0 ? { readings: kept(readings) } : {}),
    ...(leadReaders && kept(leadReaders).length > 0 ? { leadReaders: kept(leadReaders) } : {}),
  }
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined && value !== '')) as PartDetails
}

/** An election as it would be saved: an empty figure is 0; candidates and exempted members without a name are left out. */
export function electionOf(election: FormElection): Election {
  const named = <T extends { readonly name: string }>(rows: readonly T[]) => rows.filter((row) => row.name.trim() !== '')
  const exemptions = named(election.exemptions).map((row) => ({ name: row.name.trim(), reason: row.reason.trim() }))
  return {
    office: election.office.trim() || '委员',
    seats: election.seats ?? 1,
    ...(exemptions.length > 0 ? { exemptions } : {}),
    scrutineers: election.scrutineers,
    tellers: election.tellers,
    ballots: {
      issued: election.ballots.issued ?? 0,
      returned: election.ballots.returned ?? 0,
      valid: election.ballots.valid ?? 0,
    },
    candidates: named(election.candidates).map((row) => ({
      name: row.name.trim(),
      votes: row.votes ?? 0,
      ...(row.isWrittenIn ? { isWrittenIn: true } : {}),
    })),
  }
}
