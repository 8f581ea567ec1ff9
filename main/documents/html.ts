import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { withFittedTables } from '#shared/documents/column-widths.ts'
import type { FontChoice, PrintStyle } from '#shared/documents/contract.ts'
import { type DocumentModel, titleText } from '#shared/documents/model.ts'
import { documentText } from '#shared/documents/plain-text.ts'
import { resourcesFolder } from '../platform/resources.ts'
import { facesFor } from './fonts.ts'
import { bodyHtml, fieldLineHtml } from './html-blocks.ts'
import { faceRules, familyVariables } from './html-fonts.ts'
import { formHtml, hasOwnSection } from './html-form.ts'
import { lookOf, pageName, pageRules } from './html-pages.ts'
import { escapeHtml } from './html-text.ts'
import { tableRoom } from './table-room.ts'

export interface HtmlOptions {
  readonly style: PrintStyle
  readonly fonts: FontChoice
  /** For a file that is opened without this program: fonts inside, none asked for. */
  readonly standsAlone?: boolean
  /** Pages of one book: numbered through, to be printed on both sides, bookmarks by section. */
  readonly isBook?: boolean
  /** Page numbers that run through all papers, and nothing else of a book. */
  readonly isNumberedThrough?: boolean
}

const styles = new Map<string, string>()

function printStyle(name: string): string {
  const known = styles.get(name)
  if (known !== undefined) return known
  const css = readFileSync(join(resourcesFolder(), 'print', `${name}.css`), 'utf8')
  styles.set(name, css)
  return css
}

/** Title, lines, headings and text: 公文式, and every paper that is no record. */
function plainHtml(model: DocumentModel): string {
  const title = model.title.map((phrase) => `<span class="together">${escapeHtml(phrase)}</span>`).join('')
  // Every ballot bears the title itself; a page to write on is no entry among the bookmarks.
  const heading =
    model.layout === 'slips' ? '' : model.layout === 'notes' ? `<p class="title">${title}</p>` : `<h1 class="title">${title}</h1>`
  return `${heading}
${model.head.map(fieldLineHtml).join('\n')}
${bodyHtml(model.body, model.signatures)}${model.remark ? `\n<p class="remark">${escapeHtml(model.remark)}</p>` : ''}`
}

/** In a book a paper stands below its section: its headings are those of the next level, for bookmarks and tags alike. */
function inSection(html: string, model: DocumentModel): string {
  if (model.layout === 'cover' || model.layout === 'contents') return html
  // Only our own tags are met: every text is escaped.
  const lowered = html.replace(/<(\/?)h([1-5])(?=[ >])/g, (_, slash: string, level: string) => `<${slash}h${Number(level) + 1}`)
  if (model.section === undefined) return lowered
  if (hasOwnSection(model)) return `<h1 class="section">${escapeHtml(model.section)}</h1>\n${lowered}`
  return lowered.replace(/^<p class="title">(.*?)<\/p>/, '<h1 class="title">$1</h1>')
}

/** Everything printed in the fonts of the page: page number and form words are not in the text of the record. */
const charactersOf = (model: DocumentModel) =>
  `${documentText(model)}${model.formTitle}${model.titleLabel}${model.bodyLabel}${model.recordNumber}`

/**
 * One or several documents as one HTML page: what is previewed, printed and made into PDF. Each begins on a new page and has
 * its own page numbers, unless they run through. No scripts, nothing from anywhere but `/fonts/<file>` of its own origin; all text is escaped.
 *
 * @param given at least one; the first gives the title
 */
export function documentHtml(given: DocumentModel | readonly DocumentModel[], options: HtmlOptions): string {
  const models = 'body' in given ? [given] : given
  const needsKai = models.some(({ body }) => body.some((block) => block.kind === 'heading' && block.level === 2))
  const embed = options.standsAlone === true
  const isBook = options.isBook === true
  const characters = `${models.map(charactersOf).join('')}— 0123456789：`
  const faces = embed && options.fonts === 'office' ? [] : facesFor(characters, needsKai)
  const looks = new Set(models.map((model) => lookOf(model, options.style)))
  const articles = models.map((model, i) => {
    const look = lookOf(model, options.style)
    const fitted = withFittedTables(model, (table) => tableRoom(look, table))
    const html = look === 'table' ? formHtml(fitted) : plainHtml(fitted)
    return `<article id="${pageName(i)}" class="paper ${look} ${pageName(i)}">
${isBook ? inSection(html, model) : html}
</article>`
  })
  return `<!doctype html>
<html lang="zh-CN" translate="no">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; font-src ${embed ? 'data:' : "'self'"}; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width">
<title>${escapeHtml(models[0] ? titleText(models[0]) : '')}</title>
<style>
${faceRules(faces, embed)}
:root { ${familyVariables(options.fonts)} }
${printStyle('common')}
${[...looks].map(printStyle).join('\n')}
${pageRules(models, { style: options.style, isBook, isNumberedThrough: options.isNumberedThrough === true })}
</style>
</head>
<body>
${articles.join('\n')}
</body>
</html>
`
}
