import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { client } from '#renderer/api/client.ts'
import { ErrorBlock } from '#renderer/ui/ErrorBlock.tsx'
import type { DossierKind } from '#shared/dossier/kind.ts'
import type { SealedContent } from '#shared/dossier/schema.ts'
import { FieldInput } from './FieldInput.tsx'
import { FormLine } from './FormLine.tsx'
import type { DossierForm } from './form-model.ts'

interface SealedFieldsProps {
  readonly kind: DossierKind
  readonly form: DossierForm
  readonly edit: (patch: Partial<DossierForm>) => void
  /** The ledger has shown the texts; nothing is changed yet. */
  readonly onUnsealed: (sealed: SealedContent) => void
  readonly savedId: string | null
  readonly hasSealed: boolean
}

/** Sealed texts of a record: not read until somebody asks, and that is logged. */
export function SealedFields({ kind, form, edit, onUnsealed, savedId, hasSealed }: SealedFieldsProps) {
  const fields = kind.fields.filter((field) => field.isSealed)
  const open = useMutation({
    meta: { quiet: true },
    mutationFn: (id: string) => client.dossier.unseal({ id }),
    onSuccess: onUnsealed,
  })
  if (fields.length === 0) return null
  const { sealed } = form
  if (sealed === null) {
    return (
      <FormLine label="不公开的内容">
        <Button loading={open.isPending} disabled={savedId === null} onClick={() => savedId !== null && open.mutate(savedId)}>
          {hasSealed ? '查看或修改' : '填写'}
        </Button>
        <p className="small faint">单独存放，不进入搜索、修改记录和佐证材料。查看会留下记录。</p>
        {open.isError && <ErrorBlock inline error={open.error} />}
      </FormLine>
    )
  }
  return (
    <fieldset className="dossier-sealed">
      <legend>不公开的内容（可不填）</legend>
      {fields.flatMap((field) =>
        field.type === 'rows'
          ? []
          : [
              <FormLine key={field.key} label={field.label} hint={field.hint}>
                <FieldInput
                  field={field}
                  value={sealed[field.key] ?? ''}
                  onChange={(value) => edit({ sealed: { ...sealed, [field.key]: typeof value === 'string' ? value : '' } })}
                />
              </FormLine>,
            ],
      )}
    </fieldset>
  )
}
