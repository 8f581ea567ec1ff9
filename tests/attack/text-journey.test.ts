import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { read, utils } from '@e965/xlsx'
import { extractRawText } from 'mammoth'
import { afterAll, describe, expect, test } from 'vitest'
import { createBranch } from '#main/branch/service.ts'
import { type Core, createCore } from '#main/core.ts'
import { openChromiumPrinter } from '#main/documents/chromium-printer.ts'
import { findBrowser } from '#main/platform/browser-finder.ts'
import { inProcessClient } from '#main/shells/in-process.ts'
import { normalName, withoutTurns } from '#shared/kernel/text.ts'
import { isReservedName } from '#shared/packs/names.ts'
import { hasOffice, openedByOffice } from '../documents/office-reader.ts'
import { pdfPages } from '../documents/pdf-reader.ts'
import { testClock } from '../helpers/ledger.ts'
import { listFiles, verdictLines } from '../packs/bags.ts'
import { hostileTexts } from './hostile-text.ts'

// Every hostile text as a name, as minutes, as a record and as the name of a file, through everything the program gives out:
// once for all texts together, then looked for text by text.

const browser = findBrowser()
if (!browser) throw new Error('these tests print with Chromium: apt-get install chromium poppler-utils')
const printer = openChromiumPrinter(browser.path)
const place = mkdtempSync(join(tmpdir(), 'branch-handbook-journey-'))
const programs: Core[] = []
afterAll(async () => {
  for (const core of programs) await core.close()
  await printer.close()
  rmSync(place, { recursive: true, force: true })
})

function newFolder(name: string): string {
  mkdirSync(join(place, name), { recursive: true })
  return mkdtempSync(join(place, name, 'of-'))
}

/** A program that lasts for all tests, with a branch and nothing else. */
function programOf(name: string): Core {
  const core = createCore({
    ledgerDirectory: join(newFolder(name), '支部手册'),
    programVersion: '0.0.0-test',
    pdf: printer,
    clock: testClock('2026-01-10'),
    backsUpOnClose: false,
  })
  programs.push(core)
  createBranch(core.session.create(), '某局机关第三党支部', false)
  return core
}

type Events<T> = AsyncIterable<{ type: 'progress' } | { type: 'result'; result: T }>
async function resultOf<T>(events: Events<T>): Promise<T> {
  for await (const event of events) if (event.type === 'result') return event.result
  throw new Error('no result')
}

const cases = Object.entries(hostileTexts)
/** A name of a person: what fits into one, in the spelling that is stored. */
const nameOf = (text: string) => normalName(text.slice(0, 60).toWellFormed())
/** A name of a file, as a system that allows nearly everything has it. */
const fileNameOf = (text: string) => `${text.slice(0, 40).toWellFormed().replaceAll('/', '-').trim()}.txt`

/** As readers of other programs see it: without white space, controls, and what has no shape of its own. */
const visible = (text: string) =>
  withoutTurns(text)
    .normalize('NFKC')
    .replace(/[\s\p{Cc}\p{Cf}\ufe0f]/gu, '')
/** A reader of PDF gives letters that run from right to left, stacked marks and pictures of several signs in an order of its own. */
const lettersOf = (text: string) => [...visible(text).normalize('NFD')].toSorted().join('')

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const textOfXml = (xml: string) =>
  xml
    .replace(/<text:s\/>|<text:tab\/>/g, ' ')
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (all, hex?: string, number?: string, name?: string) =>
      hex || number ? String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(number)) : (entities[name ?? ''] ?? all),
    )

interface Journey {
  readonly ids: ReadonlyMap<string, { activityId: string; dossierId: string; attachmentId: string }>
  readonly people: readonly string[]
  readonly pdfs: ReadonlyMap<string, string>
  readonly docx: ReadonlyMap<string, string>
  readonly roster: Uint8Array
  readonly officeDocx: string
  readonly officeXlsx: string
  readonly packRoot: string
  readonly packFiles: readonly string[]
  readonly here: ReturnType<typeof inProcessClient>
  readonly away: ReturnType<typeof inProcessClient>
}

