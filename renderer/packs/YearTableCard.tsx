import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { client } from '#renderer/api/client.ts'
import { downloadDocument } from '#renderer/api/files.ts'
import { useYear } from '#renderer/api/session.ts'
import { Card } from '#renderer/ui/Card.tsx'
import { ErrorBlock } from '#renderer/ui/ErrorBlock.tsx'

/** 全年统计表 as an Excel sheet. */
export function YearTableCard() {
  const year = useYear()
  const make = useMutation({
    meta: { quiet: true },
    mutationFn: () => client.documents.makeYearTable({ year }),
    onSuccess: downloadDocument,
  })
  return (
    <Card
      title="全年统计表"
      note={`${year}年“三会一课”统计表，Excel 格式`}
      extra={
        <Button onClick={() => make.mutate()} loading={make.isPending}>
          存为 Excel
        </Button>
      }
    >
      {make.isError && <ErrorBlock inline error={make.error} />}
    </Card>
  )
}
