import { absenceReasonNames, purposeNames } from '#shared/activities/labels.ts'
import type { Activity } from '#shared/activities/schema.ts'
import { chineseDateWithWeekday } from '#shared/kernel/dates.ts'
import { fromPlanned, plannedVoteNames } from './prepare-model.ts'

/** What is arranged beforehand, as the notice says it. */
export function PlannedFacts({ activity }: { readonly activity: Activity }) {
  const { agenda, absentees, purpose } = fromPlanned(activity)
  const { startTime, endTime, place, chair, recorder } = activity
  const [part] = activity.parts
  return (
    <dl className="planned-facts">
      <dt>类型</dt>
      <dd>
        {purposeNames[purpose]}
        {part?.groupName && `（${part.groupName}）`}
      </dd>
      <dt>时间</dt>
      <dd>
        {chineseDateWithWeekday(activity.date)} {startTime ?? ''}
        {endTime ? `—${endTime}` : ''}
        {!startTime && <span className="soft">　时间未填</span>}
      </dd>
      <dt>地点</dt>
      <dd>{place === '' ? <span className="soft">未填</span> : place}</dd>
      <dt>主持、记录</dt>
      <dd>
        {chair?.name ?? '未定'}、{recorder?.name ?? '未定'}
      </dd>
      <dt>议题</dt>
      <dd>
        {agenda.length === 0 && <span className="soft">未定</span>}
        <ol>
          {agenda.map((line) => (
            <li key={line.key}>
              {line.title}
              {line.vote !== 'none' && <span className="pill state-quiet">{plannedVoteNames[line.vote]}</span>}
            </li>
          ))}
        </ol>
      </dd>
      <dt>应到</dt>
      <dd>
        {part?.counts.due ?? 0}人
        {absentees.length > 0 &&
          `，请假${absentees.length}人：${absentees.map(({ name, reason }) => `${name}（${absenceReasonNames[reason]}）`).join('、')}`}
      </dd>
    </dl>
  )
}
