import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { closeSync, existsSync, mkdirSync, openSync, readdirSync, readFileSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { createDeflateRaw } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { temporaryFolder } from '../helpers/ledger.ts'
import { handMadeBag, hexOf, listFiles, readFiles } from './bags.ts'
import { type RawEntry, writeRawZip } from './zips.ts'

const MIB = 1024 * 1024
const roster = join(import.meta.dirname, '../fixtures/samples/党员花名册-全国样式.xlsx')
const built = join(import.meta.dirname, '../../dist/main/cli.js')
const system = existsSync('/proc/self/status')

/** Runs the built program in a process of its own; `peak` is the most memory it ever had in use, in octets. */
function run(folder: string, ...argv: string[]) {
  const told = join(folder, 'peak.txt')
  const preload = join(folder, 'peak.mjs')
  writeFileSync(
    preload,
    `import { readFileSync, writeFileSync } from 'node:fs'
process.on('exit', () => writeFileSync(${JSON.stringify(told)}, /VmHWM:\\s+(\\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1]))\n`,
  )
  const env = { ...process.env, INIT_CWD: folder }
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', preload, built, ...argv, '--json'], {
    cwd: folder,
    env,
    encoding: 'utf8',
    maxBuffer: 64 * MIB,
  })
  expect(stdout, stderr).toMatch(/^\{/)
  return { status, json: JSON.parse(stdout), peak: Number(readFileSync(told, 'utf8')) * 1024 }
}

/** Octets that deflate has made of `size` zeros, without ever holding them. */
async function deflatedZeros(size: number): Promise<Buffer> {
  const deflate = createDeflateRaw({ level: 9 })
  const chunks: Buffer[] = []
  deflate.on('data', (chunk: Buffer) => void chunks.push(chunk))
  const zeros = Buffer.alloc(MIB)
  for (let done = 0; done < size; done += MIB) {
    await new Promise<void>((resolve, reject) => deflate.write(zeros, (error) => (error ? reject(error) : resolve())))
  }
  await new Promise((resolve) => deflate.end(resolve))
  return Buffer.concat(chunks)
}

/** Writes `size` octets of one line, or of the same piece again and again. */
function writeLarge(file: string, size: number, piece: string | Buffer, head = '', tail = ''): string {
  const handle = openSync(file, 'w')
  const hash = createHash('sha256')
  const put = (part: string | Buffer) => {
    writeSync(handle, Buffer.from(part))
    hash.update(part)
  }
  put(head)
  for (let done = 0; done < size; done += piece.length) put(piece)
  put(tail)
  closeSync(handle)
  return hash.digest('hex')
}

