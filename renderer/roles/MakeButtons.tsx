import { useMutation, useQuery } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { orpc } from '#renderer/api/client.ts'
import { describeError } from '#renderer/api/errors.ts'
import { downloadDocument } from '#renderer/api/files.ts'

type Made = Parameters<typeof downloadDocument>[0] & { readonly fileName: string }

interface MakeButtonsProps {
  readonly make: (format: 'pdf' | 'docx' | 'xlsx') => Promise<Made>
  readonly hasSheet?: boolean
}

/** 打印 (PDF where it can be made, otherwise Word) and 导出表格. */
export function MakeButtons({ make, hasSheet = false }: MakeButtonsProps) {
  const { message } = App.useApp()
  const abilities = useQuery(orpc.documents.abilities.queryOptions({ input: {} }))
  const run = useMutation({
    meta: { quiet: true },
    mutationFn: make,
    onSuccess: (made) => {
      downloadDocument(made)
      void message.success(`已生成「${made.fileName}」，在浏览器的下载里。`)
    },
    onError: (error) => void message.error(describeError(error).title),
  })
  return (
    <>
      <Button loading={run.isPending} disabled={!abilities.data} onClick={() => run.mutate(abilities.data?.pdf ? 'pdf' : 'docx')}>
        打印
      </Button>
      {hasSheet && (
        <Button loading={run.isPending} onClick={() => run.mutate('xlsx')}>
          导出表格
        </Button>
      )}
    </>
  )
}
