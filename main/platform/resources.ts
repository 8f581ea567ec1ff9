import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * The folder `resources`: beside the sources in development and tests, two levels above the bundle otherwise, and
 * outside the asar in a packaged program.
 */
export function resourcesFolder(): string {
  const packaged = process.env['BRANCH_HANDBOOK_RESOURCES']
  if (packaged) return packaged
  let folder = dirname(fileURLToPath(import.meta.url))
  for (let level = 0; level < 6; level++) {
    if (existsSync(join(folder, 'resources', 'rules.json'))) return join(folder, 'resources')
    folder = dirname(folder)
  }
  throw new Error('the folder "resources" is missing from this installation')
}
