import { Button } from 'antd'
import { Card } from '#renderer/ui/Card.tsx'
import { chineseMonthDay, isPlainDate } from '#shared/kernel/dates.ts'
import { usePart } from '../context.ts'
import { resolutionFieldId } from '../fields.ts'
import { focusSoon } from '../focus.ts'
import { addResolution } from '../sections/ResolutionsSection.tsx'
import type { FormStore } from '../store.ts'

/** 会后落实: what was decided with an owner or a date, which somebody has to see through. */
export function FollowUpCard({ store }: { readonly store: FormStore }) {
  const resolutions = usePart((part) => part.resolutions)
  const assigned = resolutions.filter((row) => row.owner.trim() !== '' || row.dueOn !== null)
  return (
    <Card title="会后落实" className="side-card">
      {assigned.length === 0 && <p className="small faint">写明责任人或完成时限的决议列在这里。</p>}
      <ul className="checklist">
        {assigned.map((row) => (
          <li key={row.key}>
            <button type="button" className="check-line check-look" onClick={() => focusSoon(resolutionFieldId(row.key))}>
              <span className="check-sign" aria-hidden="true">
                ●
              </span>
              <span>
                {row.text.trim() === '' ? '（未写内容）' : row.text}
                <span className="faint small follow-up-who">
                  {row.owner}
                  {row.dueOn !== null && isPlainDate(row.dueOn) ? `　${chineseMonthDay(row.dueOn)}前` : ''}
                </span>
              </span>
            </button>
          </li>
        ))}
      </ul>
      <Button size="small" onClick={() => addResolution(store)}>
        ＋ 议定事项
      </Button>
    </Card>
  )
}
