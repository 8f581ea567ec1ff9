import { describe, expect, it } from 'vitest'
import { checklist } from '#renderer/activities/form/checklist.ts'
import {
  agendaFieldId,
  agendaKeyOf,
  blockFieldId,
  fieldIds,
  fieldOf,
  formErrors,
  resolutionFieldId,
} from '#renderer/activities/form/fields.ts'
import { fromActivity } from '#renderer/activities/form/from-activity.ts'
import { type FormModel, firstPart, newForm, newResolution, newSpeech, newText } from '#renderer/activities/form/model.ts'
import { changePart } from '#renderer/activities/form/store.ts'
import { toSaveInput } from '#renderer/activities/form/to-save.ts'
import { type Finding, saveActivitySchema } from '#shared/activities/schema.ts'
import { newId } from '#shared/kernel/ids.ts'
import { savedMeeting } from './saved-meeting.ts'

const start = () => newForm({ purpose: 'generalMeeting', date: '2025-06-27', groupId: null })
const finding = (path: string, severity: Finding['severity'] = 'warning'): Finding => ({
  code: 'X',
  text: path,
  source: '',
  severity,
  path,
})

describe('「定稿前还差」', () => {
  it('names what a new form still lacks, in the order of the form', () => {
    const items = checklist(start(), [])
    expect(items.map((item) => [item.id, item.state])).toEqual([
      ['basics', 'open'],
      ['attendance', 'done'],
      ['agenda', 'open'],
      ['resolutions', 'open'],
      ['closing', 'open'],
    ])
    expect(items[0]?.missing).toBe('名称、开始时间、结束时间、地点、主持人、记录人')
    expect(items[0]?.field).toBe(fieldIds.title)
  })

  it('is all done for a whole record', () => {
    expect(checklist(fromActivity(savedMeeting()), []).every((item) => item.state === 'done')).toBe(true)
  })

  it('puts every remark where it belongs and loses none', () => {
    const model = fromActivity(savedMeeting())
    const paths = [
      'endTime',
      'parts.0.absentees.0',
      'parts.0.agenda.0.content.2',
      'parts.0.agenda.0.content.1',
      'parts.0.resolutions.1.dueOn',
      'elsewhere',
    ]
    const items = checklist(
      model,
      paths.map((path) => finding(path)),
    )
    expect(items.map((item) => [item.id, item.findings.map((one) => one.path)])).toEqual([
      ['basics', ['endTime']],
      ['attendance', ['parts.0.absentees.0']],
      ['votes', ['parts.0.agenda.0.content.2']],
      ['agenda', ['parts.0.agenda.0.content.1']],
      ['resolutions', ['parts.0.resolutions.1.dueOn']],
      ['closing', []],
      ['rest', ['elsewhere']],
    ])
    expect(items.filter((item) => item.state === 'look')).toHaveLength(6)
  })

  it('does not call a mere remark a gap', () => {
    const items = checklist(fromActivity(savedMeeting()), [finding('parts.0.agenda.0.content.2', 'info')])
    expect(items.find((item) => item.id === 'votes')?.state).toBe('done')
  })
})

describe('paths of remarks', () => {
  const block = newSpeech('吴十')
  const item = { key: newId(), title: '议题', heading: '', carried: {}, content: [newText(''), block] }
  const row = { ...newResolution(), text: '决议' }
  const model: FormModel = changePart(start(), (part) => ({
    ...part,
    agenda: [...part.agenda, item],
    resolutions: [newResolution(), row],
  }))

  it('lead to the field although empty rows are not sent', () => {
    expect(fieldOf('place', model)).toBe(fieldIds.place)
    expect(fieldOf('parts.0.title', model)).toBe(fieldIds.title)
    expect(fieldOf('parts.0.agenda', model)).toBe(fieldIds.agenda)
    expect(fieldOf('parts.0.agenda.0.title', model)).toBe(agendaFieldId(item.key))
    expect(fieldOf('parts.0.agenda.0.content.0.text', model)).toBe(blockFieldId(block.key))
    expect(fieldOf('parts.0.resolutions.0.dueOn', model)).toBe(resolutionFieldId(row.key))
    expect(agendaKeyOf('parts.0.agenda.0.content.0', model)).toBe(item.key)
    expect(agendaKeyOf('place', model)).toBeNull()
    expect(firstPart(model).agenda).toHaveLength(2)
  })
})

describe('what cannot be saved', () => {
  const errorsOf = (model: FormModel) => {
    const parsed = saveActivitySchema.safeParse(toSaveInput(model))
    return parsed.success ? [] : formErrors(parsed.error).map((error) => error.text)
  }

  it('is said in the words of the form', () => {
    expect(errorsOf({ ...start(), date: '' })).toEqual(['请选择日期'])
    expect(errorsOf({ ...start(), startTime: '下午' })).toEqual(['开始时间：时间应为 24 小时制，如 15:00'])
    const untitled = changePart(start(), (part) => ({
      ...part,
      agenda: [{ key: newId(), title: '', heading: '', carried: {}, content: [newText('学习')] }],
      resolutions: [{ ...newResolution(), owner: '孙八' }],
      hours: 0.3,
    }))
    expect(errorsOf(untitled)).toEqual(['第1项议题：标题不能为空', '第1条决议：内容不能为空', '学时应为0.5的整数倍'])
    const nobody = changePart(start(), (part) => ({
      ...part,
      agenda: [
        {
          key: newId(),
          title: '一',
          heading: '',
          carried: {},
          content: [{ key: newId(), kind: 'speech', speaker: '', role: '', text: '同意' }],
        },
      ],
    }))
    expect(errorsOf(nobody)).toEqual(['第1项议题：发言人不能为空'])
  })
})
