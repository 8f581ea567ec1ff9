import { useMutation } from '@tanstack/react-query'
import { App, Button, Input, InputNumber } from 'antd'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { client } from '#renderer/api/client.ts'
import { FormLine } from '#renderer/dossier/FormLine.tsx'
import { Card } from '#renderer/ui/Card.tsx'
import { ErrorBlock } from '#renderer/ui/ErrorBlock.tsx'
import { PageHeader } from '#renderer/ui/PageHeader.tsx'
import { ruleText } from '#shared/rating/rule-words.ts'
import { type Indicator, type SchemeDraft, schemeFaults, schemeSchema } from '#shared/rating/scheme.ts'
import { EvidenceKindsCard } from './EvidenceKindsCard.tsx'
import { IndicatorEditor } from './IndicatorEditor.tsx'
import { MoveButtons } from './MoveButtons.tsx'
import { useSchemeDraft } from './useSchemeDraft.ts'

interface SchemeFormProps {
  readonly initial: SchemeDraft
  /** The kept scheme that is edited; null: a new one. */
  readonly id: string | null
  /** A year has used it: saving makes a new version. */
  readonly isUsed: boolean
}

const pointsWord = ({ veto, bonus, points }: Indicator) => (veto ? '一票否决' : `${bonus ? '加' : ''}${points}分`)

/** A whole scheme in a form; what contradicts itself is said while it is typed, and saved only when nothing does. */
export function SchemeForm({ initial, id, isUsed }: SchemeFormProps) {
  const [, navigate] = useLocation()
  const { message } = App.useApp()
  const { scheme, patch, setCategory, addCategory, removeCategory, moveCategory, putIndicator, moveIndicator, removeIndicator } =
    useSchemeDraft(initial)
  const [open, setOpen] = useState<{ readonly category: number; readonly index: number } | null>(null)
  const faults = schemeFaults(scheme)
  const save = useMutation({
    mutationFn: () => client.rating.schemes.save({ scheme: schemeSchema.parse(scheme), ...(id === null ? {} : { id }) }),
    onSuccess: ({ version, isNew }) => {
      void message.success(isNew ? `已存为新版本 ${version}` : `已保存，版本 ${version}`)
      navigate('/rating/schemes')
    },
  })
  const category = open ? scheme.categories[open.category] : undefined
  const edited: Indicator | undefined = category && {
    ...(category.indicators[open?.index ?? 0] ?? {
      code: `${category.code}${category.indicators.length + 1}`,
      name: '',
      points: 1,
      standard: '',
      evidence: [],
    }),
  }
  return (
    <>
      <PageHeader
        title={id === null ? '新的评定办法' : '修改评定办法'}
        note={isUsed && <span className="soft">已有年度用过，保存时另存为新版本</span>}
        actions={<Button onClick={() => navigate('/rating/schemes')}>返回</Button>}
        primary={{ label: '保存', onClick: () => save.mutate(), loading: save.isPending, disabled: faults.length > 0 }}
      />
      {save.isError && <ErrorBlock inline error={save.error} />}
      {faults.length > 0 && (
        <div role="alert" className="card">
          保存前还要改：
          <ul>
            {faults.map((fault) => (
              <li key={fault}>{fault}</li>
            ))}
          </ul>
        </div>
      )}
      <div className="dossier-stack rating-editor">
        <Card title="办法">
          <FormLine label="名称">
            <Input
              aria-label="名称"
              maxLength={200}
              value={scheme.schemeName}
              onChange={({ target }) => patch({ schemeName: target.value })}
            />
          </FormLine>
          <FormLine label="版本">
            <Input
              aria-label="版本"
              maxLength={60}
              value={scheme.version}
              onChange={({ target }) => patch({ version: target.value })}
            />
          </FormLine>
          <FormLine label="说明" hint="每一页、每一份导出的文件都带上这句话。">
            <Input.TextArea
              aria-label="说明"
              autoSize={{ minRows: 2 }}
              maxLength={1000}
              value={scheme.notice}
              onChange={({ target }) => patch({ notice: target.value })}
            />
          </FormLine>
          <FormLine label="星级最低分">
            <div className="rating-steps">
              {scheme.levels.map((level, at) => (
                <InputNumber
                  key={level.stars}
                  aria-label={`${level.name}最低分`}
                  prefix={level.name}
                  min={0}
                  max={110}
                  value={level.minScore}
                  onChange={(minScore) =>
                    patch({ levels: scheme.levels.map((each, own) => (own === at ? { ...each, minScore: minScore ?? 0 } : each)) })
                  }
                />
              ))}
            </div>
          </FormLine>
          <FormLine label="达标线" hint="基础分不到这条线的为未达标，不参加创星。不填：办法没有另设达标线。">
            <InputNumber
              aria-label="达标线"
              min={0}
              max={100}
              value={scheme.standard?.minScore ?? null}
              onChange={(minScore) => patch({ standard: minScore === null ? undefined : { minScore } })}
            />
          </FormLine>
          <FormLine label="加分上限">
            <InputNumber
              aria-label="加分上限"
              min={0}
              max={100}
              value={scheme.bonusCap}
              onChange={(bonusCap) => patch({ bonusCap: bonusCap ?? 0 })}
            />
          </FormLine>
        </Card>
        {scheme.categories.map((each, at) => (
          <Card
            key={at}
            title={
              <Input
                aria-label={`第${at + 1}类名称`}
                variant="borderless"
                maxLength={100}
                value={each.name}
                onChange={({ target }) => setCategory(at, (before) => ({ ...before, name: target.value }))}
              />
            }
            note={`${each.code}类，${each.weight}分`}
            extra={
              <>
                <MoveButtons
                  list="category"
                  what={`${each.code}类`}
                  at={at}
                  of={scheme.categories.length}
                  onMove={(by) => moveCategory(at, by)}
                />
                <Button size="small" onClick={() => setOpen({ category: at, index: each.indicators.length })}>
                  添加指标
                </Button>{' '}
                {each.indicators.length === 0 && (
                  <Button size="small" danger onClick={() => removeCategory(at)}>
                    删除这一类
                  </Button>
                )}
              </>
            }
          >
            <table className="dossier-list">
              <tbody>
                {each.indicators.map((indicator, index) => (
                  <tr key={index}>
                    <td>{indicator.code}</td>
                    <th scope="row">{indicator.name}</th>
                    <td>{pointsWord(indicator)}</td>
                    <td className="soft">{ruleText(indicator.autoRule)}</td>
                    <td>
                      <MoveButtons
                        list={`indicator-${at}`}
                        what={indicator.name}
                        at={index}
                        of={each.indicators.length}
                        onMove={(by) => moveIndicator(at, index, by)}
                      />
                      <Button size="small" aria-label={`修改${indicator.name}`} onClick={() => setOpen({ category: at, index })}>
                        修改
                      </Button>{' '}
                      <Button size="small" aria-label={`删除${indicator.name}`} onClick={() => removeIndicator(at, index)}>
                        删除
                      </Button>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Card>
        ))}
        <Button onClick={addCategory}>添加一类</Button>
        <EvidenceKindsCard kinds={scheme.evidenceKinds} onChange={(evidenceKinds) => patch({ evidenceKinds })} />
      </div>
      {open && edited && (
        <IndicatorEditor
          key={`${open.category}-${open.index}`}
          indicator={edited}
          evidenceKinds={scheme.evidenceKinds}
          onClose={() => setOpen(null)}
          onSave={(indicator) => {
            putIndicator(open.category, open.index, indicator)
            setOpen(null)
          }}
        />
      )}
    </>
  )
}
