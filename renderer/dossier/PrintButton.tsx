import { useMutation, useQuery } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { client, orpc } from '#renderer/api/client.ts'
import { describeError } from '#renderer/api/errors.ts'
import { downloadDocument } from '#renderer/api/files.ts'

/** A saved record on paper: PDF where it can be made, otherwise Word. */
export function PrintButton({ id }: { readonly id: string }) {
  const { message } = App.useApp()
  const abilities = useQuery(orpc.documents.abilities.queryOptions({ input: {} }))
  const make = useMutation({
    meta: { quiet: true },
    mutationFn: () => client.documents.makeRecord({ id, format: abilities.data?.pdf ? 'pdf' : 'docx' }),
    onSuccess: (made) => {
      downloadDocument(made)
      void message.success(`已生成「${made.fileName}」，在浏览器的下载里。`)
    },
    onError: (error) => void message.error(describeError(error).title),
  })
  return (
    <Button loading={make.isPending} disabled={!abilities.data} onClick={() => make.mutate()}>
      打印
    </Button>
  )
}
