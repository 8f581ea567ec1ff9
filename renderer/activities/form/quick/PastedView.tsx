import type { PastedMinutes } from '#shared/activities/entry/pasted-minutes.ts'
import { absenceReasonNames } from '#shared/activities/labels.ts'
import { chineseDateWithWeekday } from '#shared/kernel/dates.ts'
import { chineseOrdinal } from '#shared/kernel/text.ts'
import { inviteeLabel } from '../invitees.ts'

interface PastedViewProps {
  readonly read: PastedMinutes
  readonly isEmpty: boolean
  readonly names: readonly string[]
}

const person = (mention: PastedMinutes['chair']) => (mention ? `${mention.name}${mention.post ? `（${mention.post}）` : ''}` : '')

/** What was recognised, in the order of the form; names that the roster does not have are marked. */
export function PastedView({ read, isEmpty, names }: PastedViewProps) {
  if (isEmpty) return <p className="soft paste-view">粘贴后，这里列出认出的时间、地点、人员和各项议题。</p>
  const time = [read.startTime, read.endTime].filter(Boolean).join('—')
  const lines: readonly (readonly [string, string])[] = [
    ['名称', read.title],
    ['时间', [read.date ? chineseDateWithWeekday(read.date) : '', time].filter(Boolean).join(' ')],
    ['地点', read.place],
    ['主持人', person(read.chair)],
    ['记录人', person(read.recorder)],
    ['授课人', person(read.lecturer)],
    ['主题', read.topic],
    ['人数', read.counts ? `应到${read.counts.due}，实到${read.counts.present}（只供核对，人数按名单计算）` : ''],
    [
      '缺席',
      read.absentees
        .map(({ name, reason, note }) => `${name}（${absenceReasonNames[reason]}${note ? `，${note}` : ''}）`)
        .join('、'),
    ],
    ['列席', read.invitees.map(inviteeLabel).join('、')],
    ['开场', read.opening ? `以应到、实到人数开头${read.opening.speaker ? `（${read.opening.speaker}）` : ''}` : ''],
  ]
  const shown = lines.filter(([, value]) => value !== '')
  return (
    <div className="paste-view" aria-label="认出的内容" role="region">
      <dl>
        {shown.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {read.agenda.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: what is shown is read anew as a whole
        <section key={index}>
          <b>
            {chineseOrdinal(index + 1)}、{item.title || '（没有标题）'}
          </b>
          {item.blocks.map((block, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: what is shown is read anew as a whole
            <p key={place}>
              {block.speaker !== null && (
                <span
                  className={names.includes(block.speaker) ? 'good' : 'amber'}
                  title={names.includes(block.speaker) ? '在名单里' : '不在当天名单里'}
                >
                  {block.speaker}
                  {block.role && `（${block.role}）`}：
                </span>
              )}
              {block.text.slice(0, 160)}
              {block.text.length > 160 && '…'}
            </p>
          ))}
        </section>
      ))}
      {read.resolutions.length > 0 && <b>决议（议定事项）</b>}
      {read.resolutions.map((text, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: what is shown is read anew as a whole
        <p key={index}>
          {chineseOrdinal(index + 1)}、{text}
        </p>
      ))}
      {read.closing !== '' && (
        <>
          <b>主持人小结</b>
          <p>{read.closing}</p>
        </>
      )}
      {read.rest.length > 0 && (
        <>
          <b className="amber">没有归到任何一项（不会带入，请自行处理）</b>
          {read.rest.map((text, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: what is shown is read anew as a whole
            <p key={index}>{text}</p>
          ))}
        </>
      )}
    </div>
  )
}
