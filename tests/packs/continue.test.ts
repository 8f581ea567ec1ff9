import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { exportPack } from '#main/packs/service.ts'
import { inProcessClient } from '#main/shells/in-process.ts'
import { type ExportEvent, type PackResult, packChoiceSchema } from '#shared/packs/schema.ts'
import { temporaryFolder } from '../helpers/ledger.ts'
import { sampleBranch } from '../helpers/sample-branch.ts'
import { listFiles, readFiles, verdictLines } from './bags.ts'

async function resultOf(events: AsyncIterable<ExportEvent>): Promise<PackResult> {
  for await (const event of events) if (event.type === 'result') return event.result
  throw new Error('no result')
}

/** A branch with photos, and a stick on which the export of its year was cut off while it was read back. */
async function cutOff() {
  const branch = sampleBranch()
  const client = inProcessClient(branch.core)
  const { id } = await client.activities.save({
    date: '2025-03-28',
    state: 'signed',
    parts: [{ purpose: 'generalMeeting', title: '2025年第一季度支部党员大会' }],
  })
  const source = temporaryFolder()
  for (const name of ['甲.jpg', '乙.jpg', '丙.jpg']) {
    writeFileSync(join(source, name), name.repeat(200_000))
    await client.attachments.add({ file: branch.core.staging.fromPath(join(source, name)).token, activityId: id })
  }
  const stick = temporaryFolder()
  const targetId = branch.core.targets.admit(stick)
  const copy = temporaryFolder()
  const controller = new AbortController()
  await expect(
    exportPack(branch.core, {
      ...packChoiceSchema.parse({ year: 2025 }),
      form: 'folder',
      targetPath: stick,
      signal: controller.signal,
      onProgress({ phase }) {
        if (phase !== 'readBack' || controller.signal.aborted) return
        cpSync(stick, copy, { recursive: true })
        controller.abort()
      },
    }),
  ).rejects.toMatchObject({ code: 'CANCELLED' })
  cpSync(copy, stick, { recursive: true })
  const [name = ''] = readdirSync(stick)
  const bag = join(stick, name, 'bag')
  const photos = listFiles(bag).filter((file) => file.endsWith('.jpg'))
  expect(photos).toHaveLength(3)
  const go = async () => await resultOf(await client.packs.continueLeftover({ targetId, name, confirmed: true }))
  return { ...branch, client, stick, targetId, name, bag, photos, go }
}

const longAgo = new Date('2001-02-03T04:05:06Z')

test('what was copied is kept after it was read again, what is half or changed is copied anew', async () => {
  const { client, targetId, name, bag, photos, go, stick } = await cutOff()
  const [whole = '', half = '', changed = ''] = photos
  writeFileSync(join(bag, half), readFileSync(join(bag, half)).subarray(0, 1000))
  const content = readFileSync(join(bag, changed))
  content[7] = (content[7] ?? 0) ^ 1
  writeFileSync(join(bag, changed), content)
  writeFileSync(join(bag, 'data/stray.txt'), 'x')
  for (const photo of photos) utimesSync(join(bag, photo), longAgo, longAgo)
  expect(await client.packs.leftovers({ targetId })).toMatchObject([{ name, canContinue: true }])
  await expect(client.packs.continueLeftover({ targetId, name, confirmed: false })).rejects.toMatchObject({
    code: 'CONFIRMATION_MISSING',
  })
  const { path } = await go()
  expect(await verdictLines(path)).toEqual(['valid'])
  expect(readdirSync(stick)).toEqual([name.replace('.in-progress', '')])
  const isKept = (file: string) => statSync(join(path, file)).mtimeMs === longAgo.getTime()
  expect([isKept(whole), isKept(half), isKept(changed)]).toEqual([true, false, false])
  expect(existsSync(join(path, 'data/stray.txt'))).toBe(false)
})

test('records that have changed meanwhile are said, and nothing is touched', async () => {
  const { client, core, stick, targetId, name, go } = await cutOff()
  await client.activities.save({ date: '2025-06-27', parts: [{ purpose: 'generalMeeting', title: '第二次' }] })
  const before = readFiles(stick)
  await expect(go()).rejects.toMatchObject({ code: 'PACK_CHANGED' })
  await expect(resultOf(await client.packs.export({ year: 2025, targetId, confirmed: true }))).rejects.toMatchObject({
    code: 'PACK_LEFTOVER',
  })
  expect(readFiles(stick)).toEqual(before)
  await client.packs.clearLeftover({ targetId, name })
  const { path } = await resultOf(await client.packs.export({ year: 2025, targetId, confirmed: true }))
  expect(await verdictLines(path)).toEqual(['valid'])
  expect(core.targets.resolve(targetId)).toBe(stick)
})

test('a link in it is never followed', async () => {
  const { bag, photos, go } = await cutOff()
  const away = temporaryFolder()
  const folder = dirname(join(bag, photos[0] ?? ''))
  rmSync(folder, { recursive: true })
  mkdirSync(dirname(folder), { recursive: true })
  symlinkSync(away, folder)
  await expect(go()).rejects.toMatchObject({ code: 'PACK_CHANGED' })
  expect(readdirSync(away)).toEqual([])
})
