import { Button, Input } from 'antd'
import { Row } from '../sections/Row.tsx'
import { useDetails } from './useDetails.ts'

const empty = { problem: '', owner: '', measure: '', due: '', done: '' }
const columns = [
  { field: 'problem', name: '问题', max: 500, width: '14em' },
  { field: 'measure', name: '整改措施', max: 500, width: '13em' },
  { field: 'owner', name: '责任人', max: 300, width: '6em' },
  { field: 'due', name: '时限', max: 300, width: '7.5em' },
  { field: 'done', name: '完成情况', max: 300, width: '7em' },
] as const

/** 整改清单 of a 组织生活会. */
export function Rectifications() {
  const { details, change } = useDetails()
  const rows = details.rectifications ?? []
  return (
    <Row label="整改清单">
      <div className="vote-rows grow">
        {rows.map((row, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the rows have no identity of their own and are never moved
          <div className="vote-line" key={index}>
            <b className="agenda-number">{index + 1}</b>
            {columns.map(({ field, name, max, width }) => (
              <Input
                key={field}
                aria-label={`整改第${index + 1}项${name}`}
                placeholder={name}
                value={row[field]}
                maxLength={max}
                style={{ width, flex: field === 'problem' || field === 'measure' ? '1 1 10em' : 'none' }}
                onChange={(event) =>
                  change({
                    rectifications: rows.map((old, place) => (place === index ? { ...old, [field]: event.target.value } : old)),
                  })
                }
              />
            ))}
            <Button
              type="text"
              size="small"
              aria-label={`去掉整改第${index + 1}项`}
              onClick={() => change({ rectifications: rows.filter((_, place) => place !== index) })}
            >
              ×
            </Button>
          </div>
        ))}
        <Button type="link" size="small" onClick={() => change({ rectifications: [...rows, empty] })}>
          ＋ 整改事项
        </Button>
      </div>
    </Row>
  )
}
