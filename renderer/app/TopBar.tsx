import { SettingOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import { orpc } from '#renderer/api/client.ts'
import { BackupLine } from '#renderer/ledger/BackupLine.tsx'
import { LockButton } from '#renderer/lock/LockButton.tsx'
import { SearchBox } from '#renderer/search/SearchBox.tsx'
import { YearSwitch } from './YearSwitch.tsx'

/** Brand, whose handbook, which year; settings at the right. */
export function TopBar() {
  const branch = useQuery(orpc.branch.get.queryOptions({ input: {} }))
  return (
    <header className="frame-top">
      <Link href="/" className="frame-brand">
        <span className="frame-brand-mark" aria-hidden="true" />
        支部手册
      </Link>
      {branch.data && (
        <span className="frame-branch" title={branch.data.fullName}>
          {branch.data.shortName}
        </span>
      )}
      {branch.data?.isSample && (
        <span className="pill state-explained" title="编造的支部和人名，供试用；不能报送">
          示例
        </span>
      )}
      <YearSwitch />
      <SearchBox />
      <BackupLine />
      <LockButton />
      <Link href="/settings" className="frame-settings">
        <SettingOutlined aria-hidden="true" /> 设置
      </Link>
    </header>
  )
}
