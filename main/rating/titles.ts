import { purposeNames } from '#shared/activities/labels.ts'
import type { Activity } from '#shared/activities/schema.ts'

/** What a sitting is called in a list of evidence. */
export const titleOfSitting = ({ parts }: Activity): { title: string; kindName: string } => ({
  title: parts.map(({ title }) => title).join('、'),
  kindName: parts.map(({ purpose }) => purposeNames[purpose]).join('、'),
})
