import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { orpc } from '#renderer/api/client.ts'
import { useToday } from '#renderer/api/session.ts'
import { attendanceOf, dueOf, type PartAttendance } from '#shared/activities/attendance.ts'
import { checkActivity } from '#shared/activities/check.ts'
import { type Finding, saveActivitySchema } from '#shared/activities/schema.ts'
import { type BranchSettings, branchSettingsSchema } from '#shared/branch/schema.ts'
import { isPlainDate } from '#shared/kernel/dates.ts'
import type { RosterEntry } from '#shared/members/schema.ts'
import { useForm } from './context.ts'
import { type FormModel, type FormPart, partAt } from './model.ts'
import { toSaveInput } from './to-save.ts'

const nobody: readonly RosterEntry[] = []
const defaultSettings = branchSettingsSchema.parse({})

/** The members of the branch on the day of the meeting, in printing order. */
export function useRosterOfDay(): { readonly members: readonly RosterEntry[]; readonly isLoading: boolean } {
  const date = useForm((state) => state.model.date)
  const query = useQuery(
    orpc.members.roster.queryOptions({ input: { date }, enabled: isPlainDate(date), placeholderData: keepPreviousData }),
  )
  return { members: query.data?.members ?? nobody, isLoading: query.isLoading }
}

/** Settings of the branch; until they are read, the defaults. */
export function useBranchSettings(): BranchSettings {
  return useQuery(orpc.branch.get.queryOptions({ input: {} })).data?.settings ?? defaultSettings
}

const attendanceOfPart = (members: readonly RosterEntry[], part: FormPart): PartAttendance =>
  attendanceOf(dueOf(members, part), {
    absentees: part.absentees,
    counts: { due: part.paperDue ?? 0, present: part.paperPresent ?? 0 },
  })

/** Who is due, who is there, and the four counts, as the roster of that day gives them. */
export function useAttendance(): PartAttendance & { readonly due: readonly RosterEntry[] } {
  const { members } = useRosterOfDay()
  const part = useForm((state) => partAt(state.model, state.shown))
  return useMemo(() => ({ ...attendanceOfPart(members, part), due: dueOf(members, part) }), [members, part])
}

function findingsOf(
  model: FormModel,
  members: readonly RosterEntry[],
  today: string,
  settings: BranchSettings,
): readonly Finding[] {
  const parsed = saveActivitySchema.safeParse(toSaveInput(model))
  if (!parsed.success) return []
  return checkActivity(parsed.data, { today, settings, parts: model.parts.map((part) => attendanceOfPart(members, part)) })
}

/** What the rules say about the form as it stands: the same function that judges it when it is saved. */
export function useFindings(): readonly Finding[] {
  const { members } = useRosterOfDay()
  const today = useToday()
  const settings = useBranchSettings()
  const model = useForm((state) => state.model)
  return useMemo(() => findingsOf(model, members, today, settings), [model, members, today, settings])
}
