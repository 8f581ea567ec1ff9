import { purposeNames } from '../activities/labels.ts'
import type { Activity } from '../activities/schema.ts'
import { chineseDate } from '../kernel/dates.ts'
import { normalName } from '../kernel/text.ts'

/** A meeting that has taken place, whether it is written down yet or not. */
export const tookPlace = ({ state }: Activity): boolean => state !== 'planned'

/** What a sitting is called: 2025年第二季度支部党员大会. */
export const titleOf = (activity: Activity): string =>
  activity.parts.map(({ title }) => title.trim()).find((title) => title !== '') ??
  activity.parts.map(({ purpose }) => purposeNames[purpose]).join('、')

/** 2025年6月27日「2025年第二季度支部党员大会」 */
export const named = (activity: Activity): string => `${chineseDate(activity.date)}「${titleOf(activity)}」`

/** `15:00—16:50`; the beginning alone where no end is known. */
export const timeOf = ({ startTime, endTime }: Activity): string => [startTime, endTime].filter(Boolean).join('—')

/** A place as it is compared: 局机关 二楼会议室 and 局机关二楼会议室 are one. */
export const placeOf = ({ place }: Activity): string => place.normalize('NFKC').replace(/\s+/gu, '')

/** Names only: of two members of one name, who of them it was is not known by the name. */
export const same = (a: string, b: string): boolean => normalName(a) === normalName(b)
