import { useMutation, useQuery } from '@tanstack/react-query'
import { App, Button, Steps } from 'antd'
import { orpc } from '#renderer/api/client.ts'
import { Card } from '#renderer/ui/Card.tsx'
import { ErrorBlock } from '#renderer/ui/ErrorBlock.tsx'
import { PageHeader } from '#renderer/ui/PageHeader.tsx'
import { handoverSteps } from '#shared/handover/schema.ts'
import { CopyStep } from './CopyStep.tsx'
import { DoneStep, OpenStep, PassphraseStep, SignStep } from './LaterSteps.tsx'
import { ListCard } from './ListCard.tsx'
import { PeopleStep } from './PeopleStep.tsx'
import './handover.css'

const titles = ['填写双方', '复制数据', '接收人核对', '双方签字', '旧口令作废']

/** 移交: leads through the steps, and remembers how far it is, also in the copy. */
export default function HandoverPage() {
  const { modal } = App.useApp()
  const view = useQuery(orpc.handover.view.queryOptions({ input: {} }))
  const cancel = useMutation(orpc.handover.cancel.mutationOptions())
  if (view.isError) return <ErrorBlock error={view.error} onRetry={() => void view.refetch()} />
  if (!view.data) return <p className="soft">正在清点…</p>
  const { state } = view.data
  const ask = () =>
    void modal.confirm({
      title: '放弃这次移交？',
      content: '已经复制出去的数据不受影响，请自行收回。',
      okText: '放弃',
      cancelText: '继续移交',
      onOk: () => cancel.mutate({}),
    })
  return (
    <>
      <PageHeader
        title="移交"
        note={<span className="soft">书记、组织委员更替时，把全部数据交给接手的同志</span>}
        actions={state.step !== 'prepare' && state.step !== 'done' && <Button onClick={ask}>放弃移交</Button>}
      />
      <Steps
        className="handover-steps"
        size="small"
        current={handoverSteps.indexOf(state.step)}
        items={titles.map((title) => ({ title }))}
      />
      <div className="lock-columns">
        <Card title={titles[handoverSteps.indexOf(state.step)] ?? '移交已办完'}>
          {state.step === 'prepare' && <PeopleStep people={state.people} />}
          {state.step === 'copy' && <CopyStep />}
          {state.step === 'open' && <OpenStep view={view.data} />}
          {state.step === 'sign' && <SignStep />}
          {state.step === 'passphrase' && <PassphraseStep view={view.data} />}
          {state.step === 'done' && <DoneStep view={view.data} />}
        </Card>
        <ListCard view={view.data} />
      </div>
    </>
  )
}
