import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FontChoice, PrintStyle } from '#shared/documents/contract.ts'
import { type DocumentModel, titleText } from '#shared/documents/model.ts'
import { documentText } from '#shared/documents/plain-text.ts'
import { resourcesFolder } from '../platform/resources.ts'
import { facesFor } from './fonts.ts'
import { blockHtml, fieldLineHtml, signaturesHtml } from './html-blocks.ts'
import { faceRules, familyVariables } from './html-fonts.ts'
import { formHtml } from './html-form.ts'
import { cssString, escapeHtml } from './html-text.ts'

export interface HtmlOptions {
  readonly style: PrintStyle
  readonly fonts: FontChoice
  /** For a file that is opened without this program: fonts inside, none asked for. */
  readonly standsAlone?: boolean
}

const styles = new Map<string, string>()

function printStyle(name: string): string {
  const known = styles.get(name)
  if (known !== undefined) return known
  const css = readFileSync(join(resourcesFolder(), 'print', `${name}.css`), 'utf8')
  styles.set(name, css)
  return css
}

/** 公文式: lines, headings and text on the page of GB/T 9704-2012. */
function officialHtml(model: DocumentModel): string {
  const title = model.title.map((phrase) => `<span class="together">${escapeHtml(phrase)}</span>`).join('')
  return `<h1>${title}</h1>
${model.head.map(fieldLineHtml).join('\n')}
${model.body.map(blockHtml).join('\n')}
<div class="signature">${signaturesHtml(model.signatures)}</div>`
}

/**
 * The document as one HTML page: what is previewed, printed and made into PDF. No scripts, nothing from anywhere but
 * `/fonts/<file>` of its own origin; all text of the record is escaped.
 */
export function documentHtml(model: DocumentModel, options: HtmlOptions): string {
  // Page number and form words are not in the text of the record.
  const characters = `${documentText(model)}${model.formTitle}${model.titleLabel}${model.bodyLabel}${model.recordNumber}— 0123456789：`
  const needsKai = model.body.some((block) => block.kind === 'heading' && block.level === 2)
  const embed = options.standsAlone === true
  const faces = embed && options.fonts === 'office' ? [] : facesFor(characters, needsKai)
  return `<!doctype html>
<html lang="zh-CN" translate="no">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; font-src ${embed ? 'data:' : "'self'"}; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width">
<title>${escapeHtml(titleText(model))}</title>
<style>
${faceRules(faces, embed)}
:root { ${familyVariables(options.fonts)} --record: ${cssString(model.recordNumber)}; }
${printStyle('common')}
${printStyle(options.style)}
</style>
</head>
<body>
${options.style === 'table' ? formHtml(model) : officialHtml(model)}
</body>
</html>
`
}
