/** The one origin of the program's own page. */
export const appScheme = 'app'
export const appHost = 'bundle'
export const appOrigin = `${appScheme}://${appHost}`
export const appPage = `${appOrigin}/index.html`

const pattern = /^app:\/\/bundle(\/[^?#]*)(?:\?[^#]*)?(?:#.*)?$/s

function decoded(path: string): string | null {
  try {
    return decodeURIComponent(path)
  } catch {
    return null
  }
}

/**
 * The decoded path of an address of ours, or null for any other text. The text itself is read and no URL parser: a parser
 * mends `app://bundle/../x` before anyone sees it, and Node's does not know that `app` has hosts. Nothing is left to be
 * decoded a second time, and no segment climbs or is empty (save the last).
 */
export function appPath(url: string): string | null {
  const raw = pattern.exec(url)?.[1]
  if (raw === undefined) return null
  const path = decoded(raw)
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  if (path === null || /[%\\\u0000-\u001f]/.test(path)) return null
  const segments = path.slice(1).split('/')
  if (segments.some((segment, at) => segment === '.' || segment === '..' || (segment === '' && at < segments.length - 1)))
    return null
  return path
}

/** Whether an address is the program's page itself, whatever stands behind `#`. */
export function isAppPage(url: string): boolean {
  const path = appPath(url)
  return (path === '/' || path === '/index.html') && !url.includes('?')
}
