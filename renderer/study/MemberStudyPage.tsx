import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { Link, useLocation, useParams } from 'wouter'
import { client, orpc } from '#renderer/api/client.ts'
import { useYear } from '#renderer/api/session.ts'
import '#renderer/dossier/dossier.css'
import { MakeButton } from '#renderer/documents/MakeButton.tsx'
import { Card } from '#renderer/ui/Card.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { ErrorBlock } from '#renderer/ui/ErrorBlock.tsx'
import { PageHeader } from '#renderer/ui/PageHeader.tsx'
import { absenceReasonNames } from '#shared/activities/labels.ts'
import { missingStudy } from '#shared/documents/papers/member-study.ts'
import { cadreTargetText, hoursText, memberMissing, missingText, sourceHoursText } from '#shared/documents/tables/hour-table.ts'
import { chineseDate } from '#shared/kernel/dates.ts'
import { memberCategoryNames } from '#shared/members/labels.ts'
import type { MemberStudy } from '#shared/study/contract.ts'
import { memberSources, noTarget } from '#shared/study/hours.ts'
import { sourceNames } from '#shared/study/labels.ts'
import { HourEntries } from './HourDrawer.tsx'
import { makeUpAddress } from './MissedCard.tsx'

function Sums({ study }: { readonly study: MemberStudy }) {
  const { line } = study
  const cadreTarget = cadreTargetText(line)
  return (
    <table className="dossier-list">
      <thead>
        <tr>
          <th scope="col">目标</th>
          {memberSources.map((source) => (
            <th key={source} scope="col">
              {sourceNames[source]}
            </th>
          ))}
          <th scope="col">已有合计</th>
          <th scope="col">还差</th>
          <th scope="col">{sourceNames.cadre}</th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <td>{line.target ?? noTarget}</td>
          {memberSources.map((source) => (
            <td key={source}>{sourceHoursText(line.hours[source])}</td>
          ))}
          <td>{hoursText(line.total)}</td>
          <td>{line.target !== null && !study.showsShortfall ? '10月起显示' : missingText(memberMissing(study, line))}</td>
          <td>
            {cadreTarget === null ? sourceHoursText(line.hours.cadre) : hoursText(line.hours.cadre)}
            {cadreTarget !== null && <span className="soft">，目标{cadreTarget}</span>}
          </td>
        </tr>
      </tbody>
    </table>
  )
}

function Missed({ study }: { readonly study: MemberStudy }) {
  const [, go] = useLocation()
  if (study.missed.length === 0) return <p className="soft">没有缺席。</p>
  return (
    <table className="dossier-list">
      <thead>
        <tr>
          <th scope="col">日期</th>
          <th scope="col">学习</th>
          <th scope="col">原因</th>
          <th scope="col">补学</th>
        </tr>
      </thead>
      <tbody>
        {study.missed.map(({ sittingId, date, title, reason, madeUpIn }) => (
          <tr key={sittingId}>
            <td>{chineseDate(date)}</td>
            <td>
              <Link href={`/activities/${sittingId}`}>{title}</Link>
            </td>
            <td>{reason === null ? '' : absenceReasonNames[reason]}</td>
            <td>
              {madeUpIn === null ? (
                <Button size="small" onClick={() => go(makeUpAddress(sittingId, study.line.personId))}>
                  登记补学
                </Button>
              ) : (
                <Link href={`/records/${madeUpIn}`}>已补学</Link>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Attended({ entries }: { readonly entries: MemberStudy['attended'] }) {
  if (entries.length === 0) return <p className="soft">还没有。</p>
  return (
    <ul className="plain-list">
      {entries.map(({ recordId, date, title, hours }) => (
        <li key={recordId}>
          {chineseDate(date)} <Link href={`/activities/${recordId}`}>{title}</Link>
          <span className="soft">{hours === null ? '（没有填学时）' : ` ${hours}学时`}</span>
        </li>
      ))}
    </ul>
  )
}

/** 学习情况 of one member: hours wanted and done, what is missing, sessions attended and missed. */
export default function MemberStudyPage() {
  const year = useYear()
  const { id } = useParams<{ id: string }>()
  const [, go] = useLocation()
  const found = useQuery(orpc.study.member.queryOptions({ input: { year, personId: id } }))
  if (found.isError)
    return (
      <ErrorBlock
        error={found.error}
        onRetry={() => void found.refetch()}
        actions={<Button onClick={() => go('/study')}>返回学习教育</Button>}
      />
    )
  const study = found.data
  if (!study) return <p className="soft">正在读取…</p>
  const missing = missingStudy(study)
  const beside = study.line.entries.filter(({ isSitting }) => !isSitting)
  return (
    <>
      <PageHeader
        title={`${study.line.name}的学习情况`}
        note={
          <span className="soft">
            {memberCategoryNames[study.line.category]}，{year}年，截至{chineseDate(study.asOf)}
          </span>
        }
        actions={
          <>
            <Link href={`/members?id=${id}`}>党员信息</Link>
            <MakeButton label="打印" make={(options) => client.documents.makeMemberStudy({ year, personId: id, ...options })} />
            <Button onClick={() => go('/study')}>返回</Button>
          </>
        }
      />
      <div className="dossier-stack">
        <Card title="学时" note={missing.length === 0 ? '没有要补的' : ''}>
          {missing.length > 0 && (
            <p>
              <span className="pill state-missing">! 还需要</span> {missing.join('；')}
            </p>
          )}
          <Sums study={study} />
        </Card>
        <Card title="缺席的学习" note={`${study.missed.length}次`}>
          <Missed study={study} />
        </Card>
        <Card title="参加的学习" note={`${study.attended.length}次`}>
          <Attended entries={study.attended} />
        </Card>
        <Card title="培训、线上学习、补学和自学" note={`${beside.length}项`}>
          {beside.length === 0 ? <EmptyState title="还没有登记" /> : <HourEntries entries={beside} />}
        </Card>
      </div>
    </>
  )
}
