import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { Link } from 'wouter'
import { orpc } from '#renderer/api/client.ts'
import { ErrorBlock } from '#renderer/ui/ErrorBlock.tsx'
import type { HandoverView } from '#shared/handover/schema.ts'
import { ListButtons } from './ListCard.tsx'

function Next({
  from,
  label,
  disabled = false,
}: {
  readonly from: 'open' | 'sign' | 'passphrase'
  readonly label: string
  readonly disabled?: boolean
}) {
  const advance = useMutation(orpc.handover.advance.mutationOptions())
  return (
    <>
      {advance.isError && <ErrorBlock inline error={advance.error} />}
      <p className="handover-next">
        <Button type="primary" disabled={disabled} loading={advance.isPending} onClick={() => advance.mutate({ from })}>
          {label}
        </Button>
      </p>
    </>
  )
}

/** Opened on the other computer and compared with the list. */
export function OpenStep({ view }: { readonly view: HandoverView }) {
  const { copied } = view.state
  return (
    <>
      <p>数据已复制并读回核对：</p>
      <p className="settings-path">{copied?.path}</p>
      <ol className="handover-list">
        <li>接收人在自己的电脑上安装支部手册，在欢迎页展开“从 U 盘上的备份恢复”，选择上面这个文件夹。</li>
        <li>设有口令的，移交人当面告诉现在的口令，打开后继续本页面的步骤；本页面会停在这一步。</li>
        <li>双方对照右边的清单，抽看几条记录和附件。</li>
      </ol>
      {view.differences.length === 0 ? (
        <p className="good">✓ 这台电脑上的数据与移交清单一致。</p>
      ) : (
        <div className="error-inline" role="alert">
          <p className="title">与移交清单不一致</p>
          {view.differences.map((text) => (
            <p key={text}>{text}</p>
          ))}
          <p className="soft">复制以后又有改动时，请在移交人的电脑上放弃这次移交，重新复制。</p>
        </div>
      )}
      <Next from="open" label="接收人已打开，核对一致" disabled={view.differences.length > 0} />
    </>
  )
}

/** The list is printed and signed by both. */
export function SignStep() {
  return (
    <>
      <p>打印移交清单，补填纸质资料，双方签字、写上日期，各留一份。签字页可以扫描后作为附件存入“其他工作记录”。</p>
      <ListButtons />
      <Next from="sign" label="双方已签字" />
    </>
  )
}

/** The new person sets a passphrase of their own. */
export function PassphraseStep({ view }: { readonly view: HandoverView }) {
  const hadOne = view.state.copied?.lockedSince != null
  return (
    <>
      <p>
        {hadOne
          ? '接收人更换口令后，旧口令和旧恢复码就打不开接收人电脑上的内容了。'
          : '移交的数据没有设口令。设置后，身份证号、电话和谈话内容加密存放；不设也可以办结。'}
      </p>
      {view.isPassphraseNew ? (
        <p className="good">{hadOne ? '✓ 已经换成新的口令。' : '✓ 已经设置口令。'}</p>
      ) : (
        <p>
          <Link href="/settings/lock">{hadOne ? '去更换口令' : '去设置口令'}</Link>
          <span className="small soft">，换好后回到这一页</span>
        </p>
      )}
      <p className="small soft">
        U 盘上的复制件和移交人电脑里的数据{hadOne ? '仍可用旧口令打开' : '没有口令也能打开'}，请移交人按单位规定清除。
      </p>
      <Next from="passphrase" label="办结移交" disabled={hadOne && !view.isPassphraseNew} />
    </>
  )
}

export function DoneStep({ view }: { readonly view: HandoverView }) {
  const begin = useMutation(orpc.handover.cancel.mutationOptions())
  const { from, to } = view.state.people
  return (
    <>
      <p className="good">
        ✓ {from}移交给{to}，已经办完。
      </p>
      <p className="soft">
        请在<Link href="/settings">设置</Link>里核对党支部信息，在<Link href="/members">党员名单</Link>里更新职务。
      </p>
      <p className="handover-next">
        <Button loading={begin.isPending} onClick={() => begin.mutate({})}>
          开始另一次移交
        </Button>
      </p>
    </>
  )
}
