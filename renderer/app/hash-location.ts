import { useSyncExternalStore } from 'react'

// wouter's own hash hook puts the query before the hash, where it stays when the next page has none: a new record
// would start with the purpose and date of the last one. Here the query belongs to the path after the hash.

function subscribe(callback: () => void): () => void {
  window.addEventListener('hashchange', callback)
  return () => window.removeEventListener('hashchange', callback)
}

const current = (): string => `/${window.location.hash.replace(/^#?\/?/, '')}`

const pathOf = (): string => current().split('?')[0] as string
const queryOf = (): string => current().split('?')[1] ?? ''

interface NavigateOptions {
  readonly replace?: boolean
}

/** Goes to a page of the program: `/activities/new?purpose=generalMeeting&date=2025-06-27`. */
export function navigate(to: string, options: NavigateOptions = {}): void {
  const url = `#/${to.replace(/^#?\/?/, '')}`
  if (options.replace) window.history.replaceState(null, '', url)
  else window.history.pushState(null, '', url)
  window.dispatchEvent(new Event('hashchange'))
}

/** Location hook for wouter's `<Router hook>`: path and query both live in the hash. */
export const hashLocation = Object.assign((): [string, typeof navigate] => [useSyncExternalStore(subscribe, pathOf), navigate], {
  searchHook: (): string => useSyncExternalStore(subscribe, queryOf),
  hrefs: (href: string): string => `#${href}`,
})
