import { posix } from 'node:path'

// Which folder may know which (docs/architecture.md). oxlint compares import texts only, and a rule like "no other
// feature's store" needs to know what an import leads to.

/** Kinds of file of a feature of `main` that only the feature itself may use; `read.ts` is made for the others. */
const privateFiles = /^(store|service|router)\b.*\.ts$/

/** Services that are answers in themselves and write nothing of their feature. */
const sharedServices: ReadonlySet<string> = new Set([
  'main/branch/service.ts',
  'main/documents/service.ts',
  'main/obligations/service.ts',
])

/**
 * Writes of one feature inside a transaction of another, each named: an imported roster brings its groups, a saved
 * sitting its list of attachments, the sample branch is entered as a user would enter it.
 */
const jointWrites: ReadonlySet<string> = new Set([
  'main/members/import-posts.ts → main/branch/store.ts',
  'main/members/import-roster.ts → main/branch/store.ts',
  'main/activities/service.ts → main/attachments/service.ts',
  'main/activities/signed.ts → main/attachments/service.ts',
  'main/dossier/service.ts → main/attachments/service.ts',
  'main/duty-report/service.ts → main/dossier/service.ts',
  'main/rating/service.ts → main/attachments/service.ts',
  'main/appraisal/service.ts → main/dossier/service.ts',
  'main/development/service.ts → main/dossier/service.ts',
  'main/elections/service.ts → main/dossier/service.ts',
  'main/ledger/sample-records.ts → main/dossier/service.ts',
  'main/rectification/service.ts → main/dossier/service.ts',
  'main/tasks/service.ts → main/dossier/service.ts',
  'main/yearbook/service.ts → main/dossier/service.ts',
  'main/ledger/sample-meetings.ts → main/activities/service.ts',
  'main/ledger/sample-meetings.ts → main/attachments/service.ts',
  'main/ledger/sample.ts → main/members/service.ts',
])

/** Folders of `main` that are no feature: what the system gives, files that have come in, ways to call. */
const mainGround: ReadonlySet<string> = new Set(['platform', 'files', 'shells'])

/** What `main/platform` may know of `shared`: plain dates, texts and errors, and what a file or a sheet is. */
const platformVocabulary: ReadonlySet<string> = new Set(['kernel', 'files'])

/** Folders of `renderer` that every feature stands on, and that know none of them. */
const rendererGround: ReadonlySet<string> = new Set(['ui', 'api'])

/** Where an import leads: a path from the root of the project, or the name of a package. */
export function importTarget(from: string, specifier: string): { readonly path: string } | { readonly pack: string } {
  if (specifier.startsWith('#')) return { path: posix.normalize(specifier.slice(1)) }
  if (specifier.startsWith('.')) return { path: posix.join(posix.dirname(from), specifier) }
  return { pack: specifier }
}

function packageProblem(from: string, pack: string): string | null {
  const isElectron = pack === 'electron' || pack.startsWith('electron/')
  if (isElectron && !from.startsWith('main/shells/electron/')) return 'only main/shells/electron may import electron'
  if (pack.startsWith('node:') && /^(shared|renderer)\//.test(from)) return 'shared and renderer run without Node'
  return null
}

function mainProblem(from: readonly string[], to: readonly string[]): string | null {
  const [, feature = '', ...rest] = from
  const [, other = '', ...file] = to
  // Files directly in main put the program together and may know every part of it.
  if (rest.length === 0) return null
  if (feature === 'platform') return other === 'platform' || other === 'files' ? null : 'main/platform knows no feature'
  if (other === 'shells' && feature !== 'shells') return 'only shells know shells'
  if (feature === other || mainGround.has(other) || file.length === 0) return null
  if (sharedServices.has(to.join('/')) || jointWrites.has(`${from.join('/')} → ${to.join('/')}`)) return null
  return privateFiles.test(file[0] ?? '') ? `another feature’s ${file[0]}; use its read.ts` : null
}

function rendererProblem(from: readonly string[], to: readonly string[]): string | null {
  const [, feature = '', ...rest] = from
  const [, other = '', ...file] = to
  if (rest.length === 0 || feature === 'app' || feature === other || rendererGround.has(other)) return null
  if (rendererGround.has(feature)) return 'renderer/ui and renderer/api know no feature'
  return /store/i.test(file.at(-1) ?? '') ? 'another feature’s store' : null
}

/**
 * Why an import breaks the rules, or null.
 *
 * @param from the importing file, from the root of the project, with forward slashes
 */
export function importProblem(from: string, specifier: string): string | null {
  const target = importTarget(from, specifier)
  const top = from.split('/')[0] ?? ''
  if ('pack' in target) return packageProblem(from, target.pack)
  const to = target.path.split('/')
  if (top === 'tests' || top === 'scripts') return null
  if (to[0] !== top && specifier.startsWith('.')) return `leaves its top folder: write #${target.path}`
  switch (top) {
    case 'shared':
      if (to[0] !== 'shared') return 'shared knows only shared'
      return from.startsWith('shared/kernel/') && to[1] !== 'kernel' ? 'shared/kernel knows only itself' : null
    case 'renderer':
      if (to[0] === 'shared') return null
      return to[0] === 'renderer' ? rendererProblem(from.split('/'), to) : 'renderer knows only shared and renderer'
    case 'main':
      if (to[0] === 'shared') {
        const isForeign = from.startsWith('main/platform/') && !platformVocabulary.has(to[1] ?? '')
        return isForeign ? 'main/platform knows only shared/kernel and shared/files' : null
      }
      return to[0] === 'main' ? mainProblem(from.split('/'), to) : 'main knows only shared and main'
    default:
      return null
  }
}

const statement = /(?:^|[\n;])\s*(?:import|export)\b[^'"`;]*?\bfrom\s*(['"])(?<from>[^'"\n]+)\1/g
const bare = /(?:^|[\n;])\s*import\s*(['"])(?<from>[^'"\n]+)\1/g
const dynamic = /\bimport\(\s*(['"])(?<from>[^'"\n]+)\1/g

/** Everything a source text imports, types included. */
export function importsOf(source: string): string[] {
  return [statement, bare, dynamic].flatMap((pattern) => [...source.matchAll(pattern)].map((match) => match.groups?.['from'] ?? ''))
}
