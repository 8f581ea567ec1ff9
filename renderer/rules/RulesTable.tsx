import { InputNumber, Switch } from 'antd'
import type { RuleSetting } from '#shared/obligations/schema.ts'

export interface RuleChange {
  readonly isEnabled?: boolean
  readonly min?: number | null
}

interface RulesTableProps {
  readonly rules: readonly RuleSetting[]
  readonly onChange: (rule: RuleSetting, change: RuleChange) => void
}

const authorityNames: Record<RuleSetting['authority'], string> = { central: '党内法规', local: '本单位细则', practice: '提醒' }
const statusNames: Record<RuleSetting['status'], string> = {
  computed: '按记录统计',
  perRecord: '在每次记录时核对',
  superior: '上级机关的职责，不统计',
  disabled: '本年不用',
}
const certaintyNames: Record<RuleSetting['certainty'], string> = {
  quoted: '',
  secondary: '转述，使用前请查对',
  memory: '尚未核对，使用前请查对',
}

/** Every rule with its source in small grey; what the branch may set can be set here. */
export function RulesTable({ rules, onChange }: RulesTableProps) {
  return (
    <table className="rules-table">
      <thead>
        <tr>
          <th scope="col">规定</th>
          <th scope="col">依据</th>
          <th scope="col">统计</th>
          <th scope="col">次数等</th>
          <th scope="col">使用</th>
        </tr>
      </thead>
      <tbody>
        {rules.map((rule) => (
          <tr key={rule.id}>
            <td>
              {rule.text}
              <span className="small faint rule-source">
                {rule.source}
                {certaintyNames[rule.certainty] && `（${certaintyNames[rule.certainty]}）`}
              </span>
            </td>
            <td className="nowrap">
              <span className={`pill ${rule.authority === 'central' ? 'state-quiet' : 'state-open'}`}>
                {authorityNames[rule.authority]}
              </span>
            </td>
            <td className="small soft">{statusNames[rule.status]}</td>
            <td>
              <RuleNumber rule={rule} onChange={(min) => onChange(rule, { min })} />
            </td>
            <td className="nowrap">
              {rule.isEditable ? (
                <Switch
                  aria-label={`使用：${rule.text}`}
                  checked={rule.isEnabled}
                  onChange={(isEnabled) => onChange(rule, { isEnabled })}
                />
              ) : (
                <span className="small faint">{rule.isEnabled ? '使用' : '不用'}</span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function RuleNumber({ rule, onChange }: { readonly rule: RuleSetting; readonly onChange: (min: number | null) => void }) {
  if (!rule.isEditable || rule.min === null) return <>{rule.min ?? '—'}</>
  const put = (text: string) => {
    const value = Number(text)
    if (text.trim() === '' || !Number.isInteger(value) || value < 1 || value === rule.min) return
    onChange(value === rule.defaultMin ? null : value)
  }
  return (
    <>
      <InputNumber
        key={rule.min}
        aria-label={`次数等：${rule.text}`}
        min={1}
        max={1000}
        precision={0}
        defaultValue={rule.min}
        style={{ width: '5em' }}
        onBlur={(event) => put(event.target.value)}
        onPressEnter={(event) => put(event.currentTarget.value)}
      />
      {rule.defaultMin !== null && rule.min !== rule.defaultMin && (
        <span className="small faint rule-source">原为{rule.defaultMin}</span>
      )}
    </>
  )
}
