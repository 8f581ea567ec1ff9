import { resolve } from 'node:path'
import { parseArgs } from 'node:util'

/** How the browser shell was asked to start. */
export interface BrowserArguments {
  /** Absolute, or null for the default. */
  readonly ledger: string | null
  readonly window: boolean
  /** 0: any free one. */
  readonly port: number
  readonly help: boolean
}

export const usage = `支部手册

npm start -- [--browser] [--ledger 文件夹] [--no-window] [--port 端口]

  --browser         用浏览器窗口，即使本机有 Electron
  --ledger 文件夹   数据文件夹，默认在「文档」里的「支部手册」
  --no-window       不打开窗口，只显示本机地址和一次性启动码
  --port 端口       固定端口，默认任选一个空闲端口
`

/**
 * Reads the arguments. Relative folders are meant from `workingFolder`.
 * @throws Error with a Chinese message for anything that is not understood
 */
export function parseBrowserArguments(argv: readonly string[], workingFolder: string): BrowserArguments {
  let values: { ledger?: string; 'no-window'?: boolean; port?: string; help?: boolean }
  try {
    values = parseArgs({
      args: [...argv],
      options: {
        ledger: { type: 'string' },
        'no-window': { type: 'boolean' },
        port: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values
  } catch (error) {
    throw new Error(`参数有误：${argv.join(' ')}`, { cause: error })
  }
  const port = values.port ?? '0'
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) throw new Error(`端口应为 0 到 65535 的数字：${port}`)
  if (values.ledger === '') throw new Error('--ledger 后面应写文件夹')
  return {
    ledger: values.ledger === undefined ? null : resolve(workingFolder, values.ledger),
    window: values['no-window'] !== true,
    port: Number(port),
    help: values.help === true,
  }
}
