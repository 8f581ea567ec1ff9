import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inProcessClient } from '#main/shells/in-process.ts'
import { dossierKind } from '#shared/dossier/kinds/index.ts'
import { shareTexts } from '#shared/dossier/text.ts'
import { sampleBranch } from '../helpers/sample-branch.ts'

const kind = dossierKind('satisfactionSurvey')

describe('a satisfaction survey', () => {
  test('says 满意率 of the valid sheets and 回收率 of those given out, on paper too', async () => {
    const client = inProcessClient(sampleBranch().core)
    const content = { issued: 30, returned: 28, valid: 27, satisfied: 26 }
    const { id } = await client.dossier.save({ kind: 'satisfactionSurvey', date: '2025-12-05', title: '测评', content })
    expect(shareTexts(kind, (await client.dossier.get({ id })).content)).toEqual([
      { label: '满意率', text: '96.3%' },
      { label: '回收率', text: '93.3%' },
    ])
    const { html } = await client.documents.previewRecord({ id })
    const printed = html.replaceAll(/<[^>]*>/g, '')
    expect(printed).toContain('满意率96.3%')
    expect(printed).toContain('回收率93.3%')
  })

  test('says no share that cannot be: of nothing, or above its whole', () => {
    expect(shareTexts(kind, { issued: 0, returned: 0, valid: 0, satisfied: 0 })).toEqual([])
    expect(shareTexts(kind, { issued: 10, valid: 8, satisfied: 9 })).toEqual([])
    const count = fc.integer({ min: 0, max: 500 })
    fc.assert(
      fc.property(count, count, count, count, (issued, returned, valid, satisfied) => {
        for (const { text } of shareTexts(kind, { issued, returned, valid, satisfied }))
          expect(Number.parseFloat(text)).toBeLessThanOrEqual(100)
      }),
    )
  })
})
