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

/** True when the page at `location` belongs to a menu entry. */
export function isUnder(location: string, covers: readonly string[]): boolean {
  return covers.some((path) => location === path || (path !== '/' && location.startsWith(`${path}/`)))
}
