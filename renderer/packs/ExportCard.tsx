import { useQuery } from '@tanstack/react-query'
import { Button, Checkbox, Input, InputNumber, Radio } from 'antd'
import { useState } from 'react'
import { client, orpc } from '#renderer/api/client.ts'
import { useYear } from '#renderer/api/session.ts'
import { Card } from '#renderer/ui/Card.tsx'
import { ErrorBlock } from '#renderer/ui/ErrorBlock.tsx'
import { octetsText } from '#shared/kernel/octets.ts'
import { newPassphraseSchema } from '#shared/lock/schema.ts'
import { isFat } from '#shared/packs/file-systems.ts'
import type { PackChoice, PackLayout, PackResult } from '#shared/packs/schema.ts'
import { type ChosenFolder, FolderChooser } from './FolderChooser.tsx'
import { Leftovers } from './Leftovers.tsx'
import { PlanView } from './PlanView.tsx'
import { ReceiptButton } from './ReceiptButton.tsx'
import { TaskProgress } from './TaskProgress.tsx'
import { useStream } from './useStream.ts'
import { exportConfirmation } from './words.ts'

/** 佐证材料包: which year → what is in it → where to → the confirmation → written and read back. */
export function ExportCard() {
  const shownYear = useYear()
  const [chosenYear, setYear] = useState<number | null>(null)
  const year = chosenYear ?? shownYear
  const [path, setPath] = useState<readonly ChosenFolder[]>([])
  const [isConfirmed, setConfirmed] = useState(false)
  const [kind, setKind] = useState<PackChoice['kind']>('evidence')
  const [passphrase, setPassphrase] = useState('')
  const [form, setForm] = useState<'folder' | 'zip'>('folder')
  const usesRating = useQuery(orpc.branch.get.queryOptions({ input: {} })).data?.settings.usesRating === true
  const [chosenLayout, setLayout] = useState<PackLayout | null>(null)
  const layout: PackLayout = usesRating ? (chosenLayout ?? 'indicator') : 'date'
  const [exclude, setExclude] = useState<readonly string[]>([])
  const isOnFat = isFat(path[0]?.fileSystem ?? '')
  const isSealed = kind === 'exchange' && passphrase !== ''
  const passphraseProblem = isSealed ? (newPassphraseSchema.safeParse(passphrase).error?.issues[0]?.message ?? null) : null
  const task = useStream<PackResult>()
  const target = path.at(-1)
  const start = () => {
    if (!target) return
    // Ticked once for each export, not once for ever.
    setConfirmed(false)
    task.start((signal) =>
      client.packs.export(
        {
          year,
          kind,
          layout,
          form,
          exclude: [...exclude],
          targetId: target.id,
          confirmed: true,
          ...(isSealed ? { passphrase } : {}),
        },
        { signal },
      ),
    )
  }
  const goOn = (name: string) => {
    if (!target) return
    setConfirmed(false)
    task.start((signal) => client.packs.continueLeftover({ targetId: target.id, name, confirmed: true }, { signal }))
  }
  return (
    <Card title="佐证材料包" note="全年记录、附件和统计表，装进一个文件夹；不装本软件也能打开和核对">
      {task.isRunning ? (
        <TaskProgress progress={task.progress} onCancel={task.cancel} />
      ) : (
        <>
          <div className="pack-step">
            <span>内容</span>
            <Radio.Group
              aria-label="内容"
              value={kind}
              onChange={(event) => setKind(event.target.value)}
              options={[
                { value: 'evidence', label: '一年的佐证材料' },
                { value: 'exchange', label: '全部数据（换电脑、移交）' },
              ]}
            />
          </div>
          {kind === 'exchange' && (
            <div className="pack-step">
              <label htmlFor="pack-passphrase">口令</label>
              <Input.Password
                id="pack-passphrase"
                value={passphrase}
                maxLength={200}
                autoComplete="new-password"
                style={{ width: '18em' }}
                onChange={({ target: { value } }) => setPassphrase(value)}
              />
              <span className={passphraseProblem ? 'small bad' : 'small soft'}>
                {passphraseProblem ?? '填了才带身份证号、电话、住址和不公开的内容，加密存放；口令请当面告诉接收人'}
              </span>
            </div>
          )}
          {kind === 'evidence' && (
            <div className="pack-step">
              <label htmlFor="pack-year">年度</label>
              <InputNumber
                id="pack-year"
                min={1921}
                max={2200}
                precision={0}
                value={year}
                onChange={(next) => {
                  setYear(next)
                  setExclude([])
                }}
                style={{ width: '6em' }}
              />
            </div>
          )}
          {usesRating && kind === 'evidence' && (
            <div className="pack-step">
              <span>编排</span>
              <Radio.Group
                aria-label="编排"
                value={layout}
                onChange={(event) => setLayout(event.target.value)}
                options={[
                  { value: 'indicator', label: '按达标创星指标' },
                  { value: 'date', label: '按类别和日期' },
                ]}
              />
            </div>
          )}
          <PlanView
            year={year}
            kind={kind}
            layout={layout}
            isSealed={isSealed && passphraseProblem === null}
            exclude={exclude}
            onExclude={setExclude}
          />
          <FolderChooser label="保存到" path={path} onChange={setPath} />
          {target && <Leftovers targetId={target.id} isConfirmed={isConfirmed} onContinue={goOn} />}
          <div className="pack-step">
            <span>形式</span>
            <Radio.Group
              aria-label="形式"
              value={form}
              onChange={(event) => setForm(event.target.value)}
              options={[
                { value: 'folder', label: '文件夹（直接打开）' },
                { value: 'zip', label: '一个压缩文件（ZIP）' },
              ]}
            />
            {isOnFat && <span className="small soft">这个 U 盘是 FAT32 格式，单个文件不能超过 4 GB，建议选文件夹</span>}
          </div>
          <Checkbox className="confirmation" checked={isConfirmed} onChange={(event) => setConfirmed(event.target.checked)}>
            {exportConfirmation}
          </Checkbox>
          <div className="pack-step">
            <Button
              type="primary"
              onClick={start}
              disabled={!target || !target.isWritable || !isConfirmed || passphraseProblem !== null}
            >
              导出材料包
            </Button>
            {!target && <span className="small faint">先选保存到哪里</span>}
            {target?.isWritable && !isConfirmed && <span className="small faint">先勾选上面的确认</span>}
            {target && !target.isWritable && <span className="small bad">这个位置不能写入，请换一个</span>}
          </div>
          {task.error !== null && <ErrorBlock inline error={task.error} />}
          {task.result && <ExportDone result={task.result} />}
        </>
      )}
    </Card>
  )
}

/** Success is shown only for what has been read back. */
function ExportDone({ result }: { readonly result: PackResult }) {
  return (
    <div className="task-result good-ground" role="status">
      <p className="good">
        <b>
          ✓ 已导出，{result.files} 个文件，{octetsText(result.octets)}，写完后已逐个读回核对。
        </b>
      </p>
      <p className="pack-path">{result.path}</p>
      <ReceiptButton pack={result} />
      <p className="small soft">
        {result.isReadPastCache ? '可以安全移除。' : '如果导出到 U 盘：请先在系统中弹出，再重新插入，用下面的“校验”再核对一次。'}
      </p>
    </div>
  )
}
