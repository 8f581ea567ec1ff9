import { useMutation, useQuery } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { useId } from 'react'
import { Link } from 'wouter'
import { client, orpc } from '#renderer/api/client.ts'
import { attachmentUrl, uploadFile } from '#renderer/api/files.ts'
import { ErrorBlock } from '#renderer/ui/ErrorBlock.tsx'
import { chineseDate } from '#shared/kernel/dates.ts'
import type { EvidenceItem, Rating, RatingLine } from '#shared/rating/contract.ts'

const words = ({ date, kindName, title }: Pick<EvidenceItem, 'date' | 'kindName' | 'title'>) =>
  [date ? chineseDate(date) : '', kindName, title].filter((part) => part !== '').join(' ')

function EvidenceLink({ id, type, title }: EvidenceItem) {
  if (type === 'attachment')
    return (
      <a href={attachmentUrl(id)} target="_blank" rel="noreferrer">
        {title}
      </a>
    )
  return <Link href={`/${type === 'activity' ? 'activities' : 'records'}/${id}`}>{title}</Link>
}

/** What proves an indicator: taken off or added one by one; a file may be added as well. */
export function EvidenceList({ rating, line }: { readonly rating: Rating; readonly line: RatingLine }) {
  const fileId = useId()
  const { year, revision } = rating
  const { code } = line
  const candidates = useQuery(orpc.rating.candidates.queryOptions({ input: { year, code } }))
  const choose = useMutation({
    mutationFn: (input: { readonly item: Pick<EvidenceItem, 'id' | 'type'>; readonly isUsed: boolean }) =>
      client.rating.chooseEvidence({
        year,
        revision,
        code,
        evidence: { type: input.item.type, id: input.item.id },
        isUsed: input.isUsed,
      }),
  })
  const add = useMutation({
    mutationFn: async (file: File) => client.rating.addFile({ year, revision, code, file: (await uploadFile(file)).token }),
  })
  const used = new Set(line.records.map(({ id }) => id))
  const open = (candidates.data ?? []).filter(({ id }) => !used.has(id))
  const optionsOf = (isSuggested: boolean) =>
    open.filter((each) => each.isSuggested === isSuggested).map((each) => ({ value: each.id, label: words(each) }))
  const groups = [
    { label: '属于可作依据的材料', options: optionsOf(true) },
    { label: '其他记录和附件', options: optionsOf(false) },
  ].filter(({ options }) => options.length > 0)
  const isBusy = choose.isPending || add.isPending
  return (
    <section aria-label="依据">
      {line.records.length === 0 && <p className="soft">还没有依据。</p>}
      <ul className="rating-records">
        {line.records.map((record) => (
          <li key={record.id}>
            <span className="faint">{record.date ? chineseDate(record.date) : record.kindName}</span> <EvidenceLink {...record} />
            {record.isPinned && <span className="small faint"> 人工添加</span>}
            <Button
              size="small"
              type="text"
              disabled={isBusy}
              aria-label={`取下${record.title}`}
              onClick={() => choose.mutate({ item: record, isUsed: false })}
            >
              取下
            </Button>
          </li>
        ))}
        {line.documents.map(({ name, link }) => (
          <li key={name}>
            <Link href={link}>{name}</Link> <span className="small faint">由程序按登记生成</span>
          </li>
        ))}
      </ul>
      <div className="rating-add">
        <Select
          aria-label="从记录中添加依据"
          placeholder="从记录和附件中添加依据"
          showSearch={{ optionFilterProp: 'label' }}
          value={null}
          loading={candidates.isPending}
          disabled={isBusy}
          options={groups}
          notFoundContent="没有可添加的记录"
          onChange={(id: string | null) => {
            const item = open.find((each) => each.id === id)
            if (item) choose.mutate({ item, isUsed: true })
          }}
        />
        <label htmlFor={fileId} className="dossier-add-file">
          {add.isPending ? '正在读取…' : '添加文件'}
          <input
            id={fileId}
            type="file"
            className="screen-reader-only"
            disabled={isBusy}
            onChange={({ target }) => {
              const [file] = target.files ?? []
              target.value = ''
              if (file) add.mutate(file)
            }}
          />
        </label>
      </div>
      {choose.isError && <ErrorBlock inline error={choose.error} />}
      {add.isError && <ErrorBlock inline error={add.error} />}
    </section>
  )
}
