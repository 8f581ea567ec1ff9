import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { inProcessClient } from '#main/shells/in-process.ts'
import { type Activity, saveActivitySchema } from '#shared/activities/schema.ts'
import { minutesDocument } from '#shared/documents/minutes.ts'
import { documentText } from '#shared/documents/plain-text.ts'
import { temporaryFolder, testClock } from '../helpers/ledger.ts'
import { sampleBranch } from '../helpers/sample-branch.ts'
import { squeezed } from './sample-branch.ts'
import { committeeMeeting } from './sample-committee-meeting.ts'
import { generalMeeting } from './sample-general-meeting.ts'
import { democraticAppraisal, electionMeeting, organizationalLife } from './samples-january.ts'
import { groupMeeting, partyLecture, studySession, themedPartyDay } from './samples-other.ts'

/** What somebody enters of a sitting: who was there, the counts and the numbers follow from the roster. */
function entered(activity: Activity, group: string) {
  const parts = activity.parts.map(({ id: _id, attendance: _attendance, counts: _counts, ...part }) => ({
    ...part,
    groupId: part.purpose === 'groupMeeting' ? group : null,
    resolutions: part.resolutions.map(({ id: _resolution, ...resolution }) => resolution),
  }))
  const { id: _id, revision: _revision, attachments: _attachments, origin: _origin, ...rest } = activity
  return saveActivitySchema.parse({ ...rest, parts })
}

const files: Partial<Record<string, string>> = { 'party-lecture': '党课讲稿.docx' }

async function savedAndRead(name: string, activity: Activity) {
  const { core, groups } = sampleBranch({ clock: testClock('2026-01-20') })
  const client = inProcessClient(core)
  const { id, findings } = await client.activities.save(entered(activity, groups[0]))
  const file = files[name]
  if (file) {
    const path = join(temporaryFolder(), file)
    writeFileSync(path, '讲稿')
    await client.attachments.add({ file: core.staging.fromPath(path).token, activityId: id })
  }
  const model = minutesDocument(await client.activities.get({ id }), await client.branch.get({}), { style: 'official' })
  return { text: squeezed(documentText(model)), findings }
}

const sample = (name: string) => squeezed(readFileSync(join(import.meta.dirname, `${name}.txt`), 'utf8'))

describe('a sample that was saved', () => {
  it.each([
    ['general-meeting', generalMeeting],
    ['committee-meeting', committeeMeeting],
    ['group-meeting', groupMeeting],
    ['party-lecture', partyLecture],
    ['themed-party-day', themedPartyDay],
    ['organizational-life', organizationalLife],
    ['democratic-appraisal', democraticAppraisal],
    ['study-session', studySession],
  ])('reads as before: %s', async (name, activity) => {
    const { text, findings } = await savedAndRead(name, activity)
    expect(text).toBe(sample(name))
    expect(findings.filter(({ code }) => code === 'FIELD_MISSING')).toEqual([])
  })

  it('reads as before: election', async () => {
    expect((await savedAndRead('election', electionMeeting)).text).toContain(sample('election'))
  })
})
