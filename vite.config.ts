import { builtinModules } from 'node:module'
import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig, type UserConfig } from 'vite'
import manifest from './package.json' with { type: 'json' }

const root = import.meta.dirname
// Bundled: of its three hundred modules few are used, and Node reads its package.json of 200 kB anew for every one of
// them, which cost the start 350 MB and most of two seconds.
const bundled = ['date-fns']
const external = [
  ...builtinModules,
  /^node:/,
  'electron',
  ...Object.keys(manifest.dependencies)
    .filter((name) => !bundled.includes(name))
    .map((name) => new RegExp(`^${name}(/|$)`)),
]
const define = { __PROGRAM_VERSION__: JSON.stringify(manifest.version) }

// One configuration for each thing that is built: the main process and its shells, the sandboxed preload (one
// CommonJS file, because a sandboxed preload can load nothing else) and the page.
const modes: Record<string, UserConfig> = {
  main: {
    define,
    build: {
      target: 'node24',
      outDir: resolve(root, 'dist/main'),
      emptyOutDir: true,
      minify: false,
      ssr: true,
      rollupOptions: {
        input: {
          cli: resolve(root, 'main/shells/cli/main.ts'),
          browser: resolve(root, 'main/shells/browser/main.ts'),
          electron: resolve(root, 'main/shells/electron/main.ts'),
        },
        external,
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
    ssr: { noExternal: bundled },
  },
  preload: {
    build: {
      target: 'node24',
      outDir: resolve(root, 'dist/preload'),
      emptyOutDir: true,
      minify: false,
      ssr: true,
      rollupOptions: {
        input: { preload: resolve(root, 'main/shells/electron/preload.ts') },
        external: ['electron'],
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: resolve(root, 'renderer'),
    base: './',
    plugins: [react()],
    define,
    build: { target: 'chrome110', outDir: resolve(root, 'dist/renderer'), emptyOutDir: true, chunkSizeWarningLimit: 3000 },
  },
}

export default defineConfig(({ mode }) => {
  const config = modes[mode]
  if (!config) throw new Error(`vite --mode main | preload | renderer, not ${mode}`)
  return config
})
