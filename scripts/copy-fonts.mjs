// Puts the font files that documents use, and their licences, beside the bundle: dist/fonts has the layout of
// node_modules/@fontsource, but a tenth of its size.
import { cpSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const source = join(root, 'node_modules', '@fontsource')
const target = join(root, 'dist', 'fonts')
const weights = { 'noto-serif-sc': [400, 700], 'noto-sans-sc': [500], 'lxgw-wenkai': [500] }

rmSync(target, { recursive: true, force: true })
for (const [pack, wanted] of Object.entries(weights)) {
  const files = readdirSync(join(source, pack, 'files')).filter(
    // The unsplit "chinese-simplified" files lack a thousand characters that the slices have.
    (name) => wanted.some((weight) => name.endsWith(`-${weight}-normal.woff2`)) && !name.includes('chinese-simplified'),
  )
  mkdirSync(join(target, pack, 'files'), { recursive: true })
  for (const name of files) cpSync(join(source, pack, 'files', name), join(target, pack, 'files', name))
  for (const name of ['LICENSE', 'unicode.json']) cpSync(join(source, pack, name), join(target, pack, name))
}
