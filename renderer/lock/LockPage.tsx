import { PageHeader } from '#renderer/ui/PageHeader.tsx'
import { AccessCard } from './AccessCard.tsx'
import { EarlierBackupsCard } from './EarlierBackupsCard.tsx'
import { ErasureCard } from './ErasureCard.tsx'
import { HandoverNotice } from './HandoverNotice.tsx'
import { PassphraseCard } from './PassphraseCard.tsx'
import './lock.css'

/** 设置 › 口令与个人信息. */
export default function LockPage() {
  return (
    <>
      <PageHeader title="口令与个人信息" />
      <HandoverNotice />
      <div className="lock-columns">
        <div className="lock-column">
          <PassphraseCard />
          <EarlierBackupsCard />
        </div>
        <div className="lock-column">
          <ErasureCard />
          <AccessCard />
        </div>
      </div>
    </>
  )
}
