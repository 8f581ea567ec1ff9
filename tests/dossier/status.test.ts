import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dossierKind, dossierKinds } from '#shared/dossier/kinds/index.ts'
import { statusAfter } from '#shared/dossier/status.ts'

const development = dossierKind('developmentCase')

describe('the step of a record while its fields are filled in', () => {
  test('follows the dates, forward and back', () => {
    expect(statusAfter(development, 'applicant', {}, { activistOn: '2024-09-10' })).toBe('activist')
    expect(
      statusAfter(development, 'activist', { activistOn: '2024-09-10' }, { activistOn: '2024-09-10', targetOn: '2025-10-10' }),
    ).toBe('developmentTarget')
    expect(statusAfter(development, 'activist', { activistOn: '2024-09-10' }, { activistOn: null })).toBe('applicant')
    expect(statusAfter(dossierKind('microWish'), 'claimed', {}, { doneOn: '2025-05-01' })).toBe('done')
  })

  test('an end that no date stands for stays', () => {
    expect(statusAfter(development, 'ended', { activistOn: '2024-09-10' }, { activistOn: null })).toBe('ended')
  })

  test('what somebody chose stays while no step is reached or taken back, in every kind', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...dossierKinds.filter(({ statuses }) => statuses)),
        fc.nat(),
        fc.dictionary(fc.constantFrom('activistOn', 'doneOn', 'text'), fc.constantFrom('2025-01-02', null)),
        (kind, at, content) => {
          const chosen = kind.statuses?.[at % kind.statuses.length]?.key ?? ''
          expect(statusAfter(kind, chosen, content, { ...content, text: 'x' })).toBe(chosen)
        },
      ),
    )
  })

  test('every step that is said to be reached by a field has that field', () => {
    for (const { statuses, fields } of dossierKinds)
      for (const { reachedBy } of statuses ?? []) if (reachedBy) expect(fields.map(({ key }) => key)).toContain(reachedBy)
  })
})
