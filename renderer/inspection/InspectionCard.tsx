import { Button } from 'antd'
import { useLocation } from 'wouter'
import { useYear } from '#renderer/api/session.ts'
import { Card } from '#renderer/ui/Card.tsx'

/** The way to 迎检自查 from 打印与报送: it comes before a pack. */
export function InspectionCard() {
  const year = useYear()
  const [, navigate] = useLocation()
  return (
    <Card
      title="迎检自查"
      note={`${year}年的记录缺什么，哪里自相矛盾`}
      extra={<Button onClick={() => navigate('/inspection')}>开始自查</Button>}
    >
      {null}
    </Card>
  )
}
