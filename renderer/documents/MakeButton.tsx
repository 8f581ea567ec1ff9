import { useMutation, useQuery } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { orpc } from '#renderer/api/client.ts'
import { describeError } from '#renderer/api/errors.ts'
import { downloadDocument } from '#renderer/api/files.ts'
import type { FontChoice } from '#shared/documents/contract.ts'
import { madeText } from './MadeNotice.tsx'
import { usePrintChoice } from './usePrintChoice.ts'

type Made = Parameters<typeof downloadDocument>[0]

interface MakeButtonProps {
  readonly label: string
  readonly make: (options: { readonly format: 'pdf' | 'docx'; readonly fonts: FontChoice }) => Promise<Made>
  readonly disabled?: boolean
}

/** One paper by one press, in the fonts that were chosen for printing: PDF where it can be made, otherwise Word. */
export function MakeButton({ label, make, disabled = false }: MakeButtonProps) {
  const fonts = usePrintChoice((choice) => choice.fonts)
  const abilities = useQuery(orpc.documents.abilities.queryOptions({ input: {} }))
  return (
    <FileButton
      label={label}
      disabled={disabled || !abilities.data}
      make={() => make({ format: abilities.data?.pdf ? 'pdf' : 'docx', fonts })}
    />
  )
}

interface FileButtonProps {
  readonly label: string
  readonly make: () => Promise<Made>
  readonly disabled?: boolean
}

/** Makes a file by one press and hands it over; says where it is, or why there is none. */
export function FileButton({ label, make, disabled = false }: FileButtonProps) {
  const { message } = App.useApp()
  const making = useMutation({
    meta: { quiet: true },
    mutationFn: make,
    onSuccess: (made) => {
      downloadDocument(made)
      void message.success(madeText(made.fileName))
    },
    onError: (error) => {
      const { title, advice } = describeError(error)
      void message.error(`${title}。${advice}`)
    },
  })
  return (
    <Button loading={making.isPending} disabled={disabled} onClick={() => making.mutate()}>
      {label}
    </Button>
  )
}
