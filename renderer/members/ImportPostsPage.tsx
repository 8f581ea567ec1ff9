import { Button } from 'antd'
import { useLocation } from 'wouter'
import { client } from '#renderer/api/client.ts'
import { ImportFlow } from '#renderer/ui/ImportFlow.tsx'

/** 支委会, 党小组 and 不作硬性要求 from a sheet. */
export function ImportPostsPage() {
  const [, navigate] = useLocation()
  return (
    <ImportFlow
      texts={{
        title: '导入支委会和党小组',
        unit: '人',
        intro: (
          <p>
            表格要有「姓名」一列，以及党小组、支部职务、任职起止、不作硬性要求中的一列或几列。请先导入党员花名册，姓名要和名单一致。
          </p>
        ),
      }}
      preview={(file) => client.members.previewPosts({ file })}
      run={(file) => client.members.importPosts({ file })}
      back={<Button onClick={() => navigate('/members')}>返回名单</Button>}
      doneActions={
        <>
          <Button type="primary" onClick={() => navigate('/')}>
            回到首页
          </Button>
          <Button onClick={() => navigate('/members')}>看党员名单</Button>
        </>
      }
    />
  )
}
