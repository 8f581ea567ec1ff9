import { rmSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { basename, join, resolve } from 'node:path'
import { build } from 'vite'
import manifest from '../../package.json' with { type: 'json' }

const root = resolve(import.meta.dirname, '../..')

/**
 * Builds a worker as the program itself is built, inside the project so that its packages are found.
 *
 * @param name of the file, from this folder
 */
export async function buildWorker(name = 'worker'): Promise<{ readonly program: string; remove(): void }> {
  const outDir = join(root, 'node_modules', '.cache', `branch-handbook-${basename(name)}-${process.pid}`)
  await build({
    configFile: false,
    logLevel: 'error',
    root,
    define: { __PROGRAM_VERSION__: JSON.stringify('0.0.0-fault') },
    build: {
      target: 'node24',
      outDir,
      emptyOutDir: true,
      minify: false,
      ssr: true,
      rollupOptions: {
        input: { worker: join(import.meta.dirname, `${name}.ts`) },
        external: [...builtinModules, /^node:/, ...Object.keys(manifest.dependencies).map((name) => new RegExp(`^${name}(/|$)`))],
        output: { format: 'es', entryFileNames: '[name].mjs' },
      },
    },
  })
  return { program: join(outDir, 'worker.mjs'), remove: () => rmSync(outDir, { recursive: true, force: true }) }
}
