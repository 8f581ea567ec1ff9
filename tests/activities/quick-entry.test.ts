import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Document, Packer, Paragraph } from 'docx'
import { expect, it } from 'vitest'
import { lastSitting } from '#main/activities/copy-last.ts'
import { readActivity } from '#main/activities/read.ts'
import { readDocx } from '#main/activities/read-docx.ts'
import { finalizeActivity, saveActivity } from '#main/activities/service.ts'
import { bringSigned } from '#main/activities/signed.ts'
import { addAttachment } from '#main/attachments/service.ts'
import { splitMinutes } from '#shared/activities/entry/split-minutes.ts'
import { saveActivitySchema } from '#shared/activities/schema.ts'
import { temporaryFolder } from '../helpers/ledger.ts'
import { sampleBranch } from '../helpers/sample-branch.ts'

const meeting = (groupId: string, date: string) =>
  saveActivitySchema.parse({
    date,
    place: '506办公室',
    chair: { name: '孙八' },
    parts: [
      {
        purpose: 'groupMeeting',
        groupId,
        title: `${date}党小组会`,
        absentees: [
          { name: '褚丁', reason: 'exempt' },
          { name: '吴十', reason: 'sickLeave' },
        ],
        agenda: [{ title: '学习党章', content: [{ kind: 'speech', speaker: '王五', text: '线上学习比较零散。' }] }],
        resolutions: [{ text: '完成补学。' }],
      },
    ],
  })

it('复制上次 takes place, people and headings of the same group, never what was said or decided', () => {
  const { core, ledger, groups } = sampleBranch()
  saveActivity(core, meeting(groups[0], '2025-05-11'))
  saveActivity(core, meeting(groups[0], '2025-06-11'))
  saveActivity(core, { ...meeting(groups[1], '2025-06-20'), place: '别处' })
  const last = lastSitting(ledger, 'groupMeeting', '2025-07-11', groups[0])
  expect(last).toMatchObject({ date: '2025-06-11', place: '506办公室', chair: { name: '孙八' }, agenda: ['学习党章'] })
  expect(last?.exempt.map(({ name }) => name)).toEqual(['褚丁'])
  expect(JSON.stringify(last)).not.toMatch(/零散|补学/)
  expect(lastSitting(ledger, 'groupMeeting', '2025-05-11', groups[0])).toBeNull()
})

it('a signed page comes first, also after 定稿, and asks for no reason', async () => {
  const { core, ledger, groups } = sampleBranch()
  const { id, revision } = saveActivity(core, meeting(groups[0], '2025-06-11'))
  const stage = (name: string) => {
    const path = join(temporaryFolder(), name)
    writeFileSync(path, name)
    return core.staging.fromPath(path).token
  }
  const photo = await addAttachment(core, stage('照片.jpg'), id)
  finalizeActivity(core, id, revision)
  const page = await addAttachment(core, stage('签字页.jpg'), id)
  bringSigned(core, id, page.id)
  const record = readActivity(ledger, id)
  expect(record.state).toBe('signed')
  expect(record.attachments.map((attachment) => attachment.id)).toEqual([page.id, photo.id])
})

it('an old Word record is read as text; what is none is refused by name', async () => {
  const folder = temporaryFolder()
  const path = join(folder, '旧记录.docx')
  const lines = ['会议时间：2025年6月11日 16:00—17:00', '会议内容：', '一、学习党章', '㐱𠮷：同意😀。']
  const document = new Document({ sections: [{ children: lines.map((text) => new Paragraph(text)) }] })
  writeFileSync(path, await Packer.toBuffer(document))
  const { core } = sampleBranch()
  const read = await readDocx(core.staging.find(core.staging.fromPath(path).token))
  expect(splitMinutes(read.text, ['㐱𠮷'])).toMatchObject({
    date: '2025-06-11',
    startTime: '16:00',
    agenda: [{ title: '学习党章', blocks: [{ speaker: '㐱𠮷', text: '同意😀。' }] }],
  })
  const wrong = join(folder, '不是.docx')
  writeFileSync(wrong, 'no word file')
  await expect(readDocx(core.staging.find(core.staging.fromPath(wrong).token))).rejects.toMatchObject({ code: 'FILE_UNREADABLE' })
})

it('200,000 characters, emoji and rare characters are stored as they were typed', () => {
  const { core, ledger, groups } = sampleBranch()
  const text = '㐱𠮷䶮😀'.repeat(50_000)
  const input = meeting(groups[0], '2025-06-11')
  const long = { ...input, closing: text, chair: { name: '𠮷䶮', post: '' } }
  const { id } = saveActivity(core, saveActivitySchema.parse(long))
  const record = readActivity(ledger, id)
  expect(record.closing).toBe(text)
  expect(record.chair?.name).toBe('𠮷䶮')
  expect(saveActivitySchema.safeParse({ ...long, closing: `${text}字` }).success).toBe(false)
})
