import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { type SaveDossier, saveDossierSchema } from '#shared/dossier/schema.ts'
import { duesContent } from '#shared/dues/dues.ts'
import { yearOf } from '#shared/kernel/dates.ts'
import { readActivities } from '../activities/read.ts'
import type { Core } from '../core.ts'
import { saveDossier } from '../dossier/service.ts'
import { readRosterHistory } from '../members/read.ts'

/** Dated records of the sample; people stand by name under the part they play. */
const recordsSchema = z.array(
  z.looseObject({
    people: z.record(z.string(), z.array(z.string())).optional(),
    /** 补学: the day of the session it makes up for. */
    sessionOn: z.string().optional(),
    /** 党费: what each member pays a month and the months that are paid. */
    dues: z.array(z.object({ name: z.string(), amount: z.number(), paid: z.array(z.number().int()) })).optional(),
  }),
)

/** The records of the sample, a file for each field of work. */
function readRecords(folder: string): z.infer<typeof recordsSchema> {
  return readdirSync(folder)
    .sort()
    .flatMap((name) => recordsSchema.parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))))
}

/** The study session of a day. */
const studyOn = (core: Core, date: string): string[] =>
  readActivities(core.session.require(), { year: yearOf(date) })
    .filter(
      (activity) => activity.date === date && activity.parts.some(({ purpose, hours }) => purpose === 'studySession' || hours),
    )
    .map(({ id }) => id)

/** Enters the records of the sample as a user would; who is not on the roster stays a name. */
export function fillSampleRecords(core: Core, folder: string): void {
  const { persons } = readRosterHistory(core.session.require())
  const idOf = (name: string) => persons.find((person) => person.name === name)?.id ?? null
  for (const { people = {}, dues, sessionOn, ...record } of readRecords(join(folder, 'records'))) {
    const named = Object.entries(people).flatMap(([role, names]) => names.map((name) => ({ role, name, personId: idOf(name) })))
    const lines = dues?.map((line) => ({ ...line, personId: idOf(line.name) ?? '' }))
    const content = lines ? { content: duesContent(lines) } : {}
    const links = sessionOn === undefined ? {} : { links: studyOn(core, sessionOn) }
    const input: SaveDossier = saveDossierSchema.parse({ ...record, ...content, ...links, people: named, origin: 'fromPaper' })
    saveDossier(core, input)
  }
}
