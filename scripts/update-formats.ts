import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { saveActivitySchema } from '#shared/activities/schema.ts'
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

if (process.argv[1] === import.meta.filename) {
  writeFileSync(file, formatsWithSchema(readFileSync(file, 'utf8')))
  rmSync(schemas, { recursive: true, force: true })
  mkdirSync(schemas, { recursive: true })
  for (const [name, text] of recordSchemaFiles()) writeFileSync(join(schemas, name), text)
}
