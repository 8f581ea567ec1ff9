import { useQuery } from '@tanstack/react-query'
import { Radio } from 'antd'
import { Link } from 'wouter'
import { orpc } from '#renderer/api/client.ts'
import { Card } from '#renderer/ui/Card.tsx'
import { type TextSize, textSizes } from '#renderer/ui/theme.ts'
import { useAppStore } from '#renderer/ui/useAppStore.ts'

const textSizeNames: Record<TextSize, string> = { standard: '标准', large: '大', extraLarge: '特大' }

/** What belongs to this computer: size of text, where the data lies, which version runs. */
export function ProgramCard() {
  const textSize = useAppStore((state) => state.textSize)
  const chooseTextSize = useAppStore((state) => state.chooseTextSize)
  const status = useQuery(orpc.ledger.status.queryOptions({ input: {} }))
  return (
    <Card title="本机">
      <p className="settings-label" id="text-size">
        字号
      </p>
      <Radio.Group
        aria-labelledby="text-size"
        optionType="button"
        value={textSize}
        onChange={(event) => chooseTextSize(event.target.value as TextSize)}
        options={(Object.keys(textSizes) as TextSize[]).map((value) => ({ value, label: textSizeNames[value] }))}
      />
      <p className="settings-label">数据文件夹</p>
      <p className="settings-path">{status.data?.directory}</p>
      <p className="small faint">全部数据都在这里。换电脑、交接时把它整个复制过去。</p>
      <p>
        <Link href="/settings/safety">备份与自检</Link>
      </p>
      <p>
        <Link href="/settings/lock">口令与个人信息</Link>
      </p>
      <p>
        <Link href="/settings/handover">移交给接手的同志</Link>
      </p>
      <p className="settings-label">程序版本</p>
      <p>{status.data?.programVersion}</p>
    </Card>
  )
}
