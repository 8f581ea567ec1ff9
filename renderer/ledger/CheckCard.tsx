import { Button } from 'antd'
import { client } from '#renderer/api/client.ts'
import { useStream } from '#renderer/packs/useStream.ts'
import { Card } from '#renderer/ui/Card.tsx'
import { ErrorBlock } from '#renderer/ui/ErrorBlock.tsx'
import type { CheckResult, RepairResult } from '#shared/ledger/check-schema.ts'
import { LogLine } from './LogLine.tsx'
import { phaseText } from './words.ts'

/** The self-check: what was looked at, what was found, and a button for what can be repaired. */
export function CheckCard() {
  const check = useStream<CheckResult>()
  const repair = useStream<RepairResult>()
  const running = check.isRunning ? check : repair.isRunning ? repair : null
  const result = repair.result?.result ?? check.result
  const failure = repair.error ?? check.error
  const run = () => {
    repair.reset()
    check.start((signal) => client.ledger.check({}, { signal }))
  }
  return (
    <Card title="自检" note="数据库、修改记录、附件、搜索索引、备份">
      <div className="safety-actions">
        <Button loading={running !== null} onClick={run}>
          开始自检
        </Button>
        {running && <Button onClick={running.cancel}>取消</Button>}
        {!running && result?.findings.some(({ isRepairable }) => isRepairable) && (
          <Button onClick={() => repair.start((signal) => client.ledger.repair({}, { signal }))}>先备份，再修复能修复的</Button>
        )}
      </div>
      <LogLine />
      {running && <p aria-live="polite">{phaseText(running.progress?.phase)}…</p>}
      {Boolean(failure) && <ErrorBlock inline error={failure} />}
      {result && !running && (
        <div role="status">
          <p className={result.status === 'ok' ? 'good' : ''}>
            {result.status === 'ok' ? '✓ 没有发现问题' : '发现以下问题'}
            <span className="small faint">
              　记录 {result.checked.rows} 行，修改记录 {result.checked.historyEntries} 条，附件 {result.checked.attachments}{' '}
              个，备份 {result.checked.backups} 份
            </span>
          </p>
          <ul className="finding-list">
            {repair.result?.repaired.map((text) => (
              <li key={text} className="good">
                已修复：{text}
              </li>
            ))}
            {result.findings.map(({ text }) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </div>
      )}
    </Card>
  )
}
