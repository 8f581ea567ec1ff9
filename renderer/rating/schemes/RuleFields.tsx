import { InputNumber, Select } from 'antd'
import { FormLine } from '#renderer/dossier/FormLine.tsx'
import { countable } from '#shared/rating/countable.ts'
import {
  checkWords,
  distinctNames,
  levelNames,
  metricNames,
  pairNames,
  periodNames,
  ruleKindNames,
  subjectNames,
} from '#shared/rating/rule-words.ts'
import { type AutoRule, autoRuleSchema } from '#shared/rating/scheme.ts'

/** A rule of each kind to begin with. */
const begin: Readonly<Record<AutoRule['kind'], AutoRule>> = {
  count: { kind: 'count', record: 'generalMeeting', period: 'quarter', min: 1 },
  hours: { kind: 'hours', subject: 'member', period: 'year', min: 32 },
  coverage: {
    kind: 'coverage',
    record: 'heartToHeartTalk',
    period: 'year',
    pairs: ['committee-committee', 'committee-member', 'member-member'],
    min: 1,
  },
  rate: { kind: 'rate', metric: 'attendanceRate', period: 'year', min: 0.9 },
  distinct: { kind: 'distinct', record: 'studySession', field: 'fourStudyTier', period: 'year', min: 4 },
  deadline: { kind: 'deadline', record: 'branchElection', everyYears: 3 },
  check: { kind: 'check', expr: 'resolutions.all(hasVoteCounts)' },
  tier: { kind: 'tier', record: 'honour', period: 'year', tiers: { provincial: 2, department: 1 }, cap: 4 },
}

const optionsOf = (names: Readonly<Record<string, string>>) => Object.entries(names).map(([value, label]) => ({ value, label }))

interface ChoiceProps {
  readonly label: string
  readonly value: string
  readonly options: { readonly value: string; readonly label: string }[]
  readonly onChange: (value: string) => void
}

const Choice = ({ label, value, options, onChange }: ChoiceProps) => (
  <FormLine label={label}>
    <Select
      aria-label={label}
      showSearch={{ optionFilterProp: 'label' }}
      value={value}
      options={options}
      onChange={onChange}
      style={{ width: '100%' }}
    />
  </FormLine>
)

interface AmountProps {
  readonly label: string
  readonly value: number | undefined
  readonly min?: number
  readonly max?: number
  readonly step?: number
  readonly hint?: string
  readonly onChange: (value: number | null) => void
}

const Amount = ({ label, value, min = 0, max = 1000, step = 1, hint, onChange }: AmountProps) => (
  <FormLine label={label} hint={hint}>
    <InputNumber aria-label={label} min={min} max={max} step={step} value={value ?? null} onChange={onChange} />
  </FormLine>
)

interface RuleFieldsProps {
  readonly rule: AutoRule | undefined
  readonly onChange: (rule: AutoRule | undefined) => void
}

