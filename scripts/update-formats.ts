import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { purposeNames, purposeNumberNames } from '#shared/activities/labels.ts'
import { purposes, saveActivitySchema } from '#shared/activities/schema.ts'
import { dossierKinds } from '#shared/dossier/kinds/index.ts'
import { postNames } from '#shared/members/labels.ts'
import { serviceStatuses } from '#shared/members/schema.ts'
import { recordFileSchemas } from '#shared/packs/records.ts'

const file = join(import.meta.dirname, '..', 'docs', 'formats.md')
const begin = '<!-- save-activity schema: begin -->'
const end = '<!-- save-activity schema: end -->'

/** `docs/formats.md` with the JSON Schema of `activities save` as the code has it now. */
export function formatsWithSchema(text: string): string {
  const schema = z.toJSONSchema(saveActivitySchema, { io: 'input', unrepresentable: 'any' })
  const from = text.indexOf(begin)
  const to = text.indexOf(end)
  if (from < 0 || to < from) throw new Error(`docs/formats.md has no place for the schema: ${begin}`)
  return `${text.slice(0, from)}${begin}\n\n\`\`\`json\n${JSON.stringify(schema, null, 2)}\n\`\`\`\n\n${text.slice(to)}`
}

const schemas = join(import.meta.dirname, '..', 'docs', 'schemas', 'records')

/** The JSON Schema files of `docs/schemas/records` as the code has them now: `activities.schema.json` for `activities.jsonl`. */
export function recordSchemaFiles(): ReadonlyMap<string, string> {
  return new Map(
    [...recordFileSchemas()].map(([path, schema]) => [
      `${path.split('/')[0]?.replace('.jsonl', '') ?? path}.schema.json`,
      `${JSON.stringify(schema, null, 2)}\n`,
    ]),
  )
}

/** `docs/schemas/vocabulary.json`: the closed lists that lines of a pack take their words from, beside those of the schemas. */
export function vocabularyText(): string {
  const kinds = dossierKinds.map(({ key, name, numberName, statuses = [], roles = [], fields, isListedOnly = false }) => ({
    key,
    name,
    numberName,
    statuses,
    roles,
    fields,
    isListedOnly,
  }))
  const sittings = purposes.map((key) => ({ key, name: purposeNames[key], numberName: purposeNumberNames[key] }))
  return `${JSON.stringify({ purposes: sittings, posts: postNames, serviceStatuses, dossierKinds: kinds }, null, 2)}\n`
}

export const vocabularyFile = join(import.meta.dirname, '..', 'docs', 'schemas', 'vocabulary.json')

if (process.argv[1] === import.meta.filename) {
  writeFileSync(vocabularyFile, vocabularyText())
  writeFileSync(file, formatsWithSchema(readFileSync(file, 'utf8')))
  rmSync(schemas, { recursive: true, force: true })
  mkdirSync(schemas, { recursive: true })
  for (const [name, text] of recordSchemaFiles()) writeFileSync(join(schemas, name), text)
}
