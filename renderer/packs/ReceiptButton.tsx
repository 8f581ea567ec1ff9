import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { client } from '#renderer/api/client.ts'
import { downloadDocument } from '#renderer/api/files.ts'
import { ErrorBlock } from '#renderer/ui/ErrorBlock.tsx'
import type { PackResult } from '#shared/packs/schema.ts'

/** 交接单 of the pack just made, to be signed by both sides. */
export function ReceiptButton({ pack }: { readonly pack: PackResult }) {
  const make = useMutation({
    meta: { quiet: true },
    mutationFn: (format: 'pdf' | 'docx') => {
      const { name, files, octets, tagManifestSha256 } = pack
      return client.packs.receipt({ pack: { name, files, octets, tagManifestSha256 }, format })
    },
    onSuccess: downloadDocument,
  })
  return (
    <>
      <div className="pack-step">
        <span className="small soft">交接时请双方签字：</span>
        <Button size="small" loading={make.isPending} onClick={() => make.mutate('pdf')}>
          交接单 PDF
        </Button>
        <Button size="small" loading={make.isPending} onClick={() => make.mutate('docx')}>
          交接单 Word
        </Button>
      </div>
      {make.isError && <ErrorBlock inline error={make.error} />}
    </>
  )
}
