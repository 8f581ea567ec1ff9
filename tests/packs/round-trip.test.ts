import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readBranch } from '#main/branch/read.ts'
import type { Core } from '#main/core.ts'
import { readEveryDossier } from '#main/dossier/read.ts'
import { historyFindings } from '#main/ledger/history-check.ts'
import { createLedger } from '#main/ledger/service.ts'
import { unsealEveryone } from '#main/members/sealed.ts'
import { unsealEveryText } from '#main/sealed/text.ts'
import { inProcessClient } from '#main/shells/in-process.ts'
import { dossierDocument } from '#shared/documents/dossier-record.ts'
import { documentText } from '#shared/documents/plain-text.ts'
import { dossierKinds } from '#shared/dossier/kinds/index.ts'
import { canonicalJson } from '#shared/packs/records.ts'
import type { PackResult } from '#shared/packs/schema.ts'
import { dumpLedger, openTestLedger, temporaryFolder, testCore } from '../helpers/ledger.ts'
import { fillSecrets, textOfAttachment } from '../lock/secrets.ts'
import { listFiles, readFiles, verdictLines } from './bags.ts'
import { minutesText } from './minutes-text.ts'

const passphrase = '移交 only once 9'

async function resultOf<T>(events: AsyncIterable<{ type: 'progress' } | { type: 'result'; result: T }>): Promise<T> {
  for await (const event of events) if (event.type === 'result') return event.result
  throw new Error('no result')
}

/** The sample branch, which has a record of every kind, and everything else that somebody can have typed. */
async function fullLedger() {
  const core = testCore()
  await createLedger(core, undefined, true)
  const { client, personId, talkId, attachmentId } = await fillSecrets(core)
  const branch = await client.branch.get({})
  await client.branch.update({
    fullName: branch.fullName,
    shortName: branch.shortName,
    superiorName: '中共某局机关委员会',
    settings: {
      strictQuorum: true,
      lateAfterDays: 10,
      countsSuperiorActivities: true,
      fixedDay: { week: 2, weekday: 5 },
      paysDuesQuarterly: true,
      excellentBase: 'members',
      gradesProbationary: true,
      usesRating: true,
    },
  })
  const { rules } = await client.obligations.rules({ year: 2025 })
  const own = rules.find(({ isEditable }) => isEditable)
  await client.obligations.setRule({ year: 2025, ruleId: own?.id ?? '', isEnabled: true, min: 3, note: '本单位要求' })
  const { rules: states } = await client.obligations.assess({ year: 2025 })
  const [place] = states.flatMap(({ id, outcomes }) =>
    outcomes.flatMap(({ scope, periods }) => periods.map(({ period }) => ({ ruleId: id, scopeId: scope.id, period }))),
  )
  if (!place) throw new Error('no period of any rule')
  await client.obligations.explain({ ...place, text: '因防汛抢险，会议延期。' })
  const table = await client.obligations.exportRules({})
  const content = JSON.parse(new TextDecoder().decode(core.outbox.find(table.token).content))
  const file = join(temporaryFolder(), 'rules.json')
  writeFileSync(file, JSON.stringify({ ...content, version: `${content.version}-本级` }))
  await client.obligations.importRules({ file: core.staging.fromPath(file).token })
  const rating = await client.rating.get({ year: 2025 })
  await client.rating.confirm({
    year: 2025,
    revision: rating.revision,
    code: rating.lines[0]?.code ?? '',
    confirmed: { points: 1, note: '以此为准', isNotApplicable: false, isTriggered: false },
  })
  const photo = join(temporaryFolder(), '签到表.jpg')
  writeFileSync(photo, 'a signed page')
  const { id } = await client.activities.save({
    date: '2025-11-14',
    place: '三楼会议室',
    tags: ['意识形态'],
    parts: [{ purpose: 'themedPartyDay', title: '2025年11月主题党日活动' }],
  })
  await client.attachments.add({ file: core.staging.fromPath(photo).token, activityId: id })
  return { core, client, personId, talkId, attachmentId }
}

const exported = async (core: Core, options: { passphrase?: string } = { passphrase }): Promise<PackResult> => {
  const targetId = core.targets.admit(temporaryFolder())
  const steps = await inProcessClient(core).packs.export({ year: 2025, kind: 'exchange', targetId, confirmed: true, ...options })
  return await resultOf(steps)
}

/** Records of two packs are the same to the octet, but for the history of the computer that took the first one in. */
function expectSameRecords(first: string, again: string, deviceId: string): void {
  const octets = (root: string) =>
    Object.fromEntries(
      Object.entries(readFiles(join(root, 'data/records'))).map(([path, content]) => [path, content.toString('utf8')]),
    )
  const [one, two] = [octets(first), octets(again)]
  for (const [path, content] of Object.entries(one)) expect(two[path] === content, path).toBe(true)
  expect(Object.keys(two).filter((path) => !(path in one))).toEqual([`history/${deviceId}.jsonl`])
}

