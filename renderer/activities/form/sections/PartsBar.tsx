import { Button, Checkbox, Dropdown } from 'antd'
import { client } from '#renderer/api/client.ts'
import { purposeNames } from '#shared/activities/labels.ts'
import { type Purpose, purposes } from '#shared/activities/schema.ts'
import { isPlainDate } from '#shared/kernel/dates.ts'
import { useForm, useFormStore } from '../context.ts'
import { type FormModel, newPart } from '../model.ts'
import { partLabel } from '../parts.ts'

const most = 10

/** A name by the branch's habits; empty where none can be proposed (no day yet, or the ledger does not answer). */
async function proposedTitleOf(purpose: Purpose, model: FormModel): Promise<string> {
  if (!isPlainDate(model.date)) return ''
  try {
    return (await client.activities.propose({ purpose, date: model.date, groupId: null })).title
  } catch {
    return ''
  }
}

/** 本次还包括: the purposes a sitting carries; each has a name, an agenda and fields of its own. */
export function PartsBar() {
  const store = useFormStore()
  const parts = useForm((state) => state.model.parts)
  const shown = useForm((state) => state.shown)
  const isApart = useForm((state) => state.model.carried.isPrintedApart === true)
  const add = async (purpose: Purpose) => {
    const title = await proposedTitleOf(purpose, store.getState().model)
    store.getState().addPart(newPart({ purpose, title }))
  }
  const several = parts.length > 1
  return (
    <div className="parts-bar" role="group" aria-label="本次还包括">
      {several && (
        <>
          <b>本次会承载{parts.length}项</b>
          {parts.map((part, index) => (
            <button
              // biome-ignore lint/suspicious/noArrayIndexKey: a part is shown by its place, and a new one has no identity yet
              key={index}
              type="button"
              className="part-tab"
              aria-pressed={index === shown}
              title={part.title}
              onClick={() => store.getState().show(index)}
            >
              {partLabel(part)}
            </button>
          ))}
          <Button
            type="text"
            size="small"
            aria-label={`去掉${partLabel(parts[shown] ?? newPart({ purpose: 'generalMeeting' }))}这一项`}
            onClick={() => {
              const part = parts[shown]
              if (part) store.getState().removePart(shown, `已去掉${partLabel(part)}这一项`)
            }}
          >
            去掉这一项
          </Button>
        </>
      )}
      {parts.length < most && (
        <Dropdown
          trigger={['click']}
          menu={{
            items: purposes.map((purpose) => ({ key: purpose, label: purposeNames[purpose] })),
            onClick: ({ key }) => {
              const purpose = purposes.find((known) => known === key)
              if (purpose) void add(purpose)
            },
          }}
        >
          <Button type="link" size="small">
            ＋ 本次还包括
          </Button>
        </Dropdown>
      )}
      {several && (
        <Checkbox
          className="push"
          checked={isApart}
          onChange={(event) =>
            store.getState().edit((model) => ({ ...model, carried: { ...model.carried, isPrintedApart: event.target.checked } }))
          }
        >
          分别记录（每项各印一份）
        </Checkbox>
      )}
    </div>
  )
}
