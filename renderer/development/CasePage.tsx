import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { Link, useLocation, useParams } from 'wouter'
import { orpc } from '#renderer/api/client.ts'
import { useToday } from '#renderer/api/session.ts'
import { PaperButtons } from '#renderer/documents/PaperButtons.tsx'
import { prepareLink } from '#renderer/obligations/rule-links.ts'
import { Card } from '#renderer/ui/Card.tsx'
import { ErrorBlock } from '#renderer/ui/ErrorBlock.tsx'
import { PageHeader } from '#renderer/ui/PageHeader.tsx'
import type { Stage } from '#shared/development/case.ts'
import { chineseDate } from '#shared/kernel/dates.ts'
import './development.css'
import { FactsCard } from './FactsCard.tsx'
import { OfferCard } from './OfferCard.tsx'
import { TextCard } from './TextCard.tsx'
import { Timeline } from './Timeline.tsx'
import { VotesCard } from './VotesCard.tsx'
import { stageNames } from './words.ts'

/** The general meeting that comes next for the person, with its item and its ballot; null: none does. */
function discussionLink(stage: Stage, name: string): string | null {
  const topics: Partial<Record<Stage, readonly [string, string]>> = {
    developmentTarget: [`讨论接收${name}同志为预备党员`, 'admission'],
    probationaryMember: [`讨论${name}同志预备党员转正`, 'conversion'],
  }
  const [topic, vote] = topics[stage] ?? []
  return topic === undefined ? null : prepareLink({ purpose: 'generalMeeting', topic, vote })
}

/** One person on the way into the Party: the line of time, the votes, the text to copy, the roster. */
export default function CasePage() {
  const { id } = useParams<{ id: string }>()
  const [, go] = useLocation()
  const today = useToday()
  const found = useQuery(orpc.development.case.queryOptions({ input: { id } }))
  if (found.isError) return <ErrorBlock error={found.error} onRetry={() => void found.refetch()} />
  if (!found.data) return <p className="soft">正在读取…</p>
  const { record, name, stage, steps, findings, examinationDue, probationEnd, votes, mentions, texts, offer } = found.data
  const meeting = discussionLink(stage, name)
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
            {meeting && <Button onClick={() => go(meeting)}>准备讨论的大会</Button>}
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
            {examinationDue !== null && (
              <p className={examinationDue < today ? 'bad' : 'soft'}>
                下一次半年考察：{chineseDate(examinationDue)}前
                {examinationDue < today && '，已过期限。考察后在“培养考察经过”里记一行。'}
              </p>
            )}
            <p className="small soft">
              {probationEnd !== null && `预备期${chineseDate(probationEnd)}满（从支部大会通过之日算起）。`}
              {people('mentor').length > 0 && `培养联系人：${people('mentor').join('、')}。`}
              {people('sponsor').length > 0 && `入党介绍人：${people('sponsor').join('、')}。`}
            </p>
          </Card>
          <FactsCard record={record} />
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
