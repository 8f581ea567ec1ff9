import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { dossierKinds } from '#shared/dossier/kinds/index.ts'
import { formatsWithSchema, recordSchemaFiles, vocabularyFile, vocabularyText } from '../../scripts/update-formats.ts'

test('docs/formats.md shows the schema that the code checks (scripts/update-formats.ts writes it)', () => {
  const text = readFileSync(join(import.meta.dirname, '../../docs/formats.md'), 'utf8')
  expect(formatsWithSchema(text)).toBe(text)
})

test('docs/schemas/records has the schema of every file of a pack, as the code checks it', () => {
  const folder = join(import.meta.dirname, '../../docs/schemas/records')
  const files = recordSchemaFiles()
  expect(readdirSync(folder).toSorted()).toEqual([...files.keys()].toSorted())
  for (const [name, text] of files) expect(readFileSync(join(folder, name), 'utf8'), name).toBe(text)
})

test('docs/schemas/vocabulary.json has every kind of record, with nothing lost that a reader would need', () => {
  expect(readFileSync(vocabularyFile, 'utf8')).toBe(vocabularyText())
  const { dossierKinds: written } = JSON.parse(vocabularyText())
  expect(written.map(({ key, fields }: { key: string; fields: unknown }) => ({ key, fields }))).toEqual(
    dossierKinds.map(({ key, fields }) => ({ key, fields })),
  )
})
