/** What is used of `package-lock.json`, version 3. */
export interface Lock {
  readonly packages: Readonly<Record<string, { readonly optionalDependencies?: Readonly<Record<string, string>> }>>
}

/** Where npm would look for `name` from the package at `path`, nearest first. */
function placesOf(path: string, name: string): string[] {
  const places: string[] = []
  for (let at = path; ; ) {
    places.push(at === '' ? `node_modules/${name}` : `${at}/node_modules/${name}`)
    if (at === '') return places
    const cut = at.lastIndexOf('/node_modules/')
    at = cut < 0 ? '' : at.slice(0, cut)
  }
}

/**
 * Optional dependencies of locked packages that have no entry of their own. npm drops a platform package without a word
 * when the registry lacks it, and then `npm ci` refuses the lock.
 */
export function missingFromLock(lock: Lock): string[] {
  return Object.entries(lock.packages).flatMap(([path, { optionalDependencies }]) =>
    Object.keys(optionalDependencies ?? {})
      .filter((name) => !placesOf(path, name).some((place) => place in lock.packages))
      .map((name) => `${path === '' ? 'package.json' : path}: ${name}`),
  )
}
