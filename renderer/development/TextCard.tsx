import { App, Button } from 'antd'
import { Card } from '#renderer/ui/Card.tsx'

interface TextCardProps {
  readonly title: string
  readonly text: string
}

/** A text to copy into a form that is filled in by hand; what no record says is left open. */
export function TextCard({ title, text }: TextCardProps) {
  const { message } = App.useApp()
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      void message.success('已复制')
    } catch {
      void message.warning('没有复制成功，请选中文字后按 Ctrl+C')
    }
  }
  return (
    <Card title={title} note="抄入《入党志愿书》；没有记录的留空" extra={<Button onClick={() => void copy()}>复制</Button>}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the text can be reached and selected by keyboard */}
      <pre className="development-text" tabIndex={0} aria-label={title}>
        {text}
      </pre>
    </Card>
  )
}
