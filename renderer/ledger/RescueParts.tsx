import { OutsideRestore } from './OutsideRestore.tsx'
import { RestoreList } from './RestoreList.tsx'
import { SalvagePart } from './SalvagePart.tsx'

/** Restoring from the data folder's own backups or from elsewhere; the ledger that is there is kept. */
function RestoreParts() {
  return (
    <>
      <p className="small faint">现有的文件连同旁边的文件会原样保留在数据文件夹里。</p>
      <RestoreList />
      <details>
        <summary>从 U 盘或其他磁盘恢复</summary>
        <OutsideRestore />
      </details>
    </>
  )
}

const salvagePart = (
  <details>
    <summary>另存还能读出的内容</summary>
    <SalvagePart />
  </details>
)

/** Ways out for a ledger that cannot be read: its backups, and what can still be read of it. */
export function LostParts() {
  return (
    <>
      <h2>从备份恢复</h2>
      <RestoreParts />
      {salvagePart}
    </>
  )
}

/** Ways out for a sound ledger that could not be brought up to date: nothing is lost, so that a restore only comes last. */
export function UnmigratedParts() {
  return (
    <>
      {salvagePart}
      <details>
        <summary>没有原来版本的程序时：恢复较早的备份</summary>
        <p className="small soft">数据没有损坏，一般不需要恢复。恢复以后，那份备份之后的记录不会出现在数据里。</p>
        <RestoreParts />
      </details>
    </>
  )
}
