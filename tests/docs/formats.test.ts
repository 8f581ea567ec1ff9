import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { formatsWithSchema } from '../../scripts/update-formats.ts'

test('docs/formats.md shows the schema that the code checks (scripts/update-formats.ts writes it)', () => {
  const text = readFileSync(join(import.meta.dirname, '../../docs/formats.md'), 'utf8')
  expect(formatsWithSchema(text)).toBe(text)
})
