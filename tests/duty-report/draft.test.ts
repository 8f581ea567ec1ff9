import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { draftOf, draftText, leftOut } from '#shared/duty-report/draft.ts'
import { dutyFigureKeys } from '#shared/duty-report/figures.ts'
import type { Figure, Quote, Source } from '#shared/yearbook/schema.ts'

const source: Source = {
  id: '01900000-0000-7000-8000-000000000001',
  type: 'activity',
  recordNumber: '2025-党员大会-01',
  date: '2025-03-20',
  title: '支部党员大会',
}
const units = fc.constantFrom('次', '人', '%', '学时', '项')
const figure = (key: string): fc.Arbitrary<Figure> =>
  fc
    .record({
      value: fc.option(fc.integer({ min: 0, max: 400 }), { nil: null }),
      unit: units,
      sources: fc.boolean().map((isKnown): Source[] => (isKnown ? [source] : [])),
      link: fc.constantFrom(null, '/study'),
    })
    .map(({ value, unit, sources, link }) => ({
      key,
      label: key,
      value,
      text: value === null ? '—' : `${value}${unit}`,
      detail: '',
      sources,
      link,
    }))
const figures = fc.tuple(...dutyFigureKeys.map(figure)).chain((all) => fc.subarray([...all]))
const sayable = fc.stringMatching(/^[一-龥，]{1,20}$/)

describe('the draft of a duty report', () => {
  test('has no blank left open, and every number in it stands in a figure that has a record or a page', () => {
    fc.assert(
      fc.property(figures, (given) => {
        const byKey = new Map(given.map((each) => [each.key, each]))
        for (const { sentences } of draftOf(given, [], ''))
          for (const { text, uses } of sentences) {
            expect(text).not.toMatch(/[{}—]|undefined|null|NaN|__|（\s*）/)
            expect(text.endsWith('。')).toBe(true)
            expect(uses.length).toBeGreaterThan(0)
            for (const { key, text: used } of uses) {
              const from = byKey.get(key)
              expect(used).toBe(from?.text)
              expect(from && (from.sources.length > 0 || from.link !== null)).toBe(true)
            }
            // Nothing that looks like a number is left once those of the figures are taken out.
            const rest = uses.reduce((left, { text: used }) => left.replace(used, ''), text)
            expect(rest).not.toMatch(/\d/)
          }
      }),
    )
  })

  test('a number without a record is in no sentence and is named among those left out', () => {
    fc.assert(
      fc.property(figures, (given) => {
        const used = new Set(
          draftOf(given, [], '').flatMap(({ sentences }) => sentences.flatMap(({ uses }) => uses.map(({ key }) => key))),
        )
        for (const each of given) {
          const isKnown = each.value !== null && each.value > 0 && (each.sources.length > 0 || each.link !== null)
          if (!isKnown) {
            expect(used.has(each.key)).toBe(false)
            if (each.key !== 'lastResult') expect(leftOut(given)).toContain(each.label)
          }
        }
      }),
    )
  })

  test('problems are quoted word for word, 下一步打算 is what was typed, and nothing else is said without a number', () => {
    fc.assert(
      fc.property(figures, fc.array(sayable, { maxLength: 4 }), fc.array(sayable, { maxLength: 4 }), (given, problems, steps) => {
        const quotes: Quote[] = problems.map((text) => ({ text, source }))
        const sections = draftOf(given, quotes, steps.join('\n'))
        for (const { title, sentences } of sections) {
          expect(sentences.length).toBeGreaterThan(0)
          for (const { text, uses, quote } of sentences) {
            if (title === '存在问题') expect(text).toBe(`${quote?.text}。`)
            else if (title === '下一步打算') expect(steps.map((step) => `${step}。`)).toContain(text)
            else expect(uses.length).toBeGreaterThan(0)
          }
        }
        expect(sections.some(({ title }) => title === '下一步打算')).toBe(steps.length > 0)
      }),
    )
  })

  test('without anything to say there is no draft', () => {
    expect(draftOf([], [], '  \n ')).toEqual([])
    expect(draftText([])).toBe('')
  })
})
