// Plain JavaScript without imports: it must run, and speak, on the oldest Node that someone may have.
// better-sqlite3 13 ends an older Node without a word.
if (Number(process.versions.napi ?? 0) < 10) {
  console.error(
    `这台电脑上没有可用的 Node.js（现有 ${process.versions.node}）：请先运行 npm ci；仍不行时请安装 Node.js 24。\n` +
      `This needs the Node.js that "npm ci" brings (found ${process.versions.node}); where it brings none, install Node.js 24.`,
  )
  process.exit(1)
}
