import { useMutation, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useLocation } from 'wouter'
import { orpc } from '#renderer/api/client.ts'
import { ErrorBlock } from '#renderer/ui/ErrorBlock.tsx'
import { PageHeader } from '#renderer/ui/PageHeader.tsx'
import { BranchForm } from './BranchForm.tsx'
import { GroupsCard } from './GroupsCard.tsx'
import { ProgramCard } from './ProgramCard.tsx'
import './settings.css'

const formId = 'branch-form'

/** Names and habits of the branch, its groups, size of text, where the data lies. */
export function SettingsPage() {
  const [, navigate] = useLocation()
  const branch = useQuery(orpc.branch.get.queryOptions({ input: {} }))
  const save = useMutation(orpc.branch.update.mutationOptions())
  if (branch.isError) return <ErrorBlock error={branch.error} onRetry={() => void branch.refetch()} />
  return (
    <>
      <PageHeader
        title="设置"
        note={
          <span role="status" className="small faint">
            {save.isSuccess ? '已保存' : ''}
          </span>
        }
        actions={<Button onClick={() => navigate('/settings/rules')}>规则与口径</Button>}
        primary={{
          label: '保存',
          loading: save.isPending,
          disabled: !branch.data,
          onClick: () => (document.getElementById(formId) as HTMLFormElement | null)?.requestSubmit(),
        }}
      />
      {save.isError && <ErrorBlock inline error={save.error} />}
      <div className="settings-columns">
        {branch.data && <BranchForm id={formId} branch={branch.data} onSave={(values) => save.mutate(values)} />}
        <div className="settings-side">
          <GroupsCard />
          <ProgramCard />
        </div>
      </div>
    </>
  )
}
