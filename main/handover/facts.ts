import { purposeNames } from '#shared/activities/labels.ts'
import { dossierKind } from '#shared/dossier/kinds/index.ts'
import type { HandoverFacts, HandoverLine } from '#shared/handover/schema.ts'
import { octetsText } from '#shared/kernel/octets.ts'
import { readBranch } from '../branch/read.ts'
import { ringEntries } from '../ledger/backup/manifest.ts'
import type { OpenLedger } from '../ledger/open-ledger.ts'
import { countByKind, countOthers, type KindCount } from './store.ts'

const years = ({ first, last }: KindCount) => (first === last ? `${first} 年度` : `${first}—${last} 年度`)

/** What is handed over, counted from the ledger as it is now. */
export function readFacts(ledger: OpenLedger): HandoverFacts {
  const { sittings, records } = countByKind(ledger.db)
  const others = countOthers(ledger.db)
  const line = (name: string, count: number, unit: string, note = ''): HandoverLine => ({ name, count, unit, note })
  const lines = [
    line('党员（含已离开的）', others.persons, '人'),
    line('党小组', others.groups, '个'),
    ...sittings.map((one) => line(purposeNames[one.kind as keyof typeof purposeNames], one.n, '次', years(one))),
    ...records.map((one) => line(dossierKind(one.kind).name, one.n, '条', years(one))),
    line('情况说明', others.explanations, '条'),
    line('达标创星自评', readBranch(ledger).settings.usesRating ? others.assessments : 0, '年度'),
    line('附件', others.attachments, '个', octetsText(others.attachmentOctets)),
    line('不公开的内容', others.sealedTexts, '条', ledger.vault.isSet ? '已加密，凭口令打开' : '没有设置口令'),
    line('回收站', others.binned, '条'),
  ].filter(({ count }) => count > 0)
  const { seq, hash } = ledger.history.head()
  return { lines, backups: ringEntries(ledger.directory).length, head: { deviceId: ledger.deviceId, seq, hash } }
}
