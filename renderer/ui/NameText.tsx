import { paddedName } from '#shared/kernel/text.ts'

/** A person's name as in every list of names: two characters padded with a full-width space; read out unpadded. */
export function NameText({ name }: { readonly name: string }) {
  return <span aria-label={name}>{paddedName(name)}</span>
}
