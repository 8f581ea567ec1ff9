import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { client } from '#renderer/api/client.ts'
import { downloadDocument } from '#renderer/api/files.ts'
import { ErrorBlock } from '#renderer/ui/ErrorBlock.tsx'

/** The log for who is asked for help, as a download; also while the ledger cannot be opened. */
export function LogLine() {
  const log = useMutation({ mutationFn: async () => downloadDocument(await client.ledger.log({})) })
  return (
    <>
      <p className="small faint">
        程序出了问题需要找人帮忙时，
        <Button type="link" size="small" loading={log.isPending} onClick={() => log.mutate()}>
          导出运行日志
        </Button>
        日志里只有版本、数量和错误代码，没有姓名、证件号、标题和路径。
      </p>
      {log.isError && <ErrorBlock inline error={log.error} />}
    </>
  )
}
