import { Button, Drawer, Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { FormLine } from '#renderer/dossier/FormLine.tsx'
import type { Indicator } from '#shared/rating/scheme.ts'
import { RuleFields } from './RuleFields.tsx'

type Sort = 'plain' | 'bonus' | 'veto'

interface IndicatorEditorProps {
  readonly indicator: Indicator
  readonly evidenceKinds: Readonly<Record<string, string>>
  readonly onSave: (indicator: Indicator) => void
  readonly onClose: () => void
}

const sortOf = ({ bonus, veto }: Indicator): Sort => (veto ? 'veto' : bonus ? 'bonus' : 'plain')

function withSort({ bonus: _bonus, veto: _veto, vetoEffect, ...rest }: Indicator, sort: Sort): Indicator {
  if (sort === 'bonus') return { ...rest, bonus: true }
  return sort === 'veto' ? { ...rest, points: 0, veto: true, vetoEffect: vetoEffect ?? { action: 'notRated' } } : rest
}

/** One indicator of a scheme: what it asks, for how many points, what proves it and how points are proposed. */
export function IndicatorEditor({ indicator, evidenceKinds, onSave, onClose }: IndicatorEditorProps) {
  const [own, setOwn] = useState(indicator)
  const patch = (change: Partial<Indicator>) => setOwn((before) => ({ ...before, ...change }))
  const effect = own.vetoEffect?.action === 'maxStars' ? String(own.vetoEffect.value) : 'notRated'
  return (
    <Drawer
      open
      size={620}
      title={indicator.name === '' ? '新指标' : `${indicator.code} ${indicator.name}`}
      onClose={onClose}
      footer={
        <div className="drawer-footer">
          <Button onClick={onClose}>取消</Button>
          <Button type="primary" disabled={own.code.trim() === '' || own.name.trim() === ''} onClick={() => onSave(own)}>
            确定
          </Button>
        </div>
      }
    >
      <FormLine label="编号">
        <Input aria-label="编号" maxLength={20} value={own.code} onChange={({ target }) => patch({ code: target.value })} />
      </FormLine>
      <FormLine label="指标名称">
        <Input aria-label="指标名称" maxLength={100} value={own.name} onChange={({ target }) => patch({ name: target.value })} />
      </FormLine>
      <FormLine label="性质">
        <Select<Sort>
          aria-label="性质"
          value={sortOf(own)}
          options={[
            { value: 'plain', label: '计分项' },
            { value: 'bonus', label: '加分项' },
            { value: 'veto', label: '一票否决或限制项' },
          ]}
          onChange={(sort) => setOwn(withSort(own, sort))}
          style={{ width: '100%' }}
        />
      </FormLine>
      {own.veto ? (
        <FormLine label="后果">
          <Select
            aria-label="后果"
            value={effect}
            options={[
              { value: 'notRated', label: '不予评定' },
              ...[4, 3, 2, 1].map((stars) => ({ value: String(stars), label: `最高${['', '一', '二', '三', '四'][stars]}星` })),
            ]}
            onChange={(value: string) =>
              patch({ vetoEffect: value === 'notRated' ? { action: 'notRated' } : { action: 'maxStars', value: Number(value) } })
            }
            style={{ width: '100%' }}
          />
        </FormLine>
      ) : (
        <FormLine label="分值">
          <InputNumber
            aria-label="分值"
            min={0}
            max={100}
            step={0.5}
            precision={1}
            value={own.points}
            onChange={(points) => patch({ points: points ?? 0 })}
          />
        </FormLine>
      )}
      <FormLine label="标准">
        <Input.TextArea
          aria-label="标准"
          autoSize={{ minRows: 3 }}
          maxLength={2000}
          value={own.standard}
          onChange={({ target }) => patch({ standard: target.value })}
        />
      </FormLine>
      <FormLine label="可作依据" hint="排在最前的为主。">
        <Select
          mode="multiple"
          aria-label="可作依据"
          showSearch={{ optionFilterProp: 'label' }}
          value={own.evidence}
          options={Object.entries(evidenceKinds).map(([value, label]) => ({ value, label }))}
          onChange={(evidence) => patch({ evidence })}
          style={{ width: '100%' }}
        />
      </FormLine>
      <RuleFields
        rule={own.autoRule}
        onChange={(rule) => {
          const { autoRule: _before, ...rest } = own
          setOwn(rule ? { ...rest, autoRule: rule } : rest)
        }}
      />
    </Drawer>
  )
}
