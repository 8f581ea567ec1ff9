import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { type BagTree, folderTree } from '../verify/bag-tree.ts'
import { type OpenedZip, openZipTree } from './zip-tree.ts'

/** A pack by its path: a folder, or a ZIP file of one. @throws AppError CANCELLED; the system's error when nothing is there */
export async function openPackTree(path: string, signal?: AbortSignal): Promise<OpenedZip> {
  if (!(await stat(path)).isDirectory()) return await openZipTree(path, signal)
  const tree: BagTree = folderTree(path)
  return { tree, name: basename(path), close: async () => undefined }
}
