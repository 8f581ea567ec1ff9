import { useMutation, useQuery } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { orpc } from '#renderer/api/client.ts'
import { describeError } from '#renderer/api/errors.ts'
import { downloadDocument } from '#renderer/api/files.ts'

interface MakeButtonProps {
  readonly label: string
  readonly make: (format: 'pdf' | 'docx') => Promise<Parameters<typeof downloadDocument>[0]>
  readonly disabled?: boolean
}

/** One paper by one press: PDF where it can be made, otherwise Word. */
export function MakeButton({ label, make, disabled = false }: MakeButtonProps) {
  const { message } = App.useApp()
  const abilities = useQuery(orpc.documents.abilities.queryOptions({ input: {} }))
  const making = useMutation({
    meta: { quiet: true },
    mutationFn: () => make(abilities.data?.pdf ? 'pdf' : 'docx'),
    onSuccess: (made) => {
      downloadDocument(made)
      void message.success(`已生成「${made.fileName}」，在浏览器的下载里。`)
    },
    onError: (error) => void message.error(describeError(error).title),
  })
  return (
    <Button loading={making.isPending} disabled={disabled || !abilities.data} onClick={() => making.mutate()}>
      {label}
    </Button>
  )
}
