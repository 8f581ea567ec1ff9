import { useMutation, useQuery } from '@tanstack/react-query'
import { App, Button, Popconfirm } from 'antd'
import { useLocation } from 'wouter'
import { client, orpc } from '#renderer/api/client.ts'
import { downloadDocument, uploadFile } from '#renderer/api/files.ts'
import { useYear } from '#renderer/api/session.ts'
import { Card } from '#renderer/ui/Card.tsx'
import { ErrorBlock } from '#renderer/ui/ErrorBlock.tsx'
import { JsonImportButton } from '#renderer/ui/JsonImportButton.tsx'
import { PageHeader } from '#renderer/ui/PageHeader.tsx'
import type { ListedScheme } from '#shared/rating/schemes-contract.ts'
import { gated } from '../RatingGate.tsx'

interface RowProps {
  readonly scheme: ListedScheme
  readonly isInUse: boolean
  readonly year: number
  readonly revision: number | undefined
}

function SchemeRow({ scheme, isInUse, year, revision }: RowProps) {
  const { message } = App.useApp()
  const [, navigate] = useLocation()
  const { id, name, version, notice, indicators, years } = scheme
  const use = useMutation({
    mutationFn: () => client.rating.schemes.use({ year, revision: revision ?? 0, id }),
    onSuccess: ({ dropped }) =>
      void message.success(
        dropped.length === 0 ? `${year}年度改用这一版` : `${year}年度改用这一版；${dropped.join('、')} 的指标有变，需要重新确认`,
      ),
  })
  const remove = useMutation({ mutationFn: () => client.rating.schemes.remove({ id: id ?? '' }) })
  const save = useMutation({
    meta: { quiet: true },
    mutationFn: () => client.rating.schemes.exportJson({ id }),
    onSuccess: downloadDocument,
  })
  const error = use.error ?? remove.error ?? save.error
  return (
    <tr>
      <th scope="row">
        {name}
        <div className="small faint">{notice}</div>
        {error && <ErrorBlock inline error={error} />}
      </th>
      <td>{version}</td>
      <td>{indicators}项</td>
      <td>{years.length > 0 ? years.map((each) => `${each}年`).join('、') : id === null ? '随程序附带' : '未使用'}</td>
      <td>
        <div className="rating-steps">
          {isInUse ? (
            <span className="small soft">{year}年度在用</span>
          ) : (
            <Button size="small" disabled={revision === undefined} loading={use.isPending} onClick={() => use.mutate()}>
              用于{year}年度
            </Button>
          )}
          <Button size="small" onClick={() => navigate(id === null ? '/rating/schemes/edit' : `/rating/schemes/edit?id=${id}`)}>
            {id === null ? '复制后修改' : '修改'}
          </Button>
          {id !== null && (
            <Button size="small" onClick={() => navigate(`/rating/schemes/edit?id=${id}&copy=1`)}>
              复制
            </Button>
          )}
          <Button size="small" loading={save.isPending} onClick={() => save.mutate()}>
            导出
          </Button>
          {id !== null && years.length === 0 && (
            <Popconfirm title={`删除“${name}”${version}版？`} okText="删除" cancelText="取消" onConfirm={() => remove.mutate()}>
              <Button size="small" danger loading={remove.isPending}>
                删除
              </Button>
            </Popconfirm>
          )}
        </div>
      </td>
    </tr>
  )
}

/** 评定办法: the schemes that are kept, in versions, and which one the year is assessed by. */
function SchemesPage() {
  const year = useYear()
  const [, navigate] = useLocation()
  const { message } = App.useApp()
  const list = useQuery(orpc.rating.schemes.list.queryOptions({ input: {} }))
  const rating = useQuery(orpc.rating.get.queryOptions({ input: { year } }))
  const take = useMutation({
    mutationFn: async (file: File) => client.rating.schemes.importJson({ file: (await uploadFile(file)).token }),
    onSuccess: ({ version }) => void message.success(`已导入，版本 ${version}`),
  })
  if (list.isError) return <ErrorBlock error={list.error} onRetry={() => void list.refetch()} />
  return (
    <>
      <PageHeader
        title="评定办法"
        actions={
          <>
            <Button onClick={() => navigate('/rating')}>返回指标</Button>
            <JsonImportButton label="导入评定办法" loading={take.isPending} onFile={(file) => take.mutate(file)} />
          </>
        }
        primary={{ label: '从上级的表格录入', onClick: () => navigate('/rating/schemes/table') }}
      />
      {take.isError && <ErrorBlock inline error={take.error} />}
      <Card title="已有的办法和版本" note="自评用过的版本不再改动，修改时另存为新版本">
        <table className="dossier-list">
          <thead>
            <tr>
              {['名称', '版本', '指标', '使用年度', '操作'].map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {(list.data ?? []).map((scheme) => (
              <SchemeRow
                key={scheme.id ?? 'bundled'}
                scheme={scheme}
                isInUse={rating.data?.scheme.id === scheme.id}
                year={year}
                revision={rating.data?.revision}
              />
            ))}
          </tbody>
        </table>
      </Card>
    </>
  )
}

export default gated(SchemesPage)
