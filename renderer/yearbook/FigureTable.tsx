import { Button } from 'antd'
import type { Figure } from '#shared/yearbook/schema.ts'

interface FigureTableProps {
  readonly figures: readonly (Figure & { readonly before?: string | null })[]
  /** Beside the year before, where the ledger has it. */
  readonly isCompared: boolean
  readonly onShow: (figure: Figure) => void
}

/** Numbers with what they need beside them; each opens its records. */
export function FigureTable({ figures, isCompared, onShow }: FigureTableProps) {
  return (
    <table className="figure-table">
      <thead>
        <tr>
          <th scope="col">项目</th>
          <th scope="col">数据</th>
          {isCompared && <th scope="col">上年</th>}
        </tr>
      </thead>
      <tbody>
        {figures.map((figure) => (
          <tr key={figure.key}>
            <th scope="row">
              {figure.label}
              {figure.detail !== '' && <span className="small faint">{figure.detail}</span>}
            </th>
            <td>
              {figure.sources.length > 0 || (figure.link !== null && figure.value !== null) ? (
                <Button
                  type="link"
                  size="small"
                  aria-label={`${figure.label}${figure.text}，看依据`}
                  onClick={() => onShow(figure)}
                >
                  {figure.text}
                </Button>
              ) : (
                <span className={figure.value === null ? 'faint' : ''}>{figure.text}</span>
              )}
            </td>
            {isCompared && <td className="faint">{figure.before ?? '—'}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
