import { useMutation } from '@tanstack/react-query'
import { App, Button, Input, Select } from 'antd'
import { useState } from 'react'
import './elections.css'
import { client } from '#renderer/api/client.ts'
import { Card } from '#renderer/ui/Card.tsx'
import { ErrorBlock } from '#renderer/ui/ErrorBlock.tsx'
import type { PostsOffer } from '#shared/elections/posts-offer.ts'
import { chineseDate, plusDays } from '#shared/kernel/dates.ts'
import { postNames } from '#shared/members/labels.ts'
import { committeePosts } from '#shared/members/roster.ts'

interface PostsCardProps {
  readonly id: string
  readonly offer: PostsOffer
}

const options = committeePosts.map((post) => ({ value: post, label: postNames[post] }))

/** Old posts end, new ones begin; who does what is decided here, and nothing changes before the button. */
export function PostsCard({ id, offer }: PostsCardProps) {
  const [begins, setBegins] = useState(offer.begins)
  const { message } = App.useApp()
  const apply = useMutation({
    mutationFn: () =>
      client.elections.applyPosts({
        id,
        from: offer.from,
        begins: begins.map(({ personId, post, title }) => ({ personId, post, title: post === 'otherCommissioner' ? title : '' })),
      }),
    onSuccess: () => void message.success('党员名册的任职已更新'),
  })
  const change = (personId: string, patch: Partial<(typeof begins)[number]>) =>
    setBegins((all) => all.map((each) => (each.personId === personId ? { ...each, ...patch } : each)))
  return (
    <Card title="新一届任职" note="确认后才改党员名册">
      {offer.ends.length > 0 && (
        <p className="small soft">
          {chineseDate(plusDays(offer.from, -1))}止：{offer.ends.map(({ name, title }) => `${name}（${title}）`).join('、')}
        </p>
      )}
      <p className="small soft">{chineseDate(offer.from)}起：</p>
      {begins.map(({ personId, name, post, title }) => (
        <div key={personId} className="election-post">
          <span>{name}</span>
          <Select
            aria-label={`${name}的职务`}
            value={post}
            options={options}
            style={{ width: '9em' }}
            onChange={(next) => change(personId, { post: next })}
          />
          {post === 'otherCommissioner' && (
            <Input
              aria-label={`${name}的职务名称`}
              value={title}
              maxLength={40}
              style={{ width: '9em' }}
              onChange={({ target }) => change(personId, { title: target.value })}
            />
          )}
        </div>
      ))}
      {offer.ends.length > 0 && !begins.some(({ post }) => post === 'branchSecretary') && (
        <p className="small bad">还没有书记：支部委员会选举书记后，把那次会议的选举也采用；或者在上面把当选的书记选好，再更新。</p>
      )}
      {offer.unknown.length > 0 && <p className="small">当选人不在当天的党员名册上：{offer.unknown.join('、')}，请先核对姓名。</p>}
      <Button loading={apply.isPending} onClick={() => apply.mutate()}>
        更新党员名册的任职
      </Button>
      {apply.isError && <ErrorBlock inline error={apply.error} />}
    </Card>
  )
}
