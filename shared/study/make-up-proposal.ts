import { type SaveDossier, saveDossierSchema } from '../dossier/schema.ts'
import { chineseMonthDay, type PlainDate, yearOf } from '../kernel/dates.ts'
import { cut } from '../kernel/text.ts'
import type { MissedSession } from './contract.ts'

/**
 * A record of 补学 to begin with: who, for which session, and its hours. Of the year of the session, whenever it is made up;
 * what was studied is for the user to write.
 */
export function proposedMakeUp(
  { sittingId, date, title, hours }: Pick<MissedSession, 'sittingId' | 'date' | 'title' | 'hours'>,
  people: readonly { readonly personId: string; readonly name: string }[],
  today: PlainDate,
): SaveDossier {
  return saveDossierSchema.parse({
    kind: 'makeUpStudy',
    date: today,
    forYear: yearOf(date),
    title: `补学：${cut(title, 150)}（${chineseMonthDay(date)}）`,
    people: people.map(({ personId, name }) => ({ personId, name, role: 'member' })),
    content: hours === null ? {} : { hours },
    links: [sittingId],
  })
}
