import { Button, Input } from 'antd'
import { memo, useState } from 'react'
import { chineseOrdinal } from '#shared/kernel/text.ts'
import { AddBlock } from '../blocks/AddBlock.tsx'
import { BlockRow } from '../blocks/BlockRow.tsx'
import { useForm } from '../context.ts'
import { agendaFieldId, blockFieldId } from '../fields.ts'
import { focusSoon } from '../focus.ts'
import { changeRow, moveRow, removeRow } from '../lists.ts'
import { type FormAgenda, type FormPart, newText } from '../model.ts'
import { AgendaBadges } from './AgendaBadges.tsx'
import { AgendaExtras } from './AgendaExtras.tsx'

interface AgendaCardProps {
  readonly item: FormAgenda
  readonly index: number
  readonly isFolded: boolean
  readonly speakers: readonly string[]
}

/** One agenda item: its title as announced, and what happened under it in order. */
export const AgendaCard = memo(function AgendaCard({ item, index, isFolded, speakers }: AgendaCardProps) {
  const editPart = useForm((state) => state.editPart)
  const discard = useForm((state) => state.discard)
  const fold = useForm((state) => state.fold)
  const [hasHeading, setHeading] = useState(item.heading !== '')
  const [firstText] = useState(() => newText())
  // An item without content shows the paragraph that typing begins; it is kept only when something is typed.
  const shownBlocks = item.content.length === 0 ? [firstText] : item.content
  const where = `第${index + 1}项议题`
  const change = (patch: Partial<FormAgenda>) =>
    editPart((part) => ({ ...part, agenda: changeRow(part.agenda, item.key, (row) => ({ ...row, ...patch })) }))
  const move = (step: -1 | 1) => editPart((part: FormPart) => ({ ...part, agenda: moveRow(part.agenda, item.key, step) }))
  const name = item.title.trim() === '' ? where : `“${item.title.trim()}”`
  const remove = () => discard(`已删除议题${name}`, (part) => ({ ...part, agenda: removeRow(part.agenda, item.key) }))

  return (
    <section
      className="agenda-card"
      aria-label={where}
      onKeyDown={(event) => {
        if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
        event.preventDefault()
        move(event.key === 'ArrowUp' ? -1 : 1)
      }}
    >
      <div className="agenda-head">
        <button
          type="button"
          className="fold"
          aria-expanded={!isFolded}
          aria-label={`${isFolded ? '展开' : '收起'}${where}`}
          onClick={() => fold(item.key, !isFolded)}
        >
          {isFolded ? '▸' : '▾'}
        </button>
        <b className="agenda-number">{chineseOrdinal(index + 1)}、</b>
        <Input
          id={agendaFieldId(item.key)}
          aria-label={where}
          className="agenda-title"
          variant="borderless"
          maxLength={300}
          placeholder="议题"
          value={item.title}
          onChange={(event) => change({ title: event.target.value })}
          onPressEnter={(event) => {
            const [first] = shownBlocks
            if (event.ctrlKey || event.metaKey || event.nativeEvent.isComposing || !first) return
            event.preventDefault()
            focusSoon(blockFieldId(first.key))
          }}
        />
        <AgendaBadges item={item} />
        <span className="agenda-tools">
          <Button type="text" size="small" aria-label={`${where}上移`} title="上移（Alt+↑）" onClick={() => move(-1)}>
            ↑
          </Button>
          <Button type="text" size="small" aria-label={`${where}下移`} title="下移（Alt+↓）" onClick={() => move(1)}>
            ↓
          </Button>
          <Button type="text" size="small" aria-label={`删除${where}`} title="删除" onClick={remove}>
            ×
          </Button>
        </span>
      </div>
      {!isFolded && (
        <div className="agenda-body">
          {hasHeading && (
            <label className="agenda-heading">
              <span className="small faint">内容标题</span>
              <Input
                aria-label={`${where}内容标题`}
                variant="borderless"
                maxLength={300}
                placeholder={item.title || '与议题相同'}
                value={item.heading}
                onChange={(event) => change({ heading: event.target.value })}
              />
            </label>
          )}
          {shownBlocks.map((block, place) => (
            <BlockRow key={block.key} itemKey={item.key} block={block} where={`${where}第${place + 1}段`} speakers={speakers} />
          ))}
          <div className="agenda-foot">
            <AddBlock itemKey={item.key} where={where} speakers={speakers} />
            <span className="push">
              <AgendaExtras item={item} where={where} onChange={(carried) => change({ carried })} />
            </span>
            {!hasHeading && (
              <Button type="link" size="small" aria-label={`${where}另写内容标题`} onClick={() => setHeading(true)}>
                另写内容标题
              </Button>
            )}
          </div>
        </div>
      )}
    </section>
  )
})
