import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { adoptIds } from '#renderer/activities/form/adopt-ids.ts'
import { fromActivity } from '#renderer/activities/form/from-activity.ts'
import {
  type FormModel,
  firstPart,
  newForm,
  newResolution,
  newSpeech,
  newText,
  newVote,
  readDraft,
} from '#renderer/activities/form/model.ts'
import { changePart } from '#renderer/activities/form/store.ts'
import { toSaveInput } from '#renderer/activities/form/to-save.ts'
import { type Activity, type SaveActivity, saveActivitySchema } from '#shared/activities/schema.ts'
import { newId } from '#shared/kernel/ids.ts'
import { savedMeeting } from './saved-meeting.ts'

/** A record as the contract gives it, and what saving it again should send: the same facts. */
function factsOf(activity: Activity): SaveActivity {
  const { isLate: _late, enteredOn: _entered, origin, attachments, parts, ...rest } = activity
  return saveActivitySchema.parse({
    ...rest,
    origin: origin === 'fromPaper' ? 'fromPaper' : 'typed',
    attachmentIds: attachments.map((attachment) => attachment.id),
    parts: parts.map(({ counts, rosterKnown, ...part }) => ({
      ...part,
      forYear: part.forYear === Number(activity.date.slice(0, 4)) ? null : part.forYear,
      counts: rosterKnown ? null : { due: counts.due, present: counts.present },
    })),
  })
}

const sent = (model: FormModel) => {
  const { draftId: _draft, ...input } = saveActivitySchema.parse(toSaveInput(model))
  return input
}

describe('a record on the form', () => {
  it('is saved unchanged when nobody has changed it', () => {
    const activity = savedMeeting()
    expect(sent(fromActivity(activity))).toEqual(factsOf(activity))
  })

  it('keeps every field of the contract, also those that the form does not show', () => {
    const activity = savedMeeting()
    const input = toSaveInput(fromActivity(activity))
    const missing = (shape: object, value: object) => Object.keys(shape).filter((key) => !(key in value))
    // A reason belongs to one save, never to the record.
    expect(missing(saveActivitySchema.shape, input)).toEqual(['changeReason'])
    expect(missing(saveActivitySchema.shape.parts.element.shape, input.parts[0] ?? {})).toEqual([])
    expect(
      missing(saveActivitySchema.shape.parts.element.shape.agenda.unwrap().element.shape, input.parts[0]?.agenda?.[0] ?? {}),
    ).toEqual([])
  })

  it('shows the counts on paper only where the roster of that day is not known', () => {
    expect(firstPart(fromActivity(savedMeeting())).paperDue).toBeNull()
    const old = savedMeeting()
    const unknown = fromActivity({ ...old, parts: old.parts.map((part) => ({ ...part, rosterKnown: false })) })
    expect(sent(unknown).parts[0]?.counts).toEqual({ due: 14, present: 13 })
  })

  it('survives as a draft', () => {
    const model = fromActivity(savedMeeting())
    expect(readDraft(JSON.stringify(model))).toEqual(model)
  })

  it('refuses a draft that is none', () => {
    for (const content of ['', '[]', '{', '{"draftId":"x","parts":[]}', 'null']) expect(readDraft(content)).toBeNull()
  })
})

describe('a form being filled in', () => {
  const start = () => newForm({ purpose: 'generalMeeting', date: '2025-06-27', groupId: null })

  it('needs a kind and a date only', () => {
    expect(saveActivitySchema.safeParse(toSaveInput(start())).success).toBe(true)
    expect(saveActivitySchema.safeParse(toSaveInput({ ...start(), date: '' })).success).toBe(false)
  })

  it('leaves out rows that nobody has begun, and nothing else', () => {
    const row = { key: newId(), title: '', heading: '', carried: {} }
    const model = changePart(start(), (part) => ({
      ...part,
      agenda: [
        { ...row, content: [newText(''), newSpeech()] },
        { ...row, key: newId(), content: [newText('学习文件'), newText('  ')] },
      ],
      resolutions: [newResolution(), { ...newResolution(), owner: '孙八' }],
    }))
    const [part] = toSaveInput(model).parts
    expect(part?.agenda).toMatchObject([{ title: '', content: [{ kind: 'text', text: '学习文件' }] }])
    expect(part?.resolutions).toMatchObject([{ text: '', owner: '孙八' }])
  })

  it('counts the absentees with 书面意见 in an admission vote until somebody writes another number', () => {
    const vote = newVote()
    const withVote = (writtenOpinions: number | null, subject: 'ordinary' | 'conversion') =>
      changePart(start(), (part) => ({
        ...part,
        absentees: [{ personId: null, name: '陈丙', reason: 'businessTrip', note: '', writtenOpinion: true }],
        agenda: [
          {
            key: newId(),
            title: '转正',
            heading: '',
            carried: {},
            content: vote.kind === 'vote' ? [{ ...vote, vote: { ...vote.vote, subject, writtenOpinions } }] : [],
          },
        ],
      }))
    const saved = (model: FormModel) => sent(model).parts[0]?.agenda[0]?.content[0]
    expect(saved(withVote(null, 'conversion'))).toMatchObject({ vote: { writtenOpinions: 1 } })
    expect(saved(withVote(0, 'conversion'))).toMatchObject({ vote: { writtenOpinions: 0 } })
    expect(saved(withVote(1, 'ordinary'))).toMatchObject({ vote: { writtenOpinions: 0 } })
  })

  it('takes over the identities that saving gave out, and keeps what was typed meanwhile', () => {
    const saved = savedMeeting()
    const [part] = saved.parts
    const model = changePart(start(), (own) => ({
      ...own,
      resolutions: [
        { ...newResolution(), text: '一' },
        newResolution(),
        { ...newResolution(), text: '二' },
        { ...newResolution(), text: '三' },
      ],
    }))
    const later = { ...model, place: '会议室' }
    const next = adoptIds(later, model, saved)
    expect(next).toMatchObject({ id: saved.id, revision: saved.revision, place: '会议室' })
    expect(next.draftId).not.toBe(model.draftId)
    expect(firstPart(next).id).toBe(part?.id)
    expect(firstPart(next).resolutions.map((row) => row.id)).toEqual([
      part?.resolutions[0]?.id,
      null,
      part?.resolutions[1]?.id,
      part?.resolutions[2]?.id,
    ])
  })

  it('never loses a paragraph that holds any text', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { maxLength: 8 }), (texts) => {
        const model = changePart(start(), (part) => ({
          ...part,
          agenda: [{ key: newId(), title: '议题', heading: '', carried: {}, content: texts.map(newText) }],
        }))
        const content = toSaveInput(model).parts[0]?.agenda?.[0]?.content ?? []
        expect(content).toEqual(texts.filter((text) => text.trim() !== '').map((text) => ({ kind: 'text', text: text.trim() })))
      }),
    )
  })
})
