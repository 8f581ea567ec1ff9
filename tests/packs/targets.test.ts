import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parseMounts, parseWindowsDrives } from '#main/packs/drives.ts'
import { maxBrowsed, openTargets } from '#main/packs/targets.ts'
import { temporaryFolder } from '../helpers/ledger.ts'

/** A made-up machine: its mounts, its disks, its home. */
function machine(mounts: string, removable: Record<string, string> = {}) {
  const root = temporaryFolder()
  const home = join(root, 'home')
  mkdirSync(home)
  writeFileSync(join(root, 'mounts'), mounts.replaceAll('ROOT', root.replaceAll(' ', '\\040')))
  for (const [disk, flag] of Object.entries(removable)) {
    mkdirSync(join(root, 'block', disk), { recursive: true })
    writeFileSync(join(root, 'block', disk, 'removable'), `${flag}\n`)
  }
  const targets = openTargets({ home, drives: { platform: 'linux', mounts: join(root, 'mounts'), blocks: join(root, 'block') } })
  return { root, home, targets }
}

describe('drives', () => {
  test('a removable disk is a target; fixed disks, system folders and pictures of disks are none', async () => {
    const { root, targets } = machine(
      [
        '/dev/sda1 / ext4 rw 0 0',
        '/dev/sda2 ROOT/fixed ext4 rw 0 0',
        '/dev/sdb1 ROOT/我的\\040U盘 vfat rw 0 0',
        '/dev/mmcblk0p1 ROOT/card exfat rw 0 0',
        '/dev/sr0 ROOT/cd iso9660 ro 0 0',
        'tmpfs ROOT/tmp tmpfs rw 0 0',
        '/dev/sdb2 /boot/efi vfat rw 0 0',
      ].join('\n'),
      { sda: '0', sdb: '1', mmcblk0: '1', sr0: '1' },
    )
    for (const name of ['fixed', '我的 U盘', 'card', 'cd', 'tmp']) mkdirSync(join(root, name))
    const drives = (await targets.list()).filter(({ kind }) => kind === 'removable')
    expect(drives).toMatchObject([
      { label: '我的 U盘', path: join(root, '我的 U盘'), fileSystem: 'vfat', isWritable: true },
      { label: 'card', fileSystem: 'exfat' },
    ])
    expect(drives[0]?.freeOctets).toBeGreaterThan(0)
  })

  test('what a desktop mounts for the user is a target even where the disk calls itself fixed', () => {
    expect(parseMounts('/dev/sdc1 /run/media/zhang/\\345\\244\\207\\344\\273\\275 ntfs3 rw 0 0\n\nrubbish')).toEqual([
      { device: '/dev/sdc1', path: '/run/media/zhang/备份', fileSystem: 'ntfs3' },
    ])
  })

  test('a machine that cannot be asked has folders only', async () => {
    const { targets } = machine('')
    expect((await targets.list()).map(({ kind }) => kind)).toEqual(['folder'])
  })

  test('what Windows answers', () => {
    expect(parseWindowsDrives('')).toEqual([])
    expect(parseWindowsDrives('{"DeviceID":"E:","VolumeName":"支部","FileSystem":"exFAT"}')).toEqual([
      { path: 'E:\\', label: '支部（E:）', fileSystem: 'exFAT' },
    ])
    expect(parseWindowsDrives('[{"DeviceID":"E:","VolumeName":"","FileSystem":null},{"other":1}]')).toEqual([
      { path: 'E:\\', label: 'U 盘（E:）', fileSystem: '' },
    ])
  })
})

describe('folders', () => {
  test('the usual ones that exist, by the names the desktop has written down, each once', async () => {
    const { home, targets } = machine('')
    mkdirSync(join(home, '桌面'))
    mkdirSync(join(home, 'Documents'))
    mkdirSync(join(home, 'mine'))
    mkdirSync(join(home, '.config'))
    writeFileSync(join(home, '.config/user-dirs.dirs'), 'XDG_DOWNLOAD_DIR="$HOME/mine"\nXDG_DOCUMENTS_DIR="$HOME/"\n')
    symlinkSync('mine', join(home, 'Downloads'))
    expect((await targets.list()).map(({ label, path }) => [label, path])).toEqual([
      ['文档', join(home, 'Documents')],
      ['桌面', join(home, '桌面')],
      ['下载', join(home, 'mine')],
      ['个人文件夹', home],
    ])
  })

  test('browsing shows folders and packs, nothing hidden or unfinished, no files and no links', async () => {
    const { home, targets } = machine('')
    for (const name of ['b', 'a', '.hidden', '$RECYCLE.BIN', 'System Volume Information', 'c.in-progress'])
      mkdirSync(join(home, name))
    writeFileSync(join(home, 'b/bagit.txt'), '')
    writeFileSync(join(home, 'file'), '')
    symlinkSync('/etc', join(home, 'link'))
    const id = targets.admit(home)
    const found = await targets.browse(id)
    expect(found.map(({ label, isPack }) => [label, isPack])).toEqual([
      ['a', false],
      ['b', true],
    ])
    expect(targets.resolve(found[1]?.id ?? '')).toBe(join(home, 'b'))
    expect((await targets.browse(id)).map((target) => target.id)).toEqual(found.map((target) => target.id))
  })

  test('browsing ends at a number, and names a folder that has gone', async () => {
    const { home, targets } = machine('')
    for (let index = 0; index < maxBrowsed + 20; index++) mkdirSync(join(home, `f${index}`))
    expect(await targets.browse(targets.admit(home))).toHaveLength(maxBrowsed)
    const gone = targets.admit(join(home, 'gone'))
    await expect(targets.browse(gone)).rejects.toMatchObject({ code: 'TARGET_UNKNOWN', params: { path: join(home, 'gone') } })
    expect(() => targets.resolve('/etc')).toThrow('TARGET_UNKNOWN')
  })
})
