import { useQuery } from '@tanstack/react-query'
import { Link, useLocation, useParams } from 'wouter'
import { orpc } from '#renderer/api/client.ts'
import { PaperButtons } from '#renderer/documents/PaperButtons.tsx'
import { Card } from '#renderer/ui/Card.tsx'
import { ErrorBlock } from '#renderer/ui/ErrorBlock.tsx'
import { PageHeader } from '#renderer/ui/PageHeader.tsx'
import { chineseDate } from '#shared/kernel/dates.ts'
import './development.css'
import { OfferCard } from './OfferCard.tsx'
import { TextCard } from './TextCard.tsx'
import { Timeline } from './Timeline.tsx'
import { VotesCard } from './VotesCard.tsx'
import { stageNames } from './words.ts'

/** One person on the way into the Party: the line of time, the votes, the text to copy, the roster. */
export default function CasePage() {
  const { id } = useParams<{ id: string }>()
  const [, go] = useLocation()
  const found = useQuery(orpc.development.case.queryOptions({ input: { id } }))
  if (found.isError) return <ErrorBlock error={found.error} onRetry={() => void found.refetch()} />
  if (!found.data) return <p className="soft">正在读取…</p>
  const { record, name, stage, steps, findings, examinationDue, probationEnd, votes, mentions, texts, offer } = found.data
  const people = (role: string) => record.people.filter((person) => person.role === role).map((person) => person.name)
  return (
    <>
      <PageHeader
        title={`${name}发展党员进程`}
        note={<span className="pill state-quiet">{stageNames[stage]}</span>}
        actions={
          <>
            <Link href="/development">全部</Link>
            <Link href={`/records/${id}/history`}>修改记录</Link>
            <PaperButtons
              id={id}
              papers={[
                { paper: 'admissionNotice', label: '打印接收公示' },
                { paper: 'conversionNotice', label: '打印转正公示' },
              ]}
            />
          </>
        }
        primary={{ label: '填写日期和情况', onClick: () => go(`/records/${id}`) }}
      />
      <div className="development-columns">
        <div>
          <Card title="时间线" note={record.recordNumber}>
            <Timeline steps={steps} />
            <p className="small soft">
              {probationEnd !== null && `预备期${chineseDate(probationEnd)}满（从支部大会通过之日算起）。`}
              {examinationDue !== null && `下一次半年考察：${chineseDate(examinationDue)}前。`}
              {people('mentor').length > 0 && `培养联系人：${people('mentor').join('、')}。`}
              {people('sponsor').length > 0 && `入党介绍人：${people('sponsor').join('、')}。`}
            </p>
          </Card>
          {findings.length > 0 && (
            <Card title="请核对" note="只指出，不拦着保存">
              <ul className="plain-list">
                {findings.map(({ text, source }) => (
                  <li key={text}>
                    {text}
                    {source !== '' && <span className="small faint">　{source}</span>}
                  </li>
                ))}
              </ul>
            </Card>
          )}
          {mentions.length > 0 && (
            <Card title="会议里的有关议题">
              <ul className="plain-list">
                {mentions.map(({ activityId, date, title, item }) => (
                  <li key={`${activityId} ${item}`}>
                    <Link href={`/activities/${activityId}`}>
                      {chineseDate(date)} {title}
                    </Link>
                    <span className="small soft">　{item}</span>
                  </li>
                ))}
              </ul>
            </Card>
          )}
        </div>
        <div>
          {offer && <OfferCard record={record} offer={offer} />}
          <VotesCard id={id} revision={record.revision} votes={votes} />
          {(stage === 'probationaryMember' || stage === 'formalMember') && (
            <TextCard title="转正决议文字" text={texts.conversion} />
          )}
          <TextCard title="接收决议文字" text={texts.admission} />
        </div>
      </div>
    </>
  )
}
