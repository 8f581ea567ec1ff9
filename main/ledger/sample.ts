import { join } from 'node:path'
import { importActivities } from '../activities/import.ts'
import type { Core } from '../core.ts'
import { importPosts, importRoster } from '../members/import.ts'
import { readMembers, saveMember } from '../members/service.ts'
import { resourcesFolder } from '../platform/resources.ts'
import { fillSampleMeetings } from './sample-meetings.ts'
import { fillSampleRecords } from './sample-records.ts'

/** The made-up branch of 「用示例支部试一试」; every name in it is invented. */
export const sampleBranchName = '某局机关第三党支部'

/** What the year changed in the roster: the general meeting of 27 June made 蒋己 a full member. */
const conversions = [{ name: '蒋己', fullMemberOn: '2025-06-27' }]

/**
 * Fills a new ledger through the same calls a user makes: roster, posts, a year's old ledger, its meetings written
 * out in full, and the dated records of the year.
 */
export async function fillSample(core: Core): Promise<void> {
  const folder = join(resourcesFolder(), 'sample')
  const staged = (name: string) => core.staging.find(core.staging.fromPath(join(folder, name)).token)
  await importRoster(core, staged('roster.xlsx'))
  await importPosts(core, staged('posts.xlsx'))
  const ledger = core.session.require()
  for (const { name, fullMemberOn } of conversions) {
    const person = readMembers(ledger).find((member) => member.person.name === name)?.person
    if (person) saveMember(ledger, { id: person.id, person: { ...person, fullMemberOn } })
  }
  await importActivities(core, staged('activities.xlsx'))
  await fillSampleMeetings(core, folder)
  fillSampleRecords(core, folder)
}
