import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { convertToHtml, extractRawText } from 'mammoth'
import { describe, expect, test } from 'vitest'
import { inProcessClient } from '#main/shells/in-process.ts'
import { withoutTurns } from '#shared/kernel/text.ts'
import { openTestLedger, temporaryFolder } from '../helpers/ledger.ts'
import { hostileTexts, unstorableTexts } from './hostile-text.ts'

type Events<T> = AsyncIterable<{ type: 'progress' } | { type: 'result'; result: T }>
async function resultOf<T>(events: Events<T>): Promise<T> {
  for await (const event of events) if (event.type === 'result') return event.result
  throw new Error('no result')
}

/** As it is compared across documents, which break lines and leave out what XML cannot hold and what would turn its neighbours. */
const seen = (text: string) => withoutTurns(text).replace(/[\s\p{Cc}]/gu, '')

const sitting = (text: string) => ({
  date: '2025-06-27',
  place: text.slice(0, 190).toWellFormed(),
  parts: [
    {
      purpose: 'generalMeeting' as const,
      title: '2025年第二季度支部党员大会',
      agenda: [{ title: '学习', content: [{ kind: 'text' as const, text }] }],
    },
  ],
})

describe('text is text', () => {
  test.each(Object.entries(hostileTexts))(
    '%s: saved, read, previewed, printed, packed and taken in unchanged',
    async (_name, text) => {
      const { core } = openTestLedger()
      const client = inProcessClient(core)
      const { id } = await client.activities.save(sitting(text))
      const saved = await client.activities.get({ id })
      expect(saved.parts[0]?.agenda[0]?.content[0]).toMatchObject({ kind: 'text', text })
      expect(saved.place).toBe(text.slice(0, 190).toWellFormed().trim())
      // Looked for as it stands: finds, or finds nothing, and breaks nothing.
      await client.search.find({ text: text.slice(0, 50).toWellFormed() })
      const { html } = await client.documents.previewMinutes({ activityId: id })
      expect(html).not.toMatch(/<script|<img\b[^>]*onerror/i)
      const { token } = await client.documents.makeMinutes({ activityId: id, format: 'docx' })
      const buffer = Buffer.from(core.outbox.find(token).content)
      expect(seen((await extractRawText({ buffer })).value)).toContain(seen(text))
      expect((await convertToHtml({ buffer })).value).not.toMatch(/<script|<img/i)
      // The whole ledger in a pack, taken in by another.
      const target = temporaryFolder()
      const { path } = await resultOf(
        await client.packs.export({ year: 2025, kind: 'exchange', targetId: core.targets.admit(target), confirmed: true }),
      )
      const other = openTestLedger()
      const away = inProcessClient(other.core)
      await resultOf(await away.packs.import({ targetId: other.core.targets.admit(path), choices: [] }))
      expect(await away.activities.get({ id })).toMatchObject({ place: saved.place, parts: [{ agenda: saved.parts[0]?.agenda }] })
    },
  )

  test.each(Object.entries(unstorableTexts))('%s: refused with the name of the field, nothing saved', async (_name, text) => {
    const { core } = openTestLedger()
    const client = inProcessClient(core)
    const refused = {
      code: 'INPUT_INVALID',
      data: { issues: expect.stringMatching(/正文：「.」后面有一个无法保存的字符|正文：「赵六」后面有一个无法保存的字符/) },
    }
    const safe = sitting('正常')
    const content = [{ kind: 'text' as const, text }]
    await expect(
      client.activities.save({
        ...safe,
        parts: [{ ...safe.parts[0], purpose: 'generalMeeting', title: '大会', agenda: [{ title: '学习', content }] }],
      }),
    ).rejects.toMatchObject(refused)
    await expect(client.members.save({ person: { name: text, declaredCategory: 'formalMember' } })).rejects.toMatchObject({
      code: 'INPUT_INVALID',
    })
    expect(await client.activities.list({ year: 2025 })).toEqual([])
    expect(await client.members.all({})).toEqual([])
  })

  test('names of files are names: kept as they are given, without folders', async () => {
    const { core } = openTestLedger()
    const client = inProcessClient(core)
    const folder = temporaryFolder()
    for (const name of [
      '<script>alert(1)<.txt',
      "'; DROP TABLE attachment; --.txt",
      '\u202egpj.exe',
      '=1+1.csv',
      '👩‍👩‍👧.png',
      'con.txt',
    ]) {
      const file = join(folder, name)
      writeFileSync(file, 'x')
      expect((await client.attachments.add({ file: core.staging.fromPath(file).token })).name).toBe(name)
    }
  })
})
