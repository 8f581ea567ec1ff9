import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { writeBag } from '#main/packs/bag/write.ts'
import { guideFile } from '#main/packs/evidence/guide.ts'
import { temporaryFolder } from '../helpers/ledger.ts'
import { listFiles, samplePlan, textEntry, writeFiles } from './bags.ts'
import { unpackedZip } from './zip-checker.ts'

/** A pack with names of every sort that the exporter gives, and its guide. */
async function packWithGuide(form: 'folder' | 'zip' = 'folder') {
  const names = ['记录.txt', '01_会议/（签到表）_[1]_第 2 页.txt'.replaceAll(' ', '_'), "a'b&c$d`e.txt", '空.txt']
  const plan = {
    ...samplePlan(names.map((path) => textEntry(path, path === '空.txt' ? '' : path))),
    tagFiles: (facts: Parameters<typeof guideFile>[0]) => [guideFile(facts, '2026-01-10', '记录.txt')],
  }
  return await writeBag(plan, { targetPath: temporaryFolder(), owner: 'me', form })
}

const guideOf = (root: string) => readFileSync(join(root, '校验说明.txt'), 'utf8')
const commandsOf = (guide: string, program: string) =>
  guide
    .split('\r\n')
    .map((line) => line.trim())
    .filter((line) => line.startsWith(`${program} `))

/** Runs what the guide says, as it stands there, in the pack's folder. */
const run = (command: string, cwd: string, language = 'C.UTF-8') =>
  spawnSync('sh', ['-c', command], { cwd, encoding: 'utf8', env: { ...process.env, LC_ALL: language } })

describe('校验说明.txt alone', () => {
  test('its commands for Linux, to the letter, find a good pack good', async () => {
    const { path } = await packWithGuide()
    const commands = commandsOf(guideOf(path), 'sha256sum')
    expect(commands).toEqual(['sha256sum -c manifest-sha256.txt', 'sha256sum -c tagmanifest-sha256.txt'])
    for (const command of commands) {
      const { status, stdout, stderr } = run(command, path)
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
      const lines = stdout.trimEnd().split('\n')
      expect(lines.every((line) => line.endsWith(': OK'))).toBe(true)
      const listed = readFileSync(join(path, command.split(' ').at(-1) ?? ''), 'utf8')
        .trimEnd()
        .split('\n')
      expect(lines).toHaveLength(listed.length)
    }
  })

  test('they find a changed, a missing and a renamed file, of the payload and of the lists', async () => {
    const { path } = await packWithGuide()
    const [payload = '', tags = ''] = commandsOf(guideOf(path), 'sha256sum')
    const file = join(path, 'data', '记录.txt')
    const before = readFileSync(file)
    writeFileSync(file, '改动')
    expect(run(payload, path)).toMatchObject({ status: 1, stdout: expect.stringMatching(/FAILED$/m) })
    rmSync(file)
    expect(run(payload, path).status).toBe(1)
    writeFileSync(file, before)
    expect(run(payload, path).status).toBe(0)
    writeFileSync(join(path, 'manifest-sha256.txt'), '')
    expect(run(tags, path).status).toBe(1)
  })

  test('its commands for Windows and macOS name the same lists, and files that are there', async () => {
    const { path, files } = await packWithGuide()
    const guide = guideOf(path)
    // Get-Content reads both lists as UTF-8; each line is split once, at the two spaces that every line of ours has.
    expect(commandsOf(guide, 'Get-Content')).toEqual([
      "Get-Content manifest-sha256.txt,tagmanifest-sha256.txt -Encoding UTF8 | ForEach-Object { $h,$p = $_ -split '  ',2; " +
        'if ((Get-FileHash -LiteralPath $p -Algorithm SHA256).Hash -ne $h) { "不一致：$p" } }',
    ])
    for (const list of ['manifest-sha256.txt', 'tagmanifest-sha256.txt']) {
      for (const line of readFileSync(join(path, list), 'utf8').trimEnd().split('\n')) {
        const at = line.indexOf('  ')
        expect(line.slice(0, at)).toMatch(/^[0-9a-f]{64}$/)
        expect(listFiles(path)).toContain(line.slice(at + 2))
      }
    }
    expect(commandsOf(guide, 'certutil')).toEqual(['certutil -hashfile "data\\文件路径" SHA256'])
    expect(commandsOf(guide, 'shasum')).toEqual(['shasum -a 256 -c manifest-sha256.txt', 'shasum -a 256 -c tagmanifest-sha256.txt'])
    expect(guide.match(/是否为 (\d+) 个/)?.[1]).toBe(String(files))
    expect(listFiles(join(path, 'data'))).toHaveLength(files)
    // The editor of Windows shows lines ended by LF alone as one.
    expect(guide.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  })

  test('a pack in one ZIP says to unpack it first, and then they hold', async () => {
    const { path, name } = await packWithGuide('zip')
    const out = temporaryFolder()
    writeFiles(out, unpackedZip(readFileSync(path)))
    expect(readdirSync(out)).toEqual([name])
    const guide = guideOf(join(out, name))
    expect(guide).toContain('请先解压缩')
    for (const command of commandsOf(guide, 'sha256sum')) expect(run(command, join(out, name)).status).toBe(0)
  })
})
