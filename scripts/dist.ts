import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { planDist, targetsOf } from './dist-rules.ts'

// npm run dist [-- --win --linux --x64 --arm64 --dir]: packages of the built program, by electron-builder.

const root = join(import.meta.dirname, '..')
const packageFolder = join(root, 'node_modules', 'electron')
const arguments_ = process.argv.slice(2)
const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')) as { version: string }
const plan = planDist(targetsOf(arguments_, process.platform), {
  version,
  packageFolder,
  environment: process.env,
  host: process.platform,
  hostArch: process.arch,
})

if ('missing' in plan) {
  console.error(`不能打包，缺少：${plan.missing.join('、')}

任选一种办法提供 Electron ${version}：
  1. 联网：ELECTRON_MIRROR=https://…/electron/ npm run dist（官方地址写 https://github.com/electron/electron/releases/download/）
  2. 离线：把上面的压缩包放进缓存文件夹（环境变量 electron_config_cache 可另外指定）
  3. 已解压的 Electron：ELECTRON_OVERRIDE_DIST_PATH=文件夹 npm run dist（一次只能打一种系统和处理器，如 -- --linux --x64）
NSIS、AppImage 等打包工具由 electron-builder 下载，离线时用 ELECTRON_BUILDER_BINARIES_MIRROR 指定；只要免安装的文件夹时加 -- --dir。`)
  process.exitCode = 1
} else {
  const given = plan.electronDist === null ? [] : [`-c.electronDist=${plan.electronDist}`]
  const builder = join(root, 'node_modules', 'electron-builder', 'cli.js')
  const { status } = spawnSync(process.execPath, [builder, ...arguments_, ...given], { stdio: 'inherit', cwd: root })
  process.exitCode = status ?? 1
}
