import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { partInputSchema, resolutionSchema, type SaveActivity, saveActivitySchema } from '#shared/activities/schema.ts'
import { plainDateSchema } from '#shared/kernel/dates.ts'
import { setFollowUp } from '../activities/follow-ups.ts'
import { readActivity, readActivityLines } from '../activities/read.ts'
import { saveActivity } from '../activities/service.ts'
import { addAttachment } from '../attachments/service.ts'
import { selectGroups } from '../branch/read.ts'
import type { Core } from '../core.ts'
import { today } from '../platform/clock.ts'

/** What became of a resolution after its meeting; a resolution without it is one of the sample's honest gaps. */
const sampleResolutionSchema = resolutionSchema.extend({ doneOn: plainDateSchema.optional(), doneNote: z.string().default('') })

/** As the contract's own input, but a group is named instead of identified. */
const meetingsSchema = z.array(
  saveActivitySchema.omit({ parts: true }).extend({
    parts: z
      .array(partInputSchema.extend({ group: z.string().optional(), resolutions: z.array(sampleResolutionSchema).default([]) }))
      .min(1),
  }),
)
type SampleMeeting = z.infer<typeof meetingsSchema>[number]

/** The sittings of the year written out in full, a file for each quarter in order. */
function readMeetings(folder: string): SampleMeeting[] {
  return readdirSync(folder)
    .sort()
    .flatMap((name) => meetingsSchema.parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))))
}

function withGroups(core: Core, meeting: SampleMeeting): SaveActivity {
  const groups = selectGroups(core.session.require().db)
  const parts = meeting.parts.map(({ group, ...part }) => ({
    ...part,
    resolutions: part.resolutions.map(({ text, owner, dueOn }) => ({ text, owner, dueOn })),
    groupId: groups.find((candidate) => candidate.name === group)?.id ?? null,
  }))
  return { ...meeting, parts }
}

/** The sitting of the old ledger that a fully written meeting belongs to. */
function sittingOf(core: Core, meeting: SaveActivity): string | undefined {
  const [part] = meeting.parts
  return readActivityLines(core.session.require(), { year: Number(meeting.date.slice(0, 4)) }).find(
    (line) =>
      line.date === meeting.date &&
      part &&
      line.purposes.includes(part.purpose) &&
      (line.groupId ?? null) === (part.groupId ?? null),
  )?.id
}

/** Enters the meetings of the sample as a user would: each into its line of the old ledger, then what was followed up. */
export async function fillSampleMeetings(core: Core, folder: string): Promise<void> {
  const now = today(core.clock)
  for (const raw of readMeetings(join(folder, 'meetings'))) {
    const meeting = withGroups(core, raw)
    const id = sittingOf(core, meeting)
    const known = id === undefined ? undefined : readActivity(core.session.require(), id)
    const parts = meeting.parts.map((part, index) => ({ ...part, id: known?.parts[index]?.id }))
    const saved = saveActivity(core, { ...meeting, id, revision: known?.revision, parts })
    const { parts: written } = readActivity(core.session.require(), saved.id)
    for (const [at, part] of raw.parts.entries()) {
      for (const [index, { doneOn, doneNote }] of part.resolutions.entries()) {
        const resolution = written[at]?.resolutions[index]
        if (doneOn && doneOn <= now && resolution) setFollowUp(core.session.require(), { id: resolution.id, doneOn, doneNote }, now)
      }
    }
    if (meeting.parts[0]?.purpose === 'partyLecture') {
      await addAttachment(core, core.staging.fromPath(join(folder, '党课讲稿提纲.txt')).token, saved.id)
    }
  }
}
