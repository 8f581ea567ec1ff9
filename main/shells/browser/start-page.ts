// An empty icon: a browser that finds none named asks for /favicon.ico and complains.
const page = (head: string, body: string) => `<!doctype html>
<html lang="zh-CN" translate="no"><head><meta charset="utf-8"><link rel="icon" href="data:,"><title>支部手册</title>${head}</head><body>${body}</body></html>
`

/**
 * The local file the browser is started with: it holds the start code, so that the code never stands on a command
 * line, where every user of the machine could read it.
 */
export function startFile(startAddress: string): string {
  return page(`<meta http-equiv="refresh" content="0;url=${startAddress}">`, '<p>正在打开支部手册……</p>')
}

/**
 * The answer that sets the cookie. It is a page of its own and no redirect: a request that a redirect makes still counts as coming from
 * the local file, and a strict cookie would not go with it.
 */
export const enteredPage = page('<meta http-equiv="refresh" content="0;url=/">', '<p>正在打开支部手册……</p>')

/** Shown to a browser without a session. */
export const closedPage = page(
  '',
  '<h1>支部手册</h1><p>这个地址需要启动码，每个启动码只能用一次。</p><p>请关闭本页，重新启动程序；或在启动程序的终端里按回车键，取得新的地址。</p>',
)
