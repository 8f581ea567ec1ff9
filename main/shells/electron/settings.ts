import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { writeFileDurably } from '../../platform/files/durable.ts'
import { windowStateSchema } from './window-state.ts'

const settingsSchema = z.object({
  window: windowStateSchema.nullable().catch(null),
  /** The 数据文件夹 chosen on this machine; null: the usual one. */
  ledger: z.string().min(1).nullable().catch(null),
})
export type Settings = z.infer<typeof settingsSchema>

/** What this machine remembers outside of the ledger. Damaged or missing, it is as new: nothing in it is a record. */
export interface SettingsFile {
  read(): Settings
  change(part: Partial<Settings>): void
}

export function openSettings(file: string): SettingsFile {
  const read = (): Settings => {
    try {
      return settingsSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
    } catch {
      return { window: null, ledger: null }
    }
  }
  return {
    read,
    change: (part) => writeFileDurably(file, `${JSON.stringify({ ...read(), ...part }, null, 2)}\n`),
  }
}
