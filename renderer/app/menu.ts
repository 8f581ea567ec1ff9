import type { DossierPage } from '#shared/dossier/kind.ts'
import { dossierKind, isDossierKind } from '#shared/dossier/kinds/index.ts'

/** The menu of PRACTICE §4, without what does not work yet. `covers`: addresses that belong to the entry. */
export const menuEntries = [
  { path: '/', label: '首页', icon: 'home', covers: ['/', '/summary'] },
  {
    path: '/plans',
    label: '计划与任务',
    icon: 'plan',
    covers: ['/plans', '/follow-ups', '/tasks', '/problems', '/yearbook', '/duty-report'],
  },
  { path: '/activities', label: '组织生活', icon: 'meeting', covers: ['/activities', '/appraisal', '/bin'] },
  { path: '/study', label: '学习教育', icon: 'study', covers: ['/study'] },
  { path: '/members', label: '党员管理', icon: 'people', covers: ['/members', '/talks', '/dues'] },
  { path: '/development', label: '发展与换届', icon: 'development', covers: ['/development', '/elections'] },
  { path: '/roles', label: '作用发挥', icon: 'roles', covers: ['/roles', '/records'] },
  { path: '/rating', label: '达标创星', icon: 'rating', covers: ['/rating'] },
  { path: '/packs', label: '打印与报送', icon: 'print', covers: ['/packs', '/tables', '/inspection'] },
] as const

export type MenuIcon = (typeof menuEntries)[number]['icon']

/** Under which entry a kind of record is listed. */
const entryOfPage: Readonly<Record<DossierPage, (typeof menuEntries)[number]['path']>> = {
  plans: '/plans',
  study: '/study',
  members: '/members',
  development: '/development',
  roles: '/roles',
  print: '/packs',
  activities: '/activities',
}

/**
 * The address whose entry is marked: that of the page itself; of a form or list of dated records the page of their kind.
 *
 * @param query of the address; `/records/new` names its kind there
 * @param kindOf kind of a saved record; null while it is not known
 */
export function markedAddress(location: string, query: string, kindOf: string | null): string {
  const [, first, second = '', third = ''] = location.split('/')
  if (first !== 'records') return location
  const named = second === 'new' ? new URLSearchParams(query).get('kind') : second === 'kind' ? third : kindOf
  return named !== null && isDossierKind(named) ? entryOfPage[dossierKind(named).page] : location
}

/** Id of the saved record an address shows, if it shows one. */
export function shownRecord(location: string): string | null {
  const [, first, second = ''] = location.split('/')
  return first === 'records' && !['', 'new', 'kind'].includes(second) ? second : null
}

/** True when the page at `location` belongs to a menu entry. */
export function isUnder(location: string, covers: readonly string[]): boolean {
  return covers.some((path) => location === path || (path !== '/' && location.startsWith(`${path}/`)))
}
