import { Input, Select, Switch } from 'antd'
import { TagsSelect } from '#renderer/roles/TagsSelect.tsx'
import { MadeUpSitting } from '#renderer/study/MadeUpSitting.tsx'
import { PlainDatePicker } from '#renderer/ui/PlainDatePicker.tsx'
import type { ContentValue, Field } from '#shared/dossier/field.ts'
import type { DossierKind } from '#shared/dossier/kind.ts'
import type { SealedContent } from '#shared/dossier/schema.ts'
import { proposedTitle, shareTexts } from '#shared/dossier/text.ts'
import { AttachmentsInput } from './AttachmentsInput.tsx'
import { FieldInput } from './FieldInput.tsx'
import { FormLine } from './FormLine.tsx'
import type { DossierForm } from './form-model.ts'
import { LinePerPerson } from './LinePerPerson.tsx'
import { PeopleInput } from './PeopleInput.tsx'
import { RowsInput } from './RowsInput.tsx'
import { SealedFields } from './SealedFields.tsx'

interface DossierFieldsProps {
  readonly kind: DossierKind
  readonly form: DossierForm
  readonly edit: (patch: Partial<DossierForm>) => void
  /** The ledger has shown the sealed texts; nothing is changed yet. */
  readonly onUnsealed: (sealed: SealedContent) => void
  /** Of a saved record, for its sealed texts. */
  readonly savedId: string | null
  readonly hasSealed: boolean
}

function ContentField({
  field,
  value,
  onChange,
}: {
  field: Field
  value: ContentValue | undefined
  onChange: (value: ContentValue) => void
}) {
  return (
    <FormLine label={field.label} isRequired={field.isRequired ?? false} hint={field.hint}>
      {field.type === 'rows' ? (
        <RowsInput field={field} value={value} onChange={onChange} />
      ) : (
        <FieldInput field={field} value={value} onChange={onChange} />
      )}
    </FormLine>
  )
}

/** Everything that a kind of record asks for, in the order of the kind; made from its description alone. */
export function DossierFields({ kind, form, edit, onUnsealed, savedId, hasSealed }: DossierFieldsProps) {
  return (
    <>
      <FormLine label={kind.dateLabel ?? '日期'} isRequired>
        <PlainDatePicker label={kind.dateLabel ?? '日期'} value={form.date} onChange={(date) => edit({ date })} />
        {kind.endDateLabel && (
          <>
            <span className="soft"> {kind.endDateLabel} </span>
            <PlainDatePicker label={kind.endDateLabel} value={form.endDate} onChange={(endDate) => edit({ endDate })} />
          </>
        )}
      </FormLine>
      <FormLine label="名称" hint={`不填就写“${proposedTitle(kind, form)}”`}>
        <Input aria-label="名称" maxLength={200} value={form.title} onChange={({ target }) => edit({ title: target.value })} />
      </FormLine>
      {kind.statuses && (
        <FormLine label="进展">
          <Select
            aria-label="进展"
            style={{ minWidth: '10em' }}
            value={form.status}
            onChange={(status: string) => edit({ status })}
            options={kind.statuses.map(({ key, label }) => ({ value: key, label }))}
          />
        </FormLine>
      )}
      {form.date !== null &&
        kind.roles?.map((role) => (
          <FormLine key={role.key} label={role.label} isRequired={role.isRequired ?? false}>
            <PeopleInput
              role={role}
              date={form.date ?? '2000-01-01'}
              people={form.people}
              onChange={(people) => edit({ people })}
            />
          </FormLine>
        ))}
      {kind.makesUpStudy && form.date !== null && (
        <FormLine label="补的学习" hint="选了哪一次，学时就和那一次只计一次，缺席名单里也记为已补学。">
          <MadeUpSitting date={form.date} links={form.links} onChange={(links) => edit({ links })} />
        </FormLine>
      )}
      {kind.fields
        .filter(({ isSealed, onlyWith }) => !isSealed && (!onlyWith || form.content[onlyWith.key] === onlyWith.value))
        .map((field) =>
          field.type === 'rows' && field.linePerPerson !== undefined ? (
            <FormLine key={field.key} label={field.label} hint={field.hint}>
              <LinePerPerson field={{ ...field, linePerPerson: field.linePerPerson }} form={form} edit={edit} />
            </FormLine>
          ) : (
            <ContentField
              key={field.key}
              field={field}
              value={form.content[field.key]}
              onChange={(value) => edit({ content: { ...form.content, [field.key]: value } })}
            />
          ),
        )}
      {shareTexts(kind, form.content).map(({ label, text }) => (
        <FormLine key={label} label={label}>
          <span>{text}</span>
        </FormLine>
      ))}
      <SealedFields {...{ kind, form, edit, onUnsealed, savedId, hasSealed }} />
      <FormLine label="附件">
        <AttachmentsInput attachments={form.attachments} onChange={(attachments) => edit({ attachments })} />
      </FormLine>
      <FormLine label="专项活动" hint="如“作风建设提升年”；同一专项活动的记录可以一起查看。">
        <TagsSelect value={form.tags} onChange={(tags) => edit({ tags })} />
      </FormLine>
      <FormLine label="照纸质材料整理">
        <Switch
          aria-label="照纸质材料整理"
          checked={form.isFromPaper}
          checkedChildren="是"
          unCheckedChildren="否"
          onChange={(isFromPaper) => edit({ isFromPaper })}
        />
      </FormLine>
    </>
  )
}
