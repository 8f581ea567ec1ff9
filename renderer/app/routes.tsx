import { type ComponentType, lazy } from 'react'

/** A page and the address it is shown under. Pages read the parts of their address with wouter's `useParams`. */
export interface PageRoute {
  readonly path: string
  readonly page: ComponentType
}

const page = <K extends string>(load: () => Promise<Record<K, ComponentType>>, name: K): ComponentType =>
  lazy(async () => ({ default: (await load())[name] }))

export const routes: readonly PageRoute[] = [
  { path: '/', page: page(() => import('#renderer/obligations/StartPage.tsx'), 'StartPage') },
  { path: '/summary', page: page(() => import('#renderer/obligations/SummaryPage.tsx'), 'SummaryPage') },
  { path: '/members', page: page(() => import('#renderer/members/MembersPage.tsx'), 'MembersPage') },
  { path: '/members/import', page: page(() => import('#renderer/members/ImportRosterPage.tsx'), 'ImportRosterPage') },
  { path: '/members/posts', page: page(() => import('#renderer/members/ImportPostsPage.tsx'), 'ImportPostsPage') },
  { path: '/settings', page: page(() => import('#renderer/branch/SettingsPage.tsx'), 'SettingsPage') },
]
