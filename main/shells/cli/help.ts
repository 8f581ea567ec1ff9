import type { Command } from './command.ts'

const synopsis = ({ name, operands, options }: Command) => [name, ...operands, ...options.map((option) => `--${option}`)].join(' ')

/** The help, made from the commands themselves. */
export function helpText(commands: readonly Command[]): string {
  const width = Math.max(...commands.map((command) => synopsis(command).length))
  return `支部手册 命令行

npm run --silent ledger -- [--ledger 文件夹] <命令> [--json]

${commands.map((command) => `  ${synopsis(command).padEnd(width)}  ${command.summary}`).join('\n')}

  --ledger 文件夹   数据文件夹，默认在「文档」里的「支部手册」
  --json            标准输出只有一份 JSON
  --format          pdf、docx、html
  --kind            evidence（佐证材料，默认）、exchange（移交包）；--zip 写成一个压缩文件
                    report：year（全年，默认）、half（上半年）、duty（述职）
  --style           table（表格式，默认）、official（公文式）
  --fonts           office（办公字体，默认）、bundled（随附字体）
  --passphrase-stdin        数据文件夹的口令从标准输入的第一行读（或放进环境变量 BRANCH_HANDBOOK_PASSPHRASE）
  --pack-passphrase-stdin   移交包的口令从标准输入的下一行读（或放进环境变量 BRANCH_HANDBOOK_PACK_PASSPHRASE）

退出码：0 完成；1 核对发现问题；2 参数有误，或内容无法读取、未被接受。
`
}