/** The parameters of a rule, each from a list or as a number; nothing of it is ever a text to be run. */
function Parameters({ rule, onChange }: { readonly rule: AutoRule; readonly onChange: (rule: AutoRule) => void }) {
  // A choice that does not fit the rule is not taken over.
  const patch = (own: object) => {
    const next = autoRuleSchema.safeParse(
      Object.fromEntries(Object.entries({ ...rule, ...own }).filter(([, value]) => value !== undefined && value !== null)),
    )
    if (next.success) onChange(next.data)
  }
  switch (rule.kind) {
    case 'count':
      return (
        <>
          <Choice
            label="数什么"
            value={rule.record}
            options={optionsOf(Object.fromEntries(countable))}
            onChange={(record) => patch({ record, perGroup: record === 'groupMeeting' ? true : undefined })}
          />
          <Choice label="周期" value={rule.period} options={optionsOf(periodNames)} onChange={(period) => patch({ period })} />
          <Amount label="次数" value={rule.min} min={1} onChange={(min) => patch({ min })} />
          <Amount
            label="缺1次扣"
            value={rule.deductPerMiss}
            step={0.1}
            max={100}
            hint="不填：按已开的周期数与应开的周期数之比计分。"
            onChange={(deductPerMiss) => patch({ deductPerMiss })}
          />
        </>
      )
    case 'hours':
      return (
        <>
          <Choice label="谁" value={rule.subject} options={optionsOf(subjectNames)} onChange={(subject) => patch({ subject })} />
          <Amount label="每年学时" value={rule.min} min={1} onChange={(min) => patch({ min })} />
          <Amount
            label="达到人数"
            value={Math.round((rule.target ?? 1) * 100)}
            min={1}
            max={100}
            hint="百分比，达到即得满分。"
            onChange={(target) => patch({ target: (target ?? 100) / 100 })}
          />
        </>
      )
    case 'coverage':
      return (
        <FormLine label="谈话范围">
          <Select
            mode="multiple"
            aria-label="谈话范围"
            value={rule.pairs}
            options={optionsOf(pairNames)}
            onChange={(pairs) => patch({ pairs })}
            style={{ width: '100%' }}
          />
        </FormLine>
      )
    case 'rate':
      return (
        <>
          <Choice label="比率" value={rule.metric} options={optionsOf(metricNames)} onChange={(metric) => patch({ metric })} />
          {rule.below === undefined ? (
            <Amount
              label="得分线"
              value={Math.round((rule.min ?? 0) * 100)}
              max={100}
              hint={
                rule.steps
                  ? `分档：${rule.steps.map(([from, points]) => `${Math.round(from * 100)}%得${points}分`).join('，')}`
                  : '百分比'
              }
              onChange={(min) => patch({ min: (min ?? 0) / 100 })}
            />
          ) : (
            <Amount
              label="低于"
              value={Math.round(rule.below * 100)}
              max={100}
              hint="百分比"
              onChange={(below) => patch({ below: (below ?? 0) / 100 })}
            />
          )}
        </>
      )
    case 'distinct':
      return (
        <>
          <Choice
            label="类别"
            value={rule.field}
            options={optionsOf(distinctNames)}
            onChange={(field) =>
              patch(
                field === 'audience'
                  ? { field, record: 'activity', min: 'audiencesOnRoster' }
                  : { field, record: 'studySession', min: 4 },
              )
            }
          />
          {typeof rule.min === 'number' && (
            <Amount label="不少于" value={rule.min} min={1} max={4} onChange={(min) => patch({ min })} />
          )}
        </>
      )
    case 'deadline':
      return <Amount label="任期（年）" value={rule.everyYears} min={1} max={10} onChange={(everyYears) => patch({ everyYears })} />
    case 'check':
      return <Choice label="核对什么" value={rule.expr} options={optionsOf(checkWords)} onChange={(expr) => patch({ expr })} />
    case 'tier':
      return (
        <>
          {Object.entries(levelNames).map(([level, name]) => (
            <Amount
              key={level}
              label={`${name}一项`}
              value={rule.tiers[level] ?? 0}
              step={0.5}
              max={100}
              onChange={(points) => patch({ tiers: { ...rule.tiers, [level]: points ?? 0 } })}
            />
          ))}
          <Amount label="最多" value={rule.cap} max={100} step={0.5} onChange={(cap) => patch({ cap })} />
        </>
      )
  }
}

/** How points are proposed: a kind from a list, then its parameters; none: 需人工评定. */
export function RuleFields({ rule, onChange }: RuleFieldsProps) {
  return (
    <>
      <FormLine label="建议分怎么算">
        <Select
          aria-label="建议分怎么算"
          value={rule?.kind ?? 'none'}
          options={[{ value: 'none', label: '需人工评定' }, ...optionsOf(ruleKindNames)]}
          onChange={(kind: AutoRule['kind'] | 'none') => onChange(kind === 'none' ? undefined : begin[kind])}
          style={{ width: '100%' }}
        />
      </FormLine>
      {rule && <Parameters rule={rule} onChange={onChange} />}
    </>
  )
}
