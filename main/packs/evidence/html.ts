import { withoutTurns } from '#shared/kernel/text.ts'

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Text as it stands between tags and inside quoted attributes, none of it turning what stands beside it. */
export function escaped(text: string): string {
  return withoutTurns(text).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character)
}

/** A relative link from one file of the pack to another, both by path from the same folder. */
export function relativeLink(from: string, to: string): string {
  const up = '../'.repeat(from.split('/').length - 1)
  return `${up === '' ? './' : up}${to.split('/').map(encodeURIComponent).join('/')}`
}

// No scripts, nothing from elsewhere: a reviewer's browser opens the page from a stick. Colours of office print.
const STYLE = `
:root { color-scheme: light }
* { box-sizing: border-box }
body { margin: 0 auto; max-width: 1120px; padding: 32px 24px 64px; font: 15px/1.7 "Microsoft YaHei", "Noto Sans CJK SC", "PingFang SC", sans-serif; color: #1f1f1f; background: #fff }
h1 { font-size: 26px; margin: 0 0 4px }
h2 { font-size: 18px; margin: 36px 0 8px; padding-left: 10px; border-left: 4px solid #a8071a }
h3 { font-size: 15px; margin: 18px 0 2px }
p { margin: 4px 0 }
.quiet { color: #595959 }
nav a { margin-right: 16px }
table { width: 100%; border-collapse: collapse; margin-top: 8px; table-layout: fixed }
th:nth-child(1) { width: 72px } th:nth-child(3) { width: 132px } th:nth-child(4) { width: 176px } th:nth-child(5) { width: 104px } th:nth-child(6) { width: 112px } th:nth-child(7) { width: 168px }
th, td { border: 1px solid #d0d0d0; padding: 6px 10px; text-align: left; vertical-align: top; overflow-wrap: anywhere }
th { background: #fafafa; font-weight: 600; white-space: nowrap }
td.short { white-space: nowrap }
a { color: #0958d9 }
ul { margin: 4px 0; padding-left: 1.4em }
td ul { padding-left: 1.1em }
@media print { body { max-width: none; padding: 0; font-size: 12px } a { color: inherit; text-decoration: none } tr { break-inside: avoid } }
`

/** A whole page without scripts. `body` is HTML. */
export function htmlPage(title: string, body: string): string {
  return `<!DOCTYPE html>
<html lang="zh-CN" translate="no">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
</head>
<body>
${body}
</body>
</html>
`
}
