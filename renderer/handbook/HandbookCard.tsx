import { Button, Checkbox, InputNumber } from 'antd'
import { useState } from 'react'
import { client } from '#renderer/api/client.ts'
import { downloadDocument } from '#renderer/api/files.ts'
import { useYear } from '#renderer/api/session.ts'
import { PrintChoices } from '#renderer/documents/PrintChoices.tsx'
import { usePrintChoice } from '#renderer/documents/usePrintChoice.ts'
import { TaskProgress } from '#renderer/packs/TaskProgress.tsx'
import { useStream } from '#renderer/packs/useStream.ts'
import { Card } from '#renderer/ui/Card.tsx'
import { ErrorBlock } from '#renderer/ui/ErrorBlock.tsx'
import type { HandbookResult } from '#shared/handbook/contract.ts'

/** 党支部工作手册: the whole year as one book, with progress and a way to stop. */
export function HandbookCard() {
  const shownYear = useYear()
  const [chosenYear, setYear] = useState<number | null>(null)
  const year = chosenYear ?? shownYear
  const [oddStart, setOddStart] = useState(true)
  const [notePages, setNotePages] = useState(4)
  const { style, fonts } = usePrintChoice()
  const task = useStream<HandbookResult>()
  const start = () => task.start((signal) => client.handbook.make({ year, style, fonts, oddStart, notePages }, { signal }))
  return (
    <Card title="党支部工作手册" note="封面、目录、名册、计划、全年记录和统计表，装订成一本，双面打印">
      {task.isRunning ? (
        <TaskProgress progress={task.progress} onCancel={task.cancel} />
      ) : (
        <>
          <div className="pack-step">
            <label htmlFor="handbook-year">年度</label>
            <InputNumber
              id="handbook-year"
              min={1921}
              max={2200}
              precision={0}
              value={year}
              onChange={setYear}
              style={{ width: '6em' }}
            />
          </div>
          <PrintChoices hasStyle />
          <div className="pack-step">
            <Checkbox checked={oddStart} onChange={(event) => setOddStart(event.target.checked)}>
              每份记录从单数页另起，背面留作补记
            </Checkbox>
            <label htmlFor="handbook-notes">书末备忘页</label>
            <InputNumber
              id="handbook-notes"
              min={0}
              max={40}
              precision={0}
              value={notePages}
              onChange={(next) => setNotePages(next ?? 0)}
              style={{ width: '5em' }}
            />
          </div>
          <div className="pack-step">
            <Button type="primary" onClick={start}>
              生成手册 PDF
            </Button>
            <span className="small faint">谈心谈话只列登记表，不含内容；身份证号和电话不列入。</span>
          </div>
          {task.error !== null && <ErrorBlock inline error={task.error} />}
          {task.result && <HandbookDone result={task.result} />}
        </>
      )}
    </Card>
  )
}

function HandbookDone({ result }: { readonly result: HandbookResult }) {
  return (
    <div className="task-result good-ground" role="status">
      <p className="good">
        <b>
          ✓ 手册已生成：{result.pages} 页，{result.records} 份记录。
        </b>
      </p>
      {result.unfinished > 0 && <p className="small">{result.unfinished} 次仅有计划或尚未记录的会议没有列入。</p>}
      <p className="small soft">打印时选双面、长边翻转、实际大小；装订边已留 28 毫米，单双页左右交替。</p>
      <Button size="small" onClick={() => downloadDocument(result)}>
        保存 {result.fileName}
      </Button>
    </div>
  )
}