async function travel(): Promise<Journey> {
  const core = programOf('here')
  const here = inProcessClient(core)
  const folder = newFolder('files')
  const ids = new Map<string, { activityId: string; dossierId: string; attachmentId: string }>()
  const pdfs = new Map<string, string>()
  const docx = new Map<string, string>()
  for (const [at, [key, text]] of cases.entries()) {
    const name = nameOf(text)
    await here.members.save({ person: { name, declaredCategory: 'formalMember', note: text.slice(0, 400).toWellFormed() } })
    const { id: activityId } = await here.activities.save({
      state: 'toSign',
      date: `2025-03-${String(at + 1).padStart(2, '0')}`,
      place: text.slice(0, 190).toWellFormed(),
      chair: { name, post: '' },
      invitees: [{ name, role: text.slice(0, 60).toWellFormed() }],
      parts: [
        {
          purpose: 'generalMeeting',
          title: text.slice(0, 100).toWellFormed(),
          agenda: [{ title: text.slice(0, 100).toWellFormed(), content: [{ kind: 'text', text }] }],
          resolutions: [{ text: text.slice(0, 300).toWellFormed(), owner: name }],
        },
      ],
    })
    const { id: dossierId } = await here.dossier.save({
      kind: 'annualPlan',
      date: '2025-01-10',
      title: text.slice(0, 100).toWellFormed(),
      content: { text },
    })
    const file = join(folder, 'upload')
    writeFileSync(file, `content of ${key}`)
    const staged = core.staging.fromPath(file)
    const { id: attachmentId } = await here.attachments.add({ file: staged.token, activityId })
    await here.attachments.rename({ id: attachmentId, name: fileNameOf(text) })
    ids.set(key, { activityId, dossierId, attachmentId })
    const pdf = await here.documents.makeMinutes({ activityId, format: 'pdf', fonts: 'bundled' })
    pdfs.set(key, pdfPages(core.outbox.find(pdf.token).content, 'raw').join(''))
    const word = await here.documents.makeMinutes({ activityId, format: 'docx' })
    docx.set(key, (await extractRawText({ buffer: Buffer.from(core.outbox.find(word.token).content) })).value)
  }
  const roster = core.outbox.find((await here.documents.makeRosterSheet({ year: 2025 })).token).content
  const word = core.outbox.find((await here.documents.makeTable({ table: 'roster', year: 2025, format: 'docx' })).token).content
  const office = hasOffice()
  const pack = await resultOf(
    await here.packs.export({ year: 2025, targetId: core.targets.admit(newFolder('packs')), confirmed: true }),
  )
  const exchange = await resultOf(
    await here.packs.export({ year: 2025, kind: 'exchange', targetId: core.targets.admit(newFolder('packs')), confirmed: true }),
  )
  const other = programOf('away')
  const away = inProcessClient(other)
  await resultOf(await away.packs.import({ targetId: other.targets.admit(exchange.path), choices: [] }))
  return {
    ids,
    people: (await here.members.all({})).map(({ person }) => person.name),
    pdfs,
    docx,
    roster,
    officeDocx: office ? textOfXml(openedByOffice(word, 'docx', 'fodt').toString('utf8')) : '',
    officeXlsx: office ? openedByOffice(roster, 'xlsx', 'fods').toString('utf8') : '',
    packRoot: pack.path,
    packFiles: listFiles(pack.path),
    here,
    away,
  }
}

let journey: Journey
test('travels through everything the program gives out', { timeout: 600_000 }, async () => {
  journey = await travel()
})

