import { Button } from 'antd'
import { memo } from 'react'
import { useForm, usePart } from '../context.ts'
import { changeRow, moveRow, removeRow } from '../lists.ts'
import type { FormBlock } from '../model.ts'
import { writtenOpinionsOf } from '../to-save.ts'
import { ElectionBlock } from './ElectionBlock.tsx'
import { SpeechBlock } from './SpeechBlock.tsx'
import { TextBlock } from './TextBlock.tsx'
import { VoteBlock } from './VoteBlock.tsx'

const kindNames: Record<FormBlock['kind'], string> = { text: '情况', speech: '发言', vote: '表决', election: '选举' }

interface BlockRowProps {
  readonly itemKey: string
  readonly block: FormBlock
  /** 第1项议题第2段: distinguishes the fields of the page by their labels. */
  readonly where: string
  readonly speakers: readonly string[]
}

/** One paragraph of an agenda item with the means to move and delete it. Alt+↑ and Alt+↓ move it. */
export const BlockRow = memo(function BlockRow({ itemKey, block, where, speakers }: BlockRowProps) {
  const editPart = useForm((state) => state.editPart)
  const discard = useForm((state) => state.discard)
  const written = usePart(writtenOpinionsOf)
  const kind = kindNames[block.kind]
  const label = `${where}${kind}`
  const inItem =
    (change: (blocks: readonly FormBlock[]) => FormBlock[]) => (part: Parameters<Parameters<typeof editPart>[0]>[0]) => ({
      ...part,
      agenda: changeRow(part.agenda, itemKey, (item) => ({ ...item, content: change(item.content) })),
    })
  const onChange = (next: FormBlock) =>
    editPart(inItem((blocks) => (blocks.length === 0 ? [next] : changeRow(blocks, block.key, () => next))))
  const move = (step: -1 | 1) => editPart(inItem((blocks) => moveRow(blocks, block.key, step)))
  const remove = () =>
    discard(
      `已删除一段${kind}`,
      inItem((blocks) => removeRow(blocks, block.key)),
    )

  return (
    <div
      className={`block block-${block.kind}`}
      onKeyDown={(event) => {
        if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
        event.preventDefault()
        event.stopPropagation()
        move(event.key === 'ArrowUp' ? -1 : 1)
      }}
    >
      <div className="block-body">
        {block.kind === 'text' && <TextBlock block={block} label={label} onChange={onChange} />}
        {block.kind === 'speech' && <SpeechBlock block={block} label={label} speakers={speakers} onChange={onChange} />}
        {block.kind === 'vote' && <VoteBlock block={block} label={label} written={written} onChange={onChange} />}
        {block.kind === 'election' && <ElectionBlock block={block} label={label} onChange={onChange} />}
      </div>
      <div className="block-tools">
        <Button type="text" size="small" aria-label={`${label}上移`} title="上移（Alt+↑）" onClick={() => move(-1)}>
          ↑
        </Button>
        <Button type="text" size="small" aria-label={`${label}下移`} title="下移（Alt+↓）" onClick={() => move(1)}>
          ↓
        </Button>
        <Button type="text" size="small" aria-label={`删除${label}`} title="删除" onClick={remove}>
          ×
        </Button>
      </div>
    </div>
  )
})
