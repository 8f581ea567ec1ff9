import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { verifyPack } from '#main/packs/verify/verify.ts'
import { temporaryFolder } from '../helpers/ledger.ts'
import {
  bags,
  isPossible,
  mutate,
  mutateOctets,
  mutationCount,
  mutationSeed,
  pick,
  type Random,
  randomFrom,
  relist,
} from './mutation-source.ts'
import { checkZip } from './zip-checker.ts'
import { type RawEntry, rawZip } from './zips.ts'

const COUNT = Math.floor(mutationCount * 0.3)

/** Names of entries that are to lead out of the folder, or that two systems read differently. */
const nasty = [
  '../evil',
  'bag/../../evil',
  'bag\\..\\evil',
  'bag/.. /evil',
  '/etc/evil',
  'C:/evil',
  'C:evil',
  '\\\\host\\share\\evil',
  '//host/share/evil',
  '~/evil',
  '~root/evil',
  '%HomeDrive%/evil',
  '${HOME}/evil',
  'bag/./evil',
  'bag//evil',
  'bag/data/CON',
  'bag/data/nul.txt',
  'bag/com1/x',
  'bag/data/x.',
  'bag/data/x ',
  'bag/data/%',
  'bag/data/a\0b',
  'bag/data/\u00e9',
  'bag/data/e\u0301',
  'bag/\ufeffbagit.txt',
  'bag',
  'bag/',
  'bag/data',
  'other/x',
  'x',
  '',
  '/',
  `bag/${'d/'.repeat(30)}x`,
  `bag/${'d/'.repeat(31)}x`,
]

const swappedCase = (text: string) => text.replace(/[A-Za-z]/g, (c) => (c === c.toUpperCase() ? c.toLowerCase() : c.toUpperCase()))

/** One change to what an archive says of an entry. */
function mutateEntry(random: Random, entries: RawEntry[]): void {
  const at = random(entries.length)
  const entry = entries[at]
  if (!entry) return
  const name = String(entry.name)
  const set = (change: Partial<RawEntry>) => void entries.splice(at, 1, { ...entry, ...change })
  const add = (more: RawEntry) => void entries.splice(random(entries.length + 1), 0, more)
  const size = Buffer.from(entry.content ?? '').length
  const edits: (() => void)[] = [
    () => void entries.splice(at, 1),
    () => add(entry),
    () => add({ ...entry, content: 'another content' }),
    () => add({ ...entry, name: pick(random, [swappedCase(name), name.normalize('NFD'), `${name}.`, `${name}/x`, `${name}/`]) }),
    () => add({ name: pick(random, nasty), content: pick(random, ['', 'x']) }),
    () => add({ name: pick(random, ['bag/', 'bag/data/', 'bag/neu/', 'bag/leer/tief/']), content: pick(random, ['', '', 'xx']) }),
    () => set({ name: pick(random, nasty) }),
    () => set({ name: swappedCase(name) }),
    () => set({ name: Buffer.from(name, 'latin1') }),
    () => set({ flags: pick(random, [0, 0x800, 0x801, 0x840, 0x808, 1, 2, 6]) }),
    () => set({ mode: pick(random, [0o120777, 0o20666, 0o40755, 0o10644, 0o140777, 0o100755, 0]) }),
    () => set({ method: pick(random, [0, 8, 9, 12, 99]) }),
    () => set({ deflate: entry.deflate !== true }),
    () => set({ claimedSize: pick(random, [0, 1, size + 1, Math.max(0, size - 1), 2 ** 31, 3 * 1024 * 1024]) }),
    () => set({ claimedCompressedSize: pick(random, [0, 1, size + 1, Math.max(0, size - 1), 2 ** 31]) }),
    () => set({ claimedSize: size + 7, claimedCompressedSize: size + 7 }),
    () => set({ localName: pick(random, [...nasty, swappedCase(name)]) }),
    () => set({ localSize: pick(random, [0, 1, size, size + 1, 2 ** 32 - 1]), flags: pick(random, [0x800, 0x808]) }),
    () => set({ content: Buffer.alloc(2 * 1024 * 1024), deflate: random(2) === 0 }),
    () => (at > 0 ? set({ sameAs: random(at) }) : undefined),
  ]
  pick(random, edits)()
}

/** What befalls a file on its way: the end of an archive, where its directory lies, is struck more often than by chance. */
function mutateArchive(random: Random, zip: Buffer): Buffer {
  if (zip.length < 22) return zip
  const tail = Math.max(0, zip.length - 22 - random(1200))
  switch (random(8)) {
    case 0:
      return Buffer.concat([zip, Buffer.alloc(1 + random(30), random(256))])
    case 1:
      return Buffer.concat([Buffer.alloc(1 + random(30), random(256)), zip])
    case 2:
      return zip.subarray(0, random(zip.length))
    case 3:
      return Buffer.concat([zip.subarray(0, tail), Buffer.from(mutateOctets(random, zip.subarray(tail)))])
    case 4: {
      const end = Buffer.from(zip.subarray(-22))
      end[random(22)] = random(256)
      return Buffer.concat([zip.subarray(0, -22), end])
    }
    case 5: {
      const comment = Buffer.alloc(random(40), 0x50)
      const end = Buffer.from(zip.subarray(-22))
      end.writeUInt16LE(comment.length, 20)
      return Buffer.concat([zip.subarray(0, -22), end, comment])
    }
    default:
      return Buffer.from(mutateOctets(random, zip))
  }
}

const entriesOf = (files: ReadonlyMap<string, Uint8Array>, random: Random): RawEntry[] =>
  [...files].map(([path, content]) => ({ name: `bag/${path}`, content: Buffer.from(content), deflate: random(2) === 0 }))

test(`${COUNT} mutations of packs in one ZIP: never a crash, and the verdict of the independent checker`, async () => {
  const random = randomFrom(mutationSeed)
  const file = join(temporaryFolder(), 'mutated.zip')
  const verdicts: Record<string, number> = {}
  for (const files of bags) {
    writeFileSync(file, rawZip(entriesOf(files, random)))
    expect((await verifyPack(file)).status).toBe('valid')
    expect(checkZip(rawZip(entriesOf(files, random)))).toBe('valid')
  }
  for (let tried = 0; tried < COUNT; ) {
    const files = new Map(pick(random, bags))
    const sort = random(4)
    if (sort === 0) mutate(random, files)
    if (sort === 0 && random(2) === 0) relist(files)
    if (!isPossible(files)) continue
    const entries = entriesOf(files, random)
    if (sort === 1 || sort === 3) for (let count = 1 + random(2); count > 0; count--) mutateEntry(random, entries)
    const count = random(20) === 0 ? entries.length + random(5) - 2 : entries.length
    let zip = rawZip(entries, Math.max(0, count))
    if (sort >= 2) for (let more = 1 + random(2); more > 0; more--) zip = mutateArchive(random, zip)
    writeFileSync(file, zip)
    tried += 1
    const { status, problems } = await verifyPack(file)
    const expected = checkZip(zip)
    if (status !== expected) {
      expect.fail(
        `mutation ${tried}: ${status}, the checker says ${expected}: ${JSON.stringify({ problems, entries: entries.map(({ content, ...entry }) => ({ ...entry, content: String(content).slice(0, 80) })) }, null, 1)}`,
      )
    }
    if (status !== 'valid') expect(problems.length).toBeGreaterThan(0)
    verdicts[status] = (verdicts[status] ?? 0) + 1
  }
  for (const status of ['valid', 'damaged', 'incomplete', 'notABag']) expect(verdicts[status], status).toBeGreaterThan(COUNT / 250)
}, 300_000)
