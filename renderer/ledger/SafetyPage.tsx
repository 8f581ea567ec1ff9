import { useQuery } from '@tanstack/react-query'
import { orpc } from '#renderer/api/client.ts'
import { Card } from '#renderer/ui/Card.tsx'
import { PageHeader } from '#renderer/ui/PageHeader.tsx'
import { CheckCard } from './CheckCard.tsx'
import { OutsideBackupCard } from './OutsideBackupCard.tsx'
import { OutsideRestore } from './OutsideRestore.tsx'
import { RestoreList } from './RestoreList.tsx'
import { DataFolder } from './StartScreen.tsx'
import { warningWords } from './words.ts'
import './safety.css'

/** 备份与自检: a backup elsewhere, the self-check, and the way back. */
export function SafetyPage() {
  const status = useQuery(orpc.ledger.status.queryOptions({ input: {} }))
  return (
    <>
      <PageHeader title="备份与自检" />
      {status.data?.warnings.map((warning) => (
        <p key={warning} className="secrecy-notice page-warning" role="alert">
          {warningWords[warning]}
        </p>
      ))}
      {status.data && status.data.warnings.length > 0 && <DataFolder directory={status.data.directory} />}
      <div className="safety-columns">
        <OutsideBackupCard />
        <CheckCard />
        <Card title="自动备份" note="每次关闭、升级、导入和恢复前自动保留">
          <RestoreList />
        </Card>
        <Card title="从 U 盘或其他磁盘恢复">
          <OutsideRestore />
        </Card>
      </div>
    </>
  )
}
