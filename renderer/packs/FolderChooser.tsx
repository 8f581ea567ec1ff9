import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { orpc } from '#renderer/api/client.ts'
import { ErrorBlock } from '#renderer/ui/ErrorBlock.tsx'
import { octetsText } from '#shared/kernel/octets.ts'
import { fileSystemName } from '#shared/packs/file-systems.ts'
import type { ExportTarget } from '#shared/packs/schema.ts'

/** A folder the user has opened, from a listed drive inwards. */
export interface ChosenFolder extends ExportTarget {
  readonly isPack?: boolean
}

/** Sticks come and go, and other programs make folders: a list is never older than a few seconds. */
const asItIsNow = { staleTime: 0, refetchInterval: 4_000 }

interface FolderChooserProps {
  /** 保存到, 材料包所在: what the folder is chosen for. */
  readonly label: string
  /** Opened folders, outermost first; the last is the choice. */
  readonly path: readonly ChosenFolder[]
  readonly onChange: (path: readonly ChosenFolder[]) => void
}

/** Chooses a folder among the drives and usual folders that the main process lists; nothing is typed. */
export function FolderChooser({ label, path, onChange }: FolderChooserProps) {
  const current = path.at(-1)
  return (
    <div className="folder-chooser" role="group" aria-label={label}>
      <nav className="folder-path" aria-label={`${label}：当前位置`}>
        <button type="button" className="link-button" onClick={() => onChange([])}>
          本机和 U 盘
        </button>
        {path.map((folder, index) => (
          <span key={folder.id}>
            <span className="faint"> › </span>
            <button type="button" className="link-button" onClick={() => onChange(path.slice(0, index + 1))}>
              {folder.label}
            </button>
          </span>
        ))}
      </nav>
      {current ? (
        <Inside folder={current} parent={path.at(-2)} onOpen={(next) => onChange([...path, next])} />
      ) : (
        <Start onOpen={(next) => onChange([next])} />
      )}
    </div>
  )
}

interface OpenProps {
  readonly onOpen: (folder: ChosenFolder) => void
}

/** Removable drives first, then the usual folders. */
function Start({ onOpen }: OpenProps) {
  const targets = useQuery(orpc.packs.targets.queryOptions({ input: {}, ...asItIsNow }))
  if (targets.isError) return <ErrorBlock inline error={targets.error} onRetry={() => void targets.refetch()} />
  const rank = (target: ExportTarget) => (target.kind === 'removable' ? 0 : 1)
  const sorted = (targets.data ?? []).toSorted((a, b) => rank(a) - rank(b))
  return (
    <>
      {targets.data && !sorted.some((target) => target.kind === 'removable') && (
        <p className="small faint folder-hint">没有看到 U 盘；插入后几秒内会列在这里。</p>
      )}
      <ul className="folder-list">
        {sorted.map((target) => (
          <FolderRow key={target.id} folder={target} note={target.kind === 'removable' ? 'U 盘' : ''} onOpen={onOpen} />
        ))}
      </ul>
    </>
  )
}

const isArchive = ({ label }: ChosenFolder) => /\.zip$/i.test(label)

/** An archive may be anything; whether it is a pack is seen when it is opened. */
const packNote = (folder: ChosenFolder) => (folder.isPack ? (isArchive(folder) ? '压缩文件' : '材料包') : '')

/** The folder as it is by now: what was free when it was opened is less after an export. */
function useFresh(folder: ChosenFolder, parent: ChosenFolder | undefined): ChosenFolder {
  const top = useQuery(orpc.packs.targets.queryOptions({ input: {}, enabled: parent === undefined, ...asItIsNow }))
  const inside = orpc.packs.browse.queryOptions({ input: { targetId: parent?.id ?? '' }, ...asItIsNow })
  const beside = useQuery({ ...inside, enabled: parent !== undefined })
  return (parent ? beside.data : top.data)?.find(({ id }) => id === folder.id) ?? folder
}

function Inside({
  folder: opened,
  parent,
  onOpen,
}: OpenProps & { readonly folder: ChosenFolder; readonly parent: ChosenFolder | undefined }) {
  const folder = useFresh(opened, parent)
  const inside = useQuery(
    orpc.packs.browse.queryOptions({ input: { targetId: folder.id }, enabled: folder.isPack !== true, ...asItIsNow }),
  )
  if (folder.isPack && isArchive(folder)) return <p className="small soft folder-hint">压缩文件：是不是材料包，打开时再核对</p>
  if (folder.isPack) return <p className="small good folder-hint">✓ 这是一份材料包</p>
  if (inside.isError) return <ErrorBlock inline error={inside.error} onRetry={() => void inside.refetch()} />
  return (
    <>
      <p className="small faint folder-hint">
        {folder.path}　剩余 {octetsText(folder.freeOctets)}
        {!folder.isWritable && '　不能写入'}
      </p>
      <ul className="folder-list">
        {(inside.data ?? []).map((child) => (
          <FolderRow key={child.id} folder={child} note={packNote(child)} onOpen={onOpen} />
        ))}
        {inside.data?.length === 0 && <li className="small faint">里面没有文件夹</li>}
      </ul>
    </>
  )
}

function FolderRow({ folder, note, onOpen }: OpenProps & { readonly folder: ChosenFolder; readonly note: string }) {
  return (
    <li>
      <Button type="text" className="folder-row" onClick={() => onOpen(folder)}>
        <span className="folder-name">{folder.label}</span>
        {note !== '' && <span className={`pill ${folder.isPack ? 'state-done' : 'state-open'}`}>{note}</span>}
        {folder.isPack !== true && (
          <span className="small faint push">
            {folder.fileSystem && `${fileSystemName(folder.fileSystem)}　`}剩余 {octetsText(folder.freeOctets)}
          </span>
        )}
      </Button>
    </li>
  )
}
