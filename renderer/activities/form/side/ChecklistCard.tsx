import { useMemo } from 'react'
import { Card } from '#renderer/ui/Card.tsx'
import type { Finding } from '#shared/activities/schema.ts'
import { type CheckItem, checklist } from '../checklist.ts'
import { useForm, useFormStore } from '../context.ts'
import { agendaKeyOf, fieldOf, partIndexOf } from '../fields.ts'
import { focusSoon } from '../focus.ts'
import { useFindings } from '../useMeeting.ts'

const signs = { done: '✓', look: '!', open: '○' } as const
const words = { done: '已填', look: '需要看一下', open: '未填' } as const

/** 「定稿前还差」: a click leads to the field. */
export function ChecklistCard() {
  const store = useFormStore()
  const model = useForm((state) => state.model)
  const findings = useFindings()
  const items = useMemo(() => checklist(model, findings), [model, findings])

  const jump = (field: string, path: string, part = partIndexOf(path)) => {
    if (part !== null) store.getState().show(part)
    const key = agendaKeyOf(path, store.getState().model)
    if (key !== null) store.getState().fold(key, false)
    if (field !== '') focusSoon(field)
  }
  const remark = (finding: Finding, index: number, list: readonly Finding[]) => (
    <li key={`${finding.code}-${index}`}>
      <button
        type="button"
        className={`check-remark check-${finding.severity}`}
        onClick={() => jump(fieldOf(finding.path, model), finding.path)}
      >
        {finding.text}
        {namesSource(finding, list[index - 1]) && <span className="faint source">{finding.source}</span>}
      </button>
    </li>
  )
  return (
    <Card title="定稿前还差" className="side-card">
      <ul className="checklist">
        {items.map((item) => (
          <li key={item.id}>
            <CheckLine item={item} onJump={() => jump(item.field, '', item.part)} />
            {item.state !== 'done' && (
              <ul className="remarks">{item.findings.filter((finding) => finding.severity !== 'info').map(remark)}</ul>
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** A verdict names its article in its own words; of several remarks by one rule the first carries the article. */
function namesSource(finding: Finding, before: Finding | undefined): boolean {
  return finding.source !== '' && !finding.code.startsWith('VOTE_') && finding.source !== before?.source
}

function CheckLine({ item, onJump }: { readonly item: CheckItem; readonly onJump: () => void }) {
  return (
    <button type="button" className={`check-line check-${item.state}`} onClick={onJump}>
      <span className="check-sign" aria-hidden="true">
        {signs[item.state]}
      </span>
      <span>
        {item.label}
        {item.missing !== '' && <span className="faint small">：缺{item.missing}</span>}
        <span className="screen-reader-only">，{words[item.state]}</span>
      </span>
    </button>
  )
}
