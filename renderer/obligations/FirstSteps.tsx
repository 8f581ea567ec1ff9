import { Button } from 'antd'
import { Link, useLocation } from 'wouter'
import { Card } from '#renderer/ui/Card.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'

/** The start page of a branch without members: the roster comes first, everything counts by it. */
export function FirstSteps() {
  const [, navigate] = useLocation()
  return (
    <Card>
      <EmptyState
        title="先导入党员花名册"
        actions={
          <>
            <Button type="primary" size="large" onClick={() => navigate('/members/import')}>
              导入党员花名册
            </Button>
            <Button size="large" onClick={() => navigate('/members?new=1')}>
              手工添加党员
            </Button>
          </>
        }
      >
        <p>应到人数、表决权和缺席名单都按花名册计算。有全国党员信息系统样式的 Excel 表，直接导入即可。</p>
        <ol className="first-steps">
          <li>导入党员花名册</li>
          <li>
            <Link href="/members/posts">导入支委会和党小组</Link>（或在党员页面里手工填写）
          </li>
          <li>
            <Link href="/activities/import">导入以前的会议台账</Link>，或直接<Link href="/activities/new">记一次会</Link>
          </li>
        </ol>
      </EmptyState>
    </Card>
  )
}
