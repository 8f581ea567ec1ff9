import { useMutation, useQuery } from '@tanstack/react-query'
import { App, Button, Checkbox, Input, Select } from 'antd'
import { useId, useState } from 'react'
import { orpc } from '#renderer/api/client.ts'
import { Card } from '#renderer/ui/Card.tsx'
import { ErrorBlock } from '#renderer/ui/ErrorBlock.tsx'
import type { ErasurePreview } from '#shared/members/erasure-schema.ts'

/** 去除个人信息: whom, what would go, what would stay, and the name typed by hand before it goes. */
export function ErasureCard() {
  const id = useId()
  const [personId, setPersonId] = useState<string | null>(null)
  const people = useQuery(orpc.members.erasable.queryOptions({ input: {} }))
  const preview = useQuery({
    ...orpc.members.previewErasure.queryOptions({ input: { id: personId ?? '' } }),
    enabled: personId !== null,
  })
  return (
    <Card title="去除个人信息" note="已离开的同志，不再需要的个人信息应当去除">
      <label htmlFor={id} className="lock-label">
        人员
      </label>
      <Select
        id={id}
        showSearch={{ optionFilterProp: 'label' }}
        allowClear
        placeholder="选择人员，已离开的在前"
        style={{ width: '100%' }}
        value={personId}
        onChange={(value) => setPersonId(value ?? null)}
        options={(people.data ?? []).map((one) => ({ value: one.id, label: one.hasLeft ? `${one.name}（已离开）` : one.name }))}
        notFoundContent="名单上还没有人"
      />
      {preview.isError && <ErrorBlock inline error={preview.error} />}
      {personId !== null && preview.data && <ErasureForm key={personId} id={personId} preview={preview.data} />}
    </Card>
  )
}

function ErasureForm({ id, preview }: { readonly id: string; readonly preview: ErasurePreview }) {
  const nameId = useId()
  const { message } = App.useApp()
  const [confirmedName, setConfirmedName] = useState('')
  const [rename, setRename] = useState(false)
  const [sealedTexts, setSealedTexts] = useState(false)
  const [evenIfMember, setEvenIfMember] = useState(false)
  const erase = useMutation(
    orpc.members.erase.mutationOptions({
      onSuccess: () => {
        setConfirmedName('')
        void message.success('已去除个人信息')
      },
    }),
  )
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        erase.mutate({ id, confirmedName, rename, sealedTexts, evenIfMember })
      }}
    >
      <dl className="erasure">
        <dt>将去除</dt>
        <dd>
          {preview.fields.length === 0 ? '没有登记个人信息' : preview.fields.join('、')}
          {preview.historyEntries > 0 && `；${preview.historyEntries} 条修改记录里的内容（条目本身保留，自检仍能通过）`}
        </dd>
        <dt>不受影响</dt>
        <dd>人员类别、入党和转正日期、组织关系、党小组和职务、应到实到、表决、学时、各种统计表。按年龄的统计不再计入此人。</dd>
        {preview.mentions > 0 && (
          <>
            <dt>仍会出现</dt>
            <dd>有 {preview.mentions} 次会议的文字里写着这个姓名（主持人、记录人、发言等），不会改动。</dd>
          </>
        )}
        <dt>不能去除</dt>
        <dd>
          {preview.backups > 0 && `数据文件夹里的 ${preview.backups} 份备份、`}
          以前备份到别处的和已经报送的材料，里面还有这些信息，请自行清理。
        </dd>
      </dl>
      {preview.erasedAt !== null && <p className="small soft">这名同志的个人信息以前去除过。</p>}
      <div className="erasure-choices">
        <Checkbox checked={rename} onChange={({ target }) => setRename(target.checked)}>
          姓名也换成“{preview.replacement}”（名单、出席情况、记录里的参加人共 {preview.namedRows} 处）
        </Checkbox>
        {preview.sealedRecords > 0 && (
          <Checkbox checked={sealedTexts} onChange={({ target }) => setSealedTexts(target.checked)}>
            同时去除 {preview.sealedRecords} 条记录里不公开的内容（谈话内容等），登记保留
          </Checkbox>
        )}
        {!preview.hasLeft && (
          <>
            <p className="secrecy-notice">这名同志还在党员名单内。一般在离开以后再去除；去除后花名册上的这些栏目就空了。</p>
            <Checkbox checked={evenIfMember} onChange={({ target }) => setEvenIfMember(target.checked)}>
              仍要去除
            </Checkbox>
          </>
        )}
      </div>
      <label htmlFor={nameId} className="lock-label">
        去除后不能撤销。请输入姓名“{preview.name}”确认
      </label>
      <Input
        id={nameId}
        value={confirmedName}
        maxLength={60}
        autoComplete="off"
        onChange={({ target }) => setConfirmedName(target.value)}
      />
      {erase.isError && <ErrorBlock inline error={erase.error} />}
      <p>
        <Button danger htmlType="submit" loading={erase.isPending} disabled={confirmedName.trim() === ''}>
          去除个人信息
        </Button>
      </p>
    </form>
  )
}
