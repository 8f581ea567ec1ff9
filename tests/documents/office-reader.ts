import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Whether LibreOffice is on this machine. */
export const hasOffice = (): boolean => spawnSync('soffice', ['--version'], { stdio: 'ignore' }).status === 0

/** Opens a file with LibreOffice and writes it in another format: an office program as independent reader. */
export function openedByOffice(content: Uint8Array, from: 'docx' | 'xlsx', to: 'pdf' | 'fodt' | 'fods'): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'office-reader-'))
  try {
    writeFileSync(join(folder, `document.${from}`), content)
    execFileSync(
      'soffice',
      [
        // A profile of its own: two programs at once would wait for each other.
        `-env:UserInstallation=file://${join(folder, 'profile')}`,
        '--headless',
        '--convert-to',
        to,
        '--outdir',
        folder,
        join(folder, `document.${from}`),
      ],
      { stdio: 'ignore', timeout: 180_000 },
    )
    return readFileSync(join(folder, `document.${to}`))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
