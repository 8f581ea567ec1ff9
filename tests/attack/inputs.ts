import fc from 'fast-check'
import { safeParse, type z } from 'zod'
import { dossierKinds } from '#shared/dossier/kinds/index.ts'
import { hostileTexts, unstorableTexts } from './hostile-text.ts'

/** What a caller of this ledger could know. */
export interface KnownValues {
  /** Ids of rows of all kinds. */
  readonly ids: readonly string[]
  /** Ids of the rows of a feature, by its name. */
  readonly byFeature: Readonly<Record<string, readonly string[]>>
  /** Values by the name of their field: folders that may be written to, files taken in, rules. */
  readonly byField: Readonly<Record<string, readonly string[]>>
}

/** How one input is made: from what, and whether all of it fits. */
interface Making {
  readonly known: KnownValues
  readonly isCalm: boolean
}

const strange = fc.oneof(
  fc.constantFrom<unknown>(null, true, false, 0, -1, 1.5, 1e308, '', [], {}, '0', 'null', '2025-02-30', '24:61', 2 ** 53),
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom<unknown>(...Object.values(hostileTexts), ...Object.values(unstorableTexts)),
  fc.constantFrom<unknown>({ __proto__: { isAdmin: true } }, { constructor: { prototype: {} } }, { toString: 1, length: 1e9 }),
  fc.constant(0).map(() => JSON.parse('{"__proto__":{"x":1},"constructor":1}') as unknown),
  fc.integer({ min: 10, max: 3000 }).map((depth) => JSON.parse('['.repeat(depth) + ']'.repeat(depth)) as unknown),
  fc.integer({ min: 1, max: 20_000 }).map((length) => '字'.repeat(length)),
)

const plainTexts = [
  '',
  '张三',
  '第一党小组',
  '支部会议室',
  '2025',
  '2025-06',
  '2025-02-30',
  '2025-06-27',
  '2019-12-31',
  '2025-Q2',
  '09:30',
  '24:00',
  ...dossierKinds.map(({ key }) => key),
]

const whenPresent = <T>(weight: number, values: readonly T[]) =>
  values.length === 0 ? [] : [{ weight, arbitrary: fc.constantFrom(...values) }]

/** Texts for one place: those that its own rules let through, and now and then any other. */
function texts(schema: z.core.$ZodType, { known, isCalm }: Making, field: string): fc.Arbitrary<string> {
  const own = known.byField[field] ?? []
  const all = [...plainTexts, ...known.ids, 'a'.repeat(64)]
  const fits = all.filter((text) => safeParse(schema, text).success)
  if (isCalm && (fits.length > 0 || own.length > 0)) return fc.oneof(...whenPresent(3, fits), ...whenPresent(30, own))
  return fc.oneof(
    ...whenPresent(12, fits),
    ...whenPresent(12, own),
    { weight: 1, arbitrary: fc.constantFrom(...all) },
    { weight: 1, arbitrary: fc.constantFrom(...Object.values(hostileTexts).map((text) => text.slice(0, 60))) },
    { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 40 }) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 20 }) },
  )
}

/** Numbers for one place: those within its limits, and now and then any other. */
function numbers(schema: z.core.$ZodType, { isCalm }: Making): fc.Arbitrary<number> {
  const fits = [0, 0.5, 1, 2, 3, 7, 12, 40, 100, 2024, 2025, 2025, 2026].filter((number) => safeParse(schema, number).success)
  if (isCalm && fits.length > 0) return fc.constantFrom(...fits)
  return fc.oneof(...whenPresent(8, fits), { weight: 1, arbitrary: fc.integer() }, { weight: 1, arbitrary: fc.double() })
}

/** Values made from a schema; those that fit reach the rules behind it too. */
function fitting(schema: z.core.$ZodType, making: Making, field = '', depth = 0): fc.Arbitrary<unknown> {
  const { def } = (schema as z.core.$ZodTypes)._zod
  const inner = (next: z.core.$ZodType, name = field) => fitting(next, making, name, depth + 1)
  switch (def.type) {
    case 'string':
      return texts(schema, making, field)
    case 'number':
      return numbers(schema, making)
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    case 'literal':
      return fc.constantFrom(...def.values)
    case 'enum':
      return fc.constantFrom(...Object.values(def.entries))
    case 'object': {
      const shape = Object.entries(def.shape).map(([key, value]) => [key, inner(value as z.core.$ZodType, key)] as const)
      // Mostly all of it, sometimes only what was drawn.
      const whole = fc.record(Object.fromEntries(shape))
      return making.isCalm ? whole : fc.oneof(whole, fc.record(Object.fromEntries(shape), { requiredKeys: [] }))
    }
    case 'array':
      return fc.array(inner(def.element), { minLength: safeParse(schema, []).success ? 0 : 1, maxLength: depth > 3 ? 1 : 3 })
    case 'tuple':
      return fc.tuple(...def.items.map((item) => inner(item)))
    case 'record':
      return fc.dictionary(
        fc.oneof(inner(def.keyType) as fc.Arbitrary<string>, fc.string({ maxLength: 8 })),
        inner(def.valueType),
        { maxKeys: 3 },
      )
    case 'union':
      return fc.oneof(...def.options.map((option) => inner(option)))
    case 'intersection':
      return fc.tuple(inner(def.left), inner(def.right)).map(([left, right]) => Object.assign({}, left, right) as unknown)
    case 'nullable':
      return fc.oneof({ weight: 4, arbitrary: inner(def.innerType) }, { weight: 1, arbitrary: fc.constant(null) })
    case 'optional':
    case 'default':
    case 'prefault':
    case 'readonly':
    case 'nonoptional':
    case 'catch':
      return fc.oneof({ weight: 4, arbitrary: inner(def.innerType) }, { weight: 1, arbitrary: fc.constant(undefined) })
    case 'lazy':
      return depth > 6 ? fc.constant(null) : inner(def.getter())
    case 'pipe':
      return inner(def.in)
    case 'unknown':
    case 'any':
      return strange
    default:
      throw new Error(`no values for a schema of the kind ${def.type}: teach them to this file`)
  }
}

/** Replaces one place of a value, however deep, by something else. */
function spoilt(value: unknown, by: unknown, at: readonly number[]): unknown {
  const [first, ...rest] = at
  if (typeof value !== 'object' || value === null || first === undefined) return by
  const keys = Object.keys(value)
  if (keys.length === 0) return by
  const key = keys[first % keys.length] as string
  const next = spoilt((value as Record<string, unknown>)[key], by, rest)
  return Array.isArray(value) ? value.map((each, index) => (String(index) === key ? next : each)) : { ...value, [key]: next }
}

/** Inputs of one procedure: as they should be, nearly so, with one place spoilt, or anything at all. */
export function inputsOf(schema: z.core.$ZodType, known: KnownValues): fc.Arbitrary<unknown> {
  const fits = fitting(schema, { known, isCalm: true })
  const place = fc.array(fc.nat(20), { maxLength: 5 })
  return fc.oneof(
    { weight: 5, arbitrary: fits },
    { weight: 2, arbitrary: fitting(schema, { known, isCalm: false }) },
    { weight: 3, arbitrary: fc.tuple(fits, strange, place).map(([value, by, at]) => spoilt(value, by, at)) },
    { weight: 1, arbitrary: strange },
  )
}
