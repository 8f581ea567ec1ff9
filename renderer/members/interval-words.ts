import type { PartyGroup } from '#shared/branch/schema.ts'
import { chineseDate } from '#shared/kernel/dates.ts'
import { postNames } from '#shared/members/labels.ts'
import { type IntervalKind, type Post, posts, type serviceStatuses } from '#shared/members/schema.ts'
import type { IntervalLine } from './member-form.ts'

export const intervalKindNames: Record<IntervalKind, string> = {
  group: '党小组',
  post: '支部职务',
  exemption: '不作硬性要求',
  votingSuspension: '停止表决权',
  serviceStatus: '在职情况',
  leadingCadre: '党员领导干部',
}

export const serviceStatusNames: Record<(typeof serviceStatuses)[number], string> = {
  inService: '在职',
  retired: '退休',
  veteranRetired: '离休',
}

export const postOptions = posts.map((post) => ({ value: post, label: postNames[post] }))

/** A person's post as it is printed: its own title, else the usual one. */
export function postTitle(post: Post, title: string): string {
  return title === '' ? postNames[post] : title
}

/** What an interval says, without its dates: 第一党小组, 组织委员, 年老体弱. */
export function intervalText(line: IntervalLine, groups: readonly PartyGroup[]): string {
  switch (line.kind) {
    case 'group':
      return groups.find((group) => group.id === line.value)?.name ?? ''
    case 'post':
      return postTitle(line.value as Post, line.title)
    case 'serviceStatus':
      return serviceStatusNames[line.value as keyof typeof serviceStatusNames] ?? line.value
    default:
      return line.value
  }
}

/** `2021年5月起`, `2021年5月—2024年3月`, `起止不详`. */
export function spanText(span: { readonly validFrom: string | null; readonly validTo: string | null }): string {
  if (span.validFrom === null && span.validTo === null) return '起始日期未录'
  if (span.validTo === null) return `${chineseDate(span.validFrom as string)}起`
  return `${span.validFrom === null ? '' : chineseDate(span.validFrom)}—${chineseDate(span.validTo)}`
}