describe.each(cases)('%s', (key, text) => {
  const own = () => {
    const found = journey.ids.get(key)
    if (!found) throw new Error(`nothing was saved of ${key}`)
    return found
  }
  const name = nameOf(text)

  test('comes back from the ledger as it was given', async () => {
    const saved = await journey.here.activities.get({ id: own().activityId })
    expect(saved.parts[0]?.agenda[0]?.content[0]).toMatchObject({ text })
    expect(saved.invitees[0]?.name.normalize('NFC')).toContain(name)
    expect(journey.people).toContain(name)
    expect(saved.attachments.map((each) => each.name)).toEqual([fileNameOf(text)])
  })

  test('is found, or not, by its own words', async () => {
    const hits = await journey.here.search.find({ text: text.slice(0, 50).toWellFormed() })
    if (/\p{Script=Han}{2}|\p{L}{3}/u.test(text)) expect(hits.map(({ id }) => id)).toContain(own().activityId)
  })

  test('stands in the PDF and in Word as text', () => {
    expect(lettersOf(journey.pdfs.get(key) ?? '')).toBeTruthy()
    const printed = visible(journey.pdfs.get(key) ?? '')
    if (/^[\p{Script=Han}\p{Script=Latin}\p{P}\p{S}\p{N}\s]*$/u.test(withoutTurns(text)) && text.length < 1000)
      expect(printed).toContain(visible(text))
    expect(visible(journey.docx.get(key) ?? '')).toContain(visible(text))
  })

  test('is a text and no formula in a cell', () => {
    const sheet = read(journey.roster).Sheets['党员基本信息汇总表']
    if (!sheet) throw new Error('no such sheet')
    const cells = Object.entries(sheet).filter(([address]) => /^B\d+$/.test(address))
    const found = cells.find(([, cell]) => visible(String((cell as { v?: unknown }).v)) === visible(name))
    expect(found?.[1]).toMatchObject({ t: 's' })
    expect(found?.[1]).not.toHaveProperty('f')
    expect(utils.sheet_to_json(sheet).length).toBeGreaterThan(0)
  })

  test.skipIf(!hasOffice())('opens in LibreOffice as text', () => {
    expect(journey.officeXlsx).not.toMatch(/table:formula=/)
    expect(visible(textOfXml(journey.officeXlsx))).toContain(visible(name))
    expect(visible(journey.officeDocx)).toContain(visible(name))
  })

  test('lies in the pack under names that every system takes, equal in the lines and in the catalogue', () => {
    const lines = readFileSync(join(journey.packRoot, 'data/records/activities.jsonl'), 'utf8').split('\n').filter(Boolean)
    const line = lines.map((each) => JSON.parse(each)).find(({ id }) => id === own().activityId)
    expect(line.parts[0].agenda[0].content[0].text).toBe(text)
    expect(line.invitees[0].name).toContain(name)
    const page = readFileSync(join(journey.packRoot, 'data/00_请先打开_目录.html'), 'utf8')
    expect(page).not.toMatch(/<script|<img|onerror="/i)
    expect(visible(textOfXml(page))).toContain(visible(text.slice(0, 100).toWellFormed()))
  })

  test('is the same in the ledger of another', async () => {
    const [here, away] = await Promise.all(
      [journey.here, journey.away].map(async (client) => {
        const activity = await client.activities.get({ id: own().activityId })
        const record = await client.dossier.get({ id: own().dossierId })
        return { place: activity.place, parts: activity.parts, invitees: activity.invitees, record: [record.title, record.content] }
      }),
    )
    expect(away).toEqual(here)
    const names = (await journey.away.activities.get({ id: own().activityId })).attachments.map((each) => each.name)
    expect(names).toEqual([fileNameOf(text)])
  })
})

test('no name in a pack leads out of it, is a device, or is more than a name', async () => {
  expect(journey.packFiles.length).toBeGreaterThan(cases.length * 2)
  for (const path of journey.packFiles) {
    expect(path).not.toMatch(/(^|\/)\.\.?(\/|$)|[\\:*?"<>|%\p{Cc}\p{Cf}]/u)
    expect(isReservedName(basename(path))).toBe(false)
  }
  expect(await verdictLines(journey.packRoot)).toEqual(['valid'])
})
