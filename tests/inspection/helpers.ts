import { type InProcessClient, inProcessClient } from '#main/shells/in-process.ts'
import type { SaveActivityInput } from '#shared/activities/schema.ts'
import type { InspectionFinding, InspectionKind } from '#shared/inspection/schema.ts'
import { testClock } from '../helpers/ledger.ts'
import { sampleBranch } from '../helpers/sample-branch.ts'

type PartInput = SaveActivityInput['parts'][number]

export interface Inspected {
  readonly client: InProcessClient
  readonly groups: readonly [string, string]
  /** Saves a committee meeting on a working day, changed as given; answers its id. */
  meet(over?: Partial<SaveActivityInput>, part?: Partial<PartInput>): Promise<string>
  /** The findings of one kind in 2025. */
  found(kind: InspectionKind): Promise<InspectionFinding[]>
}

/** The sample branch on a day of January 2026, with nothing recorded yet. */
export function inspected(day = '2026-01-10'): Inspected {
  const { core, groups } = sampleBranch({ clock: testClock(day) })
  const client = inProcessClient(core)
  return {
    client,
    groups,
    async meet(over = {}, part = {}) {
      const { id } = await client.activities.save({
        state: 'signed',
        date: '2025-06-06',
        startTime: '10:00',
        endTime: '11:00',
        place: '504办公室',
        ...over,
        parts: over.parts ?? [{ purpose: 'committeeMeeting', title: '支委会', ...part }],
      })
      return id
    },
    found: async (kind) => (await client.inspection.run({ year: 2025 })).findings.filter((finding) => finding.kind === kind),
  }
}

export const say = (speaker: string, text: string) => ({ kind: 'speech' as const, speaker, text })
export const write = (text: string) => ({ kind: 'text' as const, text })
