import { App, Button } from 'antd'
import { useState } from 'react'
import { client } from '#renderer/api/client.ts'
import { describeError } from '#renderer/api/errors.ts'
import { chineseDate, isPlainDate } from '#shared/kernel/dates.ts'
import { useFormStore } from '../context.ts'
import { copyLast } from '../copy-last.ts'
import { partAt } from '../model.ts'
import { PasteDialog } from './PasteDialog.tsx'

/** Ways to fill the form without typing: 复制上次, 粘贴整篇记录 or an old Word file. */
export function QuickBar() {
  const store = useFormStore()
  const { message } = App.useApp()
  const [isPasting, setPasting] = useState(false)
  const copy = async () => {
    const { model, shown } = store.getState()
    const part = partAt(model, shown)
    if (!isPlainDate(model.date)) return
    try {
      const input = { purpose: part.purpose, date: model.date, groupId: part.purpose === 'groupMeeting' ? part.groupId : null }
      const last = await client.activities.last(input)
      if (last === null) return void message.info('以前没有开过同类的会')
      store.getState().edit((current) => copyLast(current, last, shown))
      void message.success(`已复制${chineseDate(last.date)}的地点、主持人、记录人和议题`)
    } catch (error) {
      const { title, advice } = describeError(error)
      void message.error(`${title}。${advice}`)
    }
  }
  return (
    <div className="quick-bar" role="group" aria-label="快速填写">
      <Button size="small" onClick={() => void copy()}>
        复制上次
      </Button>
      <Button size="small" onClick={() => setPasting(true)}>
        粘贴整篇记录
      </Button>
      <span className="small faint">人名可打拼音首字母</span>
      {isPasting && <PasteDialog onClose={() => setPasting(false)} />}
    </div>
  )
}