describe.skipIf(!system || !existsSync(built))('hostile packs stay under 512 MB of memory, in the built program', () => {
  const limit = 512 * 1000 * 1000
  const goodEntries = (): RawEntry[] => {
    const root = temporaryFolder()
    handMadeBag(root)
    return Object.entries(readFiles(root)).map(([path, content]) => ({ name: `bag/${path}`, content }))
  }
  const verified = (folder: string, path: string) => {
    const { status, json, peak } = run(folder, 'pack', 'verify', path)
    expect(status).toBe(1)
    expect(json.status).toBe('damaged')
    expect(json.problems.length).toBeGreaterThan(0)
    expect(peak, `${Math.round(peak / MIB)} MiB`).toBeLessThan(limit)
    return json.problems as { path: string; problem: string; detail?: string }[]
  }

  test('archives: a bomb by ratio, one whose sizes lie, by count, by names, by depth', { timeout: 300_000 }, async () => {
    const folder = temporaryFolder()
    const bomb = await deflatedZeros(600 * MIB)
    const entry = (more: Partial<RawEntry>): RawEntry => ({ name: 'bag/data/bomb', content: bomb, method: 8, ...more })
    const cases: [RawEntry[], string][] = [
      [[entry({ claimedSize: 600 * MIB, claimedCompressedSize: bomb.length })], 'unsupported'],
      [[entry({ name: 'bag/manifest-sha256.txt', claimedSize: MIB, claimedCompressedSize: bomb.length })], 'unreadable'],
      [Array.from({ length: 65_000 }, (_, index) => ({ name: `bag/data/${'名'.repeat(200)}${index}` })), 'unsupported'],
      [Array.from({ length: 65_530 }, (_, index) => ({ name: `bag/${'d/'.repeat(60)}${index}` })), 'unsupported'],
    ]
    for (const [more, problem] of cases) {
      const names = new Set(more.map(({ name }) => name))
      const file = writeRawZip(join(folder, 'x.zip'), [...goodEntries().filter(({ name }) => !names.has(name)), ...more])
      expect(verified(folder, file).map((found) => found.problem)).toContain(problem)
    }
    expect(readdirSync(folder).toSorted()).toEqual(['peak.mjs', 'peak.txt', 'x.zip'])
  })

  test('folders: a list of a million lines, one line without end, folders as deep as they go', { timeout: 300_000 }, () => {
    const folder = temporaryFolder()
    const bag = join(folder, 'bag')
    handMadeBag(bag, { tagManifest: false })
    writeLarge(join(bag, 'manifest-sha256.txt'), 60 * MIB, `${'0'.repeat(64)}  data/${'n'.repeat(20)}\n`.repeat(1000))
    expect(verified(folder, bag)).toContainEqual(expect.objectContaining({ problem: 'unsupported', path: 'manifest-sha256.txt' }))
    writeLarge(join(bag, 'manifest-sha256.txt'), 63 * MIB, 'f'.repeat(MIB))
    expect(verified(folder, bag)).toContainEqual(expect.objectContaining({ problem: 'unsupported', path: 'manifest-sha256.txt' }))
    mkdirSync(join(bag, 'data', 'd/'.repeat(1800)), { recursive: true })
    verified(folder, bag)
  })

  test('taken in: one line of 200 MB, nothing but brackets, as many rows as are read at most', { timeout: 300_000 }, () => {
    const folder = temporaryFolder()
    expect(run(folder, '--ledger', 'a', 'init', '--name', '某支部').status).toBe(0)
    expect(run(folder, '--ledger', 'b', 'init', '--name', '另一支部').status).toBe(0)
    expect(run(folder, '--ledger', 'a', 'members', 'import', roster).status).toBe(0)
    const sitting = { date: '2025-03-28', parts: [{ purpose: 'generalMeeting', title: '会', agenda: [{ title: '学习' }] }] }
    writeFileSync(join(folder, 'sitting.json'), JSON.stringify(sitting))
    expect(run(folder, '--ledger', 'a', 'activities', 'save', join(folder, 'sitting.json')).status).toBe(0)
    const made = run(folder, '--ledger', 'a', 'pack', 'export', '--kind', 'exchange', '--out', folder)
    expect(made.status, JSON.stringify(made.json)).toBe(0)
    const pack: string = made.json.path

    /** Puts a file of records into the pack and makes its lists right again. */
    function forge(name: string, write: (file: string) => string): void {
      const sum = write(join(pack, 'data/records', name))
      const lines = readFileSync(join(pack, 'manifest-sha256.txt'), 'utf8').split('\n').filter(Boolean)
      const other = lines.filter((line) => !line.endsWith(`  data/records/${name}`))
      writeFileSync(join(pack, 'manifest-sha256.txt'), [...other, `${sum}  data/records/${name}`, ''].join('\n'))
      const info = readFileSync(join(pack, 'bag-info.txt'), 'utf8')
      writeFileSync(join(pack, 'bag-info.txt'), info.replace(/Payload-Oxum: .*\n/, ''))
      const tags = listFiles(pack).filter((path) => !path.startsWith('data/') && path !== 'tagmanifest-sha256.txt')
      writeFileSync(
        join(pack, 'tagmanifest-sha256.txt'),
        tags.map((path) => `${hexOf('sha256', readFileSync(join(pack, path)))}  ${path}\n`).join(''),
      )
    }
    const first = (name: string) => JSON.parse(readFileSync(join(pack, 'data/records', name), 'utf8').split('\n', 1)[0] ?? '')
    const templates = { membership: first('memberships.jsonl'), activity: first('activities.jsonl') }
    const refused = (code: string) => {
      const { status, json, peak } = run(folder, '--ledger', 'b', 'pack', 'import', pack)
      expect(status).toBe(2)
      expect(json.error.code).toBe(code)
      expect(peak, `${Math.round(peak / MIB)} MiB`).toBeLessThan(limit)
    }

    const empty = (name: string) => forge(name, (file) => writeLarge(file, 0, ''))
    forge('persons.jsonl', (file) => writeLarge(file, 200 * MIB, 'x'.repeat(MIB), '{"kind":"person","name":"', '"}\n'))
    refused('PACK_REFUSED')
    forge('persons.jsonl', (file) => writeLarge(file, 3 * MIB, '['.repeat(MIB), '', '\n'))
    refused('PACK_REFUSED')
    empty('persons.jsonl')
    // Rows that are right each by itself, as many octets as are read at most, of a person that is not there.
    const id = (at: number) => `019a0000-0000-7000-8000-${String(at).padStart(12, '0')}`
    const rows = (count: number, row: (at: number) => object) => (file: string) => {
      const handle = openSync(file, 'w')
      const hash = createHash('sha256')
      for (let at = 0; at < count; at += 1000) {
        const text = Array.from({ length: 1000 }, (_, index) => `${JSON.stringify(row(at + index))}\n`).join('')
        writeSync(handle, text)
        hash.update(text)
      }
      closeSync(handle)
      return hash.digest('hex')
    }
    const membership = (at: number) => ({ ...templates.membership, id: id(at), personId: id(at + 1_000_000) })
    forge('memberships.jsonl', rows(299_000, membership))
    refused('PACK_REFUSED')
    empty('memberships.jsonl')
    const content = Array.from({ length: 10 }, () => ({ kind: 'text', text: '.' }))
    const agenda = Array.from({ length: 50 }, () => ({ title: '.', content }))
    const [part] = templates.activity.parts
    const activity = (at: number) => ({ ...templates.activity, id: id(at), parts: [{ ...part, id: id(at + 1_000_000), agenda }] })
    forge('activities.jsonl', rows(8000, activity))
    refused('PACK_REFUSED')
  })
})
