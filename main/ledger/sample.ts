import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { partInputSchema, type SaveActivity, saveActivitySchema } from '#shared/activities/schema.ts'
import { importActivities } from '../activities/import.ts'
import { readActivity, readActivityLines } from '../activities/read.ts'
import { saveActivity } from '../activities/service.ts'
import { addAttachment } from '../attachments/service.ts'
import { selectGroups } from '../branch/read.ts'
import type { Core } from '../core.ts'
import { importPosts, importRoster } from '../members/import.ts'
import { resourcesFolder } from '../platform/resources.ts'
import { fillSampleRecords } from './sample-records.ts'

/** The made-up branch of 「用示例支部试一试」; every name in it is invented. */
export const sampleBranchName = '某局机关第三党支部'

/** As the contract's own input, but a group is named instead of identified. */
const meetingsSchema = z.array(
  saveActivitySchema
    .omit({ parts: true })
    .extend({ parts: z.array(partInputSchema.extend({ group: z.string().optional() })).min(1) }),
)

function withGroups(core: Core, meeting: z.infer<typeof meetingsSchema>[number]): SaveActivity {
  const groups = selectGroups(core.session.require().db)
  const parts = meeting.parts.map(({ group, ...part }) => ({
    ...part,
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

/**
 * Fills a new ledger through the same calls a user makes: roster, posts, a year's old ledger, and some meetings of it
 * written out in full.
 */
export async function fillSample(core: Core): Promise<void> {
  const folder = join(resourcesFolder(), 'sample')
  const staged = (name: string) => core.staging.find(core.staging.fromPath(join(folder, name)).token)
  await importRoster(core, staged('roster.xlsx'))
  await importPosts(core, staged('posts.xlsx'))
  await importActivities(core, staged('activities.xlsx'))
  for (const raw of meetingsSchema.parse(JSON.parse(readFileSync(join(folder, 'meetings.json'), 'utf8')))) {
    const meeting = withGroups(core, raw)
    const id = sittingOf(core, meeting)
    const known = id === undefined ? undefined : readActivity(core.session.require(), id)
    const parts = meeting.parts.map((part, index) => ({ ...part, id: known?.parts[index]?.id }))
    const saved = saveActivity(core, { ...meeting, id, revision: known?.revision, parts })
    if (meeting.parts[0]?.purpose === 'partyLecture') {
      await addAttachment(core, core.staging.fromPath(join(folder, '党课讲稿提纲.txt')).token, saved.id)
    }
  }
  fillSampleRecords(core, readFileSync(join(folder, 'records.json'), 'utf8'))
}
