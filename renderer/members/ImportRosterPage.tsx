import { Button } from 'antd'
import { useLocation } from 'wouter'
import { client } from '#renderer/api/client.ts'
import { ImportFlow } from '#renderer/ui/ImportFlow.tsx'

/** 党员花名册 from a sheet. */
export function ImportRosterPage() {
  const [, navigate] = useLocation()
  return (
    <ImportFlow
      texts={{
        title: '导入党员花名册',
        unit: '名党员',
        intro: (
          <>
            <p>全国党员信息系统导出的花名册可以直接导入；自己的表格要有「姓名」一列，最好还有人员类别、入党日期、转正日期。</p>
            <p>已经在名单里的人按身份证号、姓名和入党日期对应，不会重复。</p>
          </>
        ),
      }}
      preview={(file) => client.members.previewImport({ file })}
      run={(file) => client.members.import({ file })}
      back={<Button onClick={() => navigate('/members')}>返回名单</Button>}
      doneActions={
        <>
          <Button type="primary" onClick={() => navigate('/members/posts')}>
            下一步：导入支委会和党小组
          </Button>
          <Button onClick={() => navigate('/members')}>看党员名单</Button>
        </>
      }
    />
  )
}
