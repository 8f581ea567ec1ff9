import { Button } from 'antd'
import { useLocation } from 'wouter'
import { client } from '#renderer/api/client.ts'
import { useShowNewestYear } from '#renderer/api/session.ts'
import { ImportFlow } from '#renderer/ui/ImportFlow.tsx'

/** 导入旧台账: the sheets in which an office kept its meetings until now. */
export default function ImportLedgerPage() {
  const [, navigate] = useLocation()
  const showNewestYear = useShowNewestYear()
  const back = (label: string) => <Button onClick={() => navigate('/activities')}>{label}</Button>
  return (
    <ImportFlow
      preview={(file) => client.activities.previewImport({ file })}
      run={async (file) => {
        const result = await client.activities.import({ file })
        await showNewestYear()
        return result
      }}
      texts={{
        title: '导入旧台账',
        unit: '条记录',
        intro: (
          <>
            <p>取入以前用表格记的“三会一课”台账，每行一次会议，导入后标为“历史导入”，不算补录。</p>
            <p>
              认得的列：日期（会议时间）、类型（会议类型）、名称、地点、主持人、记录人、应到、实到、缺席人员及原因、会议内容等；缺席写在一格里的，如“陈丙（公出）、褚丁（年老体弱，不作硬性要求）”，会分开登记。
            </p>
          </>
        ),
      }}
      back={back('返回')}
      doneActions={back('看全部记录')}
    />
  )
}
