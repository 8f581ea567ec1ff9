import { AppError } from '#shared/kernel/errors.ts'
import { ledgerStateCodes } from '#shared/ledger/state-codes.ts'
import type { Command } from '../command.ts'

export const initCommand: Command = {
  name: 'init',
  operands: [],
  options: ['name'],
  summary: '新建数据文件夹',
  ledger: 'none',
  async run({ core, client, arguments: args }) {
    // Opened first, so that a ledger whose making was cut off is made to its end.
    const { state, directory, detail } = core.session.open()
    if (state === 'open') throw new AppError('LEDGER_EXISTS', { path: directory })
    if (state !== 'notFound') throw new AppError(ledgerStateCodes[state], { path: directory, ...detail })
    const name = args.option('name')
    const status = await client.ledger.create(name === undefined ? {} : { name })
    const branch = await client.branch.get({})
    return {
      json: { directory: status.directory, name: branch.shortName },
      text: `已新建「${branch.shortName}」的数据文件夹：${status.directory}`,
    }
  },
}
