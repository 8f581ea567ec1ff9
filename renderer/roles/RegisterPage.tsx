import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from 'wouter'
import { client, orpc } from '#renderer/api/client.ts'
import { useYear } from '#renderer/api/session.ts'
import { FileButton, MakeButton } from '#renderer/documents/MakeButton.tsx'
import '#renderer/dossier/dossier.css'
import { Card } from '#renderer/ui/Card.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { ErrorBlock } from '#renderer/ui/ErrorBlock.tsx'
import { PageHeader } from '#renderer/ui/PageHeader.tsx'
import { type RegisterKey, registerKeys, registerKinds } from '#shared/roles/registers.ts'
import './roles.css'

function RegisterTable({ register: key }: { readonly register: RegisterKey }) {
  const year = useYear()
  const found = useQuery(orpc.roles.register.queryOptions({ input: { year, key } }))
  if (found.isError) return <ErrorBlock error={found.error} onRetry={() => void found.refetch()} />
  if (!found.data) return <p className="soft">正在读取…</p>
  const { name, head, rows, sources, total } = found.data
  const [kind = ''] = registerKinds(key)
  return (
    <>
      <PageHeader
        title={name}
        note={
          <span className="soft">
            {year}年，{total}
          </span>
        }
        actions={
          <>
            <Link href="/roles">作用发挥</Link>
            <Link href={`/records/kind/${kind}`}>查看和登记记录</Link>
            <MakeButton label="打印" make={(options) => client.documents.makeRegister({ year, register: key, ...options })} />
            <FileButton label="导出 Excel" make={() => client.documents.makeRegister({ year, register: key, format: 'xlsx' })} />
          </>
        }
      />
      <Card>
        {rows.length === 0 && <EmptyState title={`${year}年还没有登记`} />}
        {rows.length > 0 && (
          <table className="dossier-list register-table">
            <thead>
              <tr>
                {head.map((each) => (
                  <th key={each} scope="col">
                    {each}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((cells, row) => {
                const source = sources[row]
                return (
                  <tr key={`${source?.id} ${cells.join('|')}`}>
                    {cells.map((cell, at) => (
                      <td key={head[at]}>
                        {at === 0 && source ? (
                          <Link href={source.type === 'activity' ? `/activities/${source.id}` : `/records/${source.id}`}>
                            {cell}
                          </Link>
                        ) : (
                          cell
                        )}
                      </td>
                    ))}
                  </tr>
                )
              })}
            </tbody>
          </table>
        )}
      </Card>
    </>
  )
}

/** A ledger of 作用发挥 on screen, to print and as a sheet. */
export default function RegisterPage() {
  const { key } = useParams<{ key: string }>()
  const known = registerKeys.find((each) => each === key)
  return known ? (
    <RegisterTable key={known} register={known} />
  ) : (
    <EmptyState title="没有这个台账" actions={<Link href="/roles">作用发挥</Link>} />
  )
}
