import { open } from 'node:fs/promises'

/**
 * Makes the names in a folder durable, without stopping the program for a slow stick. Windows cannot open a folder for
 * this and does it by itself; some file systems refuse it, which costs nothing that could be had otherwise.
 */
export async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync().catch((error: unknown) => {
      if (!(error instanceof Error && 'code' in error && error.code === 'EINVAL')) throw error
    })
  } finally {
    await handle.close()
  }
}
