import { join } from 'node:path'
import type { IntervalKind } from '#shared/members/schema.ts'
import { importActivities } from '../activities/import.ts'
import { readBranch } from '../branch/read.ts'
import { updateBranch } from '../branch/service.ts'
import type { Core } from '../core.ts'
import { importPosts, importRoster } from '../members/import.ts'
import { readMembers, saveMember } from '../members/service.ts'
import { resourcesFolder } from '../platform/resources.ts'
import type { OpenLedger } from './open-ledger.ts'
import { fillSampleMeetings } from './sample-meetings.ts'
import { fillSampleRecords } from './sample-records.ts'

/** The made-up branch of 「用示例支部试一试」; every name in it is invented. */
export const sampleBranchName = '某局机关第三党支部'

/** Whom the sample branch reports to. */
const sampleSuperiorName = '某局直属机关党委'

const since = (kind: IntervalKind, value: string) => ({ kind, value, title: '', validFrom: null, validTo: null })

/** What the national form does not hold, and what the general meeting of 27 June changed in the roster. */
const corrections: readonly { name: string; fullMemberOn?: string; intervals?: ReturnType<typeof since>[] }[] = [
  { name: '蒋己', fullMemberOn: '2025-06-27' },
  { name: '褚丁', intervals: [since('serviceStatus', 'retired')] },
  { name: '张三', intervals: [since('leadingCadre', '')] },
]

function correctRoster(ledger: OpenLedger): void {
  const members = readMembers(ledger)
  for (const { name, fullMemberOn, intervals = [] } of corrections) {
    const member = members.find(({ person }) => person.name === name)
    if (!member) continue
    const person = fullMemberOn ? { ...member.person, fullMemberOn } : member.person
    saveMember(ledger, { id: person.id, person, intervals: [...member.intervals, ...intervals] })
  }
}

/**
 * Fills a new ledger through the same calls a user makes: roster, posts, a year's old ledger, its meetings written
 * out in full, and the dated records of the year.
 */
export async function fillSample(core: Core): Promise<void> {
  const folder = join(resourcesFolder(), 'sample')
  const { fullName, shortName, settings } = readBranch(core.session.require())
  updateBranch(core.session.require(), { fullName, shortName, superiorName: sampleSuperiorName, settings })
  const staged = (name: string) => core.staging.find(core.staging.fromPath(join(folder, name)).token)
  await importRoster(core, staged('roster.xlsx'))
  await importPosts(core, staged('posts.xlsx'))
  correctRoster(core.session.require())
  await importActivities(core, staged('activities.xlsx'))
  await fillSampleMeetings(core, folder)
  fillSampleRecords(core, folder)
}
