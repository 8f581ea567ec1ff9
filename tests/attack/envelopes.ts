import fc from 'fast-check'
import { inputsOf, type KnownValues } from './inputs.ts'
import { procedures } from './procedures.ts'

/** One call as it goes over the wire. `body` is JSON text, mostly. */
export interface AttackCall {
  readonly path: string
  readonly body: string
}

const marks = fc.array(
  fc.oneof(
    fc.tuple(
      fc.integer({ min: -1, max: 12 }),
      fc.constantFrom<string | number>('id', 'person', 'name', '__proto__', 'constructor', 0),
    ),
    fc.tuple(fc.integer({ min: 0, max: 8 })),
    fc.array(fc.jsonValue({ maxDepth: 1 }), { maxLength: 3 }),
  ),
  { maxLength: 3 },
)

/** JSON text of an envelope, its input given; sometimes with marks of oRPC's own, sometimes broken. */
function bodies(input: fc.Arbitrary<unknown>): fc.Arbitrary<string> {
  const plain = input.map((json) => JSON.stringify({ json }))
  return fc.oneof(
    { weight: 16, arbitrary: plain },
    { weight: 3, arbitrary: fc.tuple(input, marks).map(([json, meta]) => JSON.stringify({ json, meta })) },
    // Cut off, doubled, another shape, no JSON at all.
    { weight: 1, arbitrary: fc.tuple(plain, fc.nat(200)).map(([text, at]) => text.slice(0, at)) },
    { weight: 1, arbitrary: fc.tuple(plain, plain).map(([a, b]) => a + b) },
    { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 2 }).map((value) => JSON.stringify(value)) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  )
}

const strangePaths = fc.constantFrom(
  '/',
  '/nowhere',
  '/ledger',
  '/ledger/status/x',
  '/__proto__/x',
  '/constructor/prototype',
  '/ledger/__proto__',
  '/ledger/toString',
  '/members/%2e%2e/ledger/create',
)

/** Calls of every procedure in turn, so many of each as it takes; `seed` makes them the same again. */
export function attackCalls(count: number, known: KnownValues, seed: number): AttackCall[] {
  const rounds = Math.ceil(count / (procedures.length + 1))
  const lists = procedures.map(({ path, input }, index) =>
    fc.sample(bodies(inputsOf(input, known)), { numRuns: rounds, seed: seed + index }).map((body): AttackCall => ({ path, body })),
  )
  const lost = fc
    .sample(fc.tuple(strangePaths, bodies(fc.jsonValue({ maxDepth: 2 }))), { numRuns: rounds, seed })
    .map(([path, body]): AttackCall => ({ path, body }))
  const all = [...lists, lost]
  const calls = Array.from({ length: rounds }, (_, round) => all.flatMap((list) => list[round] ?? [])).flat()
  // A ledger once locked answers nothing else: what locks comes last, and the locked one is attacked with what is left.
  const locks = (call: AttackCall) => call.path.startsWith('/lock/')
  const tail = calls.filter((call) => !locks(call)).slice(-Math.ceil(rounds / 2))
  const head = calls.filter((call) => !locks(call)).slice(0, -tail.length)
  return [...head, ...calls.filter(locks), ...tail].slice(0, count)
}
