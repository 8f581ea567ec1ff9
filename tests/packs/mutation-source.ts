import { createHash } from 'node:crypto'

/** How many mutations are tried, folders and archives together; `npm run mutations -- --count N` tries more. */
export const mutationCount = Number(process.env['MUTATIONS'] ?? 10_000)
/** One seed, so that a failure can be seen again. */
export const mutationSeed = Number(process.env['MUTATION_SEED'] ?? 20_260_110)

export type Files = Map<string, Uint8Array>

/** mulberry32: the same numbers from the same seed. */
export function randomFrom(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * below)
  }
}

const hex = (algorithm: string, content: Uint8Array) => createHash(algorithm).update(content).digest('hex')

/** A good bag of a few files. */
function goodBag(isOurs: boolean, algorithms: readonly string[]): Files {
  const files: Files = new Map<string, Uint8Array>([
    ['data/00_目录.html', Buffer.from('<p>目录</p>')],
    ['data/01_会议/01-01_记录.txt', Buffer.from('第一行\n第二行\n')],
    ['data/01_会议/01-02_100%.txt', Buffer.from('x')],
    ['data/empty', Buffer.alloc(0)],
  ])
  const payload = [...files]
  const octets = payload.reduce((sum, [, content]) => sum + content.length, 0)
  files.set('bagit.txt', Buffer.from('BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n'))
  const kind = isOurs ? 'Pack-Kind: evidence\n' : ''
  files.set(
    'bag-info.txt',
    Buffer.from(`Source-Organization: 某支部\n  委员会\n${kind}Payload-Oxum: ${octets}.${payload.length}\n`),
  )
  files.set('校验说明.txt', Buffer.from('说明'))
  const list = (entries: [string, Uint8Array][], algorithm: string) =>
    Buffer.from(entries.map(([path, content]) => `${hex(algorithm, content)}  ${path.replaceAll('%', '%25')}\n`).join(''))
  for (const algorithm of algorithms) files.set(`manifest-${algorithm}.txt`, list(payload, algorithm))
  const tags = [...files].filter(([path]) => !path.startsWith('data/'))
  for (const algorithm of algorithms) files.set(`tagmanifest-${algorithm}.txt`, list(tags, algorithm))
  return files
}

/** Text of paths and lines that somebody, or bad luck, may put into a list. */
const nasty = [
  '../x',
  '/etc/passwd',
  'C:\\x',
  '\\\\host\\x',
  '~/x',
  '~root',
  '%HomeDrive%/x',
  '${HOME}/x',
  'data/../../x',
  'data//x',
  'data/./x',
  'data/x/..',
  'data/%2e%2e/x',
  'data/a%0Ab',
  'data/a%25',
  'data/%',
  'data/CON',
  'data/x.',
  'data/é',
  'data/e\u0301',
  '*data/x',
  './data/empty',
  'data\\empty',
  'bagit.txt',
  'tagmanifest-sha256.txt',
  'manifest-md5.txt',
  'fetch',
  '',
  ' ',
  '\t',
  '\ufeff',
  '\0',
  'x'.repeat(300),
]

export type Random = (below: number) => number
export const pick = <T>(random: Random, items: readonly T[]): T => items[random(items.length)] as T

export function mutateOctets(random: Random, content: Uint8Array): Uint8Array {
  const copy = Buffer.from(content)
  const at = random(Math.max(1, copy.length))
  switch (random(6)) {
    case 0:
      if (copy.length > 0) copy[at] = (copy[at] ?? 0) ^ (1 << random(8))
      return copy
    case 1:
      return copy.subarray(0, at)
    case 2:
      return Buffer.concat([copy.subarray(0, at), Buffer.from([random(256)]), copy.subarray(at)])
    case 3:
      return Buffer.concat([copy.subarray(0, at), copy.subarray(at + 1 + random(5))])
    case 4:
      return Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), copy])
    default:
      return Buffer.alloc(random(40), random(256))
  }
}

