import { Checkbox } from 'antd'
import { octetsText } from '#shared/kernel/octets.ts'
import type { PackPreview } from '#shared/packs/import-schema.ts'
import { recordKindWords } from './words.ts'

interface ImportPreviewProps {
  readonly preview: PackPreview
  readonly choices: readonly string[]
  readonly onChange: (choices: readonly string[]) => void
}

/** Branch and people first, as the words are listed; a kind without words of its own comes last. */
const kindOrder = Object.keys(recordKindWords)
const place = (kind: string) => (kindOrder.includes(kind) ? kindOrder.indexOf(kind) : kindOrder.length)

/** What a pack would add and where it differs. A differing row is taken only when it is ticked. */
export function ImportPreview({ preview, choices, onChange }: ImportPreviewProps) {
  const { branch, counts, differences, attachments, notes, takesIdentity } = preview
  const chosen = new Set(choices)
  const isKnown = attachments.files === 0 && counts.every((count) => count.new + count.changed + count.older === 0)
  return (
    <div className="plan import-preview">
      <p>
        <b>{branch.fullName}</b>
        <span className="soft plan-size">
          {preview.kind === 'exchange' ? '移交包' : `${preview.year ?? ''}年度佐证材料包`}，{preview.madeOn} 制作
        </span>
      </p>
      {takesIdentity && <p className="small">这个数据文件夹还没有党员和记录，导入后成为该支部的数据文件夹。</p>}
      <table className="problems">
        <thead>
          <tr>
            <th scope="col">内容</th>
            <th scope="col">新增</th>
            <th scope="col">不同</th>
            <th scope="col">相同</th>
          </tr>
        </thead>
        <tbody>
          {counts
            .toSorted((a, b) => place(a.kind) - place(b.kind))
            .map((count) => (
              <tr key={count.kind}>
                <td>{recordKindWords[count.kind] ?? count.kind}</td>
                <td>{count.new}</td>
                <td>{count.changed + count.older}</td>
                <td>{count.same}</td>
              </tr>
            ))}
        </tbody>
      </table>
      {isKnown && <p className="small good">✓ 材料包里的这些内容本机都有，完全相同。</p>}
      {attachments.files > 0 && (
        <p className="small soft">
          将复制 {attachments.files} 个附件，{octetsText(attachments.octets)}。
        </p>
      )}
      {differences.length > 0 && (
        <>
          <p className="small">下列内容与本机不同。勾选的以材料包为准，不勾选的保持本机的：</p>
          <ul className="plan-files" aria-label="与本机不同的内容">
            {differences.map(({ key, kind, title, isOlder }) => (
              <li key={key} className="small">
                <Checkbox
                  checked={chosen.has(key)}
                  disabled={isOlder}
                  onChange={(event) =>
                    onChange(event.target.checked ? [...choices, key] : choices.filter((other) => other !== key))
                  }
                >
                  {recordKindWords[kind] ?? kind}　{title}
                  {isOlder && <span className="faint">　本机的较新，保持不变</span>}
                </Checkbox>
              </li>
            ))}
          </ul>
        </>
      )}
      {notes.length > 0 && (
        <ul className="plan-notes">
          {notes.map((note) => (
            <li key={note} className="small soft">
              {note}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
