import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { chineseDate } from '#shared/kernel/dates.ts'
import { resourcesFolder } from '../../platform/resources.ts'
import type { BagFacts, BagTagFile } from '../bag/bag-plan.ts'

/**
 * `校验说明.txt`: how anybody checks the pack without this program. Line ends as the editors of Windows want them.
 *
 * @param index the file in `data` to open first
 */
export function guideFile({ name, files, octets }: BagFacts, madeOn: string, index: string): BagTagFile {
  const path = '校验说明.txt'
  const values: Record<string, string> = { name, files: String(files), octets: String(octets), date: chineseDate(madeOn), index }
  const text = readFileSync(join(resourcesFolder(), 'packs', path), 'utf8')
  const content = text.replace(/\{\{(\w+)\}\}/g, (_, key: string) => values[key] ?? '').replace(/\r?\n/g, '\r\n')
  return { path, content }
}