function mutateLines(random: Random, content: Uint8Array): Uint8Array {
  const lines = Buffer.from(content).toString('utf8').split('\n')
  const at = random(lines.length)
  const line = lines[at] ?? ''
  const edits: (() => void)[] = [
    () => void lines.splice(at, 1),
    () => void lines.splice(at, 0, line),
    () => void lines.splice(at, 1, line.toUpperCase()),
    () => void lines.splice(at, 1, ` ${line}`),
    () => void lines.splice(at, 1, `${line} `),
    () => void lines.splice(at, 1, line.replace('  ', pick(random, [' ', '\t', '   ', ' *', '']))),
    () => void lines.splice(at, 1, line.replace(/ [^ ]*$/, ` ${pick(random, nasty)}`)),
    () => void lines.splice(at, 0, pick(random, ['', '#', 'Label: value', `${'a'.repeat(64)}  ${pick(random, nasty)}`])),
    () => void lines.splice(at, 1, line.replace(/[0-9a-f]/, 'g')),
    () => void lines.splice(at, 1, line.slice(1)),
    () => void lines.splice(at, 1, line.replace(':', pick(random, [' :', ':  ', ':', '::', '：']))),
    () => void lines.splice(at, 1, line.replace('1.0', pick(random, ['2.0', '1.1', '1.0 ', '01.0', '1']))),
    () => void lines.splice(0, lines.length, ...lines.toReversed()),
  ]
  pick(random, edits)()
  return Buffer.from(lines.join(pick(random, ['\n', '\n', '\r\n', '\r'])))
}

/** One change to the files of a bag. */
export function mutate(random: Random, files: Files): void {
  const paths = [...files.keys()]
  const path = pick(random, paths)
  const content = files.get(path) ?? new Uint8Array()
  switch (random(9)) {
    case 0:
      files.delete(path)
      break
    case 1:
      files.delete(path)
      files.set(pick(random, [`${path}x`, `data/${path}`, path.toUpperCase(), path.normalize('NFD'), `_${path}`]), content)
      break
    case 2:
      files.set(
        pick(random, [
          'data/added',
          'added.txt',
          'data/01_会议/Thumbs.db',
          '.DS_Store',
          'meta/x.xml',
          'manifest-sha3.txt',
          'data/e\u0301',
        ]),
        Buffer.from('x'),
      )
      break
    case 3:
      files.set(pick(random, paths), content)
      break
    case 4:
    case 5:
      files.set(path, mutateOctets(random, content))
      break
    default: {
      const tags = paths.filter((name) => !name.startsWith('data/'))
      const tag = tags.length === 0 ? path : pick(random, tags)
      files.set(tag, mutateLines(random, files.get(tag) ?? new Uint8Array()))
    }
  }
}

/** Sometimes the lists of tag files are made right again, so that what is below them comes to light. */
export function relist(files: Files): void {
  for (const algorithm of ['sha256', 'sha512']) {
    if (!files.has(`tagmanifest-${algorithm}.txt`)) continue
    const tags = [...files].filter(([path]) => !path.startsWith('data/') && !path.startsWith('tagmanifest-'))
    files.set(
      `tagmanifest-${algorithm}.txt`,
      Buffer.from(tags.map(([path, content]) => `${hex(algorithm, content)}  ${path}\n`).join('')),
    )
  }
}

/** Folders that paths name. */
export const foldersOf = (files: Files) =>
  new Set(
    [...files.keys()].flatMap((path) =>
      path
        .split('/')
        .slice(0, -1)
        .map((_, index, parts) => parts.slice(0, index + 1).join('/')),
    ),
  )

export const bags = [goodBag(true, ['sha256']), goodBag(false, ['sha256']), goodBag(false, ['sha256', 'sha512'])]

/** Two names that only differ in case, and a file that is a folder too, cannot lie on a disk; such a bag is none. */
export const isPossible = (files: Files) => {
  const folders = foldersOf(files)
  return ![...files.keys()].some((path) => folders.has(path))
}
