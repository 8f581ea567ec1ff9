import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { findBrowser } from '../main/platform/browser-finder.ts'

// Draws the icons of the installed program from the one of the page: a sheet with a margin line and three lines of text.
// Run by hand when that drawing changes; what it makes is committed. Our own drawing, no emblem of anybody.

const root = join(import.meta.dirname, '..')
const target = join(root, 'resources', 'icons')
const svg = readFileSync(join(root, 'renderer', 'public', 'icon.svg'), 'utf8')
const sizes = [16, 24, 32, 48, 64, 128, 256, 512, 1024]

async function draw(): Promise<Map<number, Buffer>> {
  const browser = findBrowser()
  if (!browser) throw new Error('no browser to draw with: apt-get install -y chromium')
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const opened = await chromium.launch({ executablePath: browser.path, args })
  const drawn = new Map<number, Buffer>()
  try {
    const page = await opened.newPage()
    for (const size of sizes) {
      await page.setViewportSize({ width: size, height: size })
      await page.setContent(`<style>*{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`)
      drawn.set(size, await page.screenshot({ omitBackground: true }))
    }
  } finally {
    await opened.close()
  }
  return drawn
}

/** ICONDIR with PNG images, as Windows reads them since Vista. */
function ico(images: readonly (readonly [number, Buffer])[]): Buffer {
  const head = Buffer.alloc(6 + 16 * images.length)
  head.writeUInt16LE(1, 2)
  head.writeUInt16LE(images.length, 4)
  let offset = head.length
  for (const [at, [size, png]] of images.entries()) {
    const entry = 6 + 16 * at
    // A width of 256 is written as 0.
    head.writeUInt8(size % 256, entry)
    head.writeUInt8(size % 256, entry + 1)
    head.writeUInt16LE(1, entry + 4)
    head.writeUInt16LE(32, entry + 6)
    head.writeUInt32LE(png.length, entry + 8)
    head.writeUInt32LE(offset, entry + 12)
    offset += png.length
  }
  return Buffer.concat([head, ...images.map(([, png]) => png)])
}

/** Apple's icon container: four-letter kinds, lengths with their own eight octets, PNG inside. */
function icns(images: readonly (readonly [string, Buffer])[]): Buffer {
  const blocks = images.map(([kind, png]) => {
    const head = Buffer.alloc(8)
    head.write(kind, 'latin1')
    head.writeUInt32BE(png.length + 8, 4)
    return Buffer.concat([head, png])
  })
  const body = Buffer.concat(blocks)
  const head = Buffer.alloc(8)
  head.write('icns', 'latin1')
  head.writeUInt32BE(body.length + 8, 4)
  return Buffer.concat([head, body])
}

const drawn = await draw()
const of = (size: number) => drawn.get(size) ?? Buffer.alloc(0)
mkdirSync(target, { recursive: true })
for (const size of [16, 32, 48, 64, 128, 256, 512]) writeFileSync(join(target, `${size}x${size}.png`), of(size))
writeFileSync(join(target, 'icon.png'), of(512))
writeFileSync(join(target, 'icon.ico'), ico([16, 24, 32, 48, 64, 128, 256].map((size) => [size, of(size)] as const)))
writeFileSync(
  join(target, 'icon.icns'),
  icns([
    ['icp4', of(16)],
    ['icp5', of(32)],
    ['icp6', of(64)],
    ['ic07', of(128)],
    ['ic08', of(256)],
    ['ic09', of(512)],
    ['ic10', of(1024)],
  ]),
)