/** What belongs to this computer: its history, its keys, drafts, the index, and how what is sealed lies in the file. */
const ownTables = new Set([
  'history',
  'history_payload',
  'installation',
  'draft',
  'key_slot',
  'access_log',
  'erasure',
  'person_sealed',
  'sealed',
])
/** A cell as it reads: JSON whatever the order of its keys, which a pack sorts. */
function cell(value: unknown): unknown {
  if (typeof value !== 'string' || !/^[[{]/.test(value)) return value
  return canonicalJson(JSON.parse(value))
}
/** A row as text. Nothing refers to a line of attendance by its id: a pack lists them in order, and an import names them anew. */
function rowText(table: string, row: Readonly<Record<string, unknown>>): string {
  const cells = Object.entries(row).filter(([column]) => table !== 'attendance' || column !== 'id')
  return canonicalJson(Object.fromEntries(cells.map(([column, value]) => [column, cell(value)])))
}
const rowsOf = (core: Core) =>
  Object.fromEntries(
    Object.entries(dumpLedger(core.session.require()))
      .filter(([table]) => !ownTables.has(table) && !table.startsWith('search_') && !table.startsWith('sqlite_'))
      .map(([table, rows]) => [table, rows.map((row) => rowText(table, row as Readonly<Record<string, unknown>>)).toSorted()]),
  )

function texts(core: Core): string[] {
  const ledger = core.session.require()
  const branch = readBranch(ledger)
  const records = readEveryDossier(ledger).toSorted((a, b) => (a.id < b.id ? -1 : 1))
  return [2024, 2025, 2026]
    .flatMap((year) => minutesText(core, year))
    .concat(records.map((record) => documentText(dossierDocument(record, branch))))
}

test('export, import into an empty ledger, export: everything that was typed arrives, to the octet', {
  timeout: 240_000,
}, async () => {
  const source = await fullLedger()
  const kinds = new Set(readEveryDossier(source.core.session.require()).map(({ kind }) => kind))
  expect(dossierKinds.map(({ key }) => key).filter((key) => !kinds.has(key))).toEqual([])
  const before = rowsOf(source.core)
  for (const [table, rows] of Object.entries(before)) expect(rows.length, `${table} has nothing to carry`).toBeGreaterThan(0)
  const pack = await exported(source.core)
  expect(await verdictLines(pack.path)).toEqual(['valid'])
  const named = /请先打开 data 里的“(.+?)”/.exec(readFileSync(join(pack.path, '校验说明.txt'), 'utf8'))?.[1] ?? ''
  expect(existsSync(join(pack.path, 'data', named)), named).toBe(true)

  const { core } = openTestLedger()
  const client = inProcessClient(core)
  const target = { targetId: core.targets.admit(pack.path), passphrase }
  expect(await resultOf(await client.packs.previewImport(target))).toMatchObject({
    takesIdentity: true,
    differences: [],
    sealed: 'open',
  })
  await resultOf(await client.packs.import(target))

  const after = rowsOf(core)
  for (const [table, rows] of Object.entries(before)) {
    const arrived = new Set(after[table])
    expect(rows.filter((row) => !arrived.has(row)).slice(0, 3), table).toEqual([])
    expect(after[table], table).toHaveLength(rows.length)
  }
  const [here, there] = [core.session.require(), source.core.session.require()]
  const people = (ledger: typeof here) => unsealEveryone(ledger).toSorted((a, b) => (a.personId < b.personId ? -1 : 1))
  const sealedTexts = (ledger: typeof here) =>
    unsealEveryText(ledger)
      .map(({ ownerId, text }) => `${ownerId} ${text}`)
      .toSorted()
  expect(people(here)).toEqual(people(there))
  expect(sealedTexts(here)).toEqual(sealedTexts(there))
  expect(await textOfAttachment(core, source.attachmentId)).toBe(await textOfAttachment(source.core, source.attachmentId))
  expect(texts(core)).toEqual(texts(source.core))
  expect((await client.branch.get({})).settings).toMatchObject({ fixedDay: { week: 2, weekday: 5 }, lateAfterDays: 10 })

  // The chain that came along has no rows to compare with; the self-check finds nothing wrong in it.
  expect(historyFindings(here.db)).toEqual([])

  // Handing over is noted in the access log of the ledger, not among its records.
  const [first, again] = [await exported(source.core), await exported(core)]
  expectSameRecords(first.path, again.path, here.deviceId)
  const files = (root: string) => listFiles(join(root, 'data')).filter((path) => /^(attachments|sealed)\//.test(path))
  expect(files(again.path)).toEqual(files(first.path))
})

test('without a passphrase what is sealed stays behind, and what is left is the same to the octet', {
  timeout: 240_000,
}, async () => {
  const source = testCore()
  await createLedger(source, undefined, true)
  const pack = await exported(source, {})
  const { core } = openTestLedger()
  await resultOf(await inProcessClient(core).packs.import({ targetId: core.targets.admit(pack.path) }))
  const here = core.session.require()
  expect(unsealEveryText(source.session.require())).not.toEqual([])
  expect(unsealEveryText(here)).toEqual([])
  expect(texts(core)).toEqual(texts(source))
  expectSameRecords(pack.path, (await exported(core, {})).path, here.deviceId)
})
