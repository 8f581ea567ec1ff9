import { Input } from 'antd'
import { useForm } from '../context.ts'
import { fieldIds } from '../fields.ts'

/** 主持人小结. */
export function ClosingSection() {
  const closing = useForm((state) => state.model.closing)
  const edit = useForm((state) => state.edit)
  return (
    <div className="closing">
      <h3 className="section-title">
        <label htmlFor={fieldIds.closing}>主持人小结</label>
      </h3>
      <Input.TextArea
        id={fieldIds.closing}
        autoSize={{ minRows: 2 }}
        value={closing}
        onChange={(event) => edit((model) => ({ ...model, closing: event.target.value }))}
      />
    </div>
  )
}
