import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inProcessClient } from '#main/shells/in-process.ts'
import { branchNames } from '#shared/branch/names.ts'
import { testCore } from '../helpers/ledger.ts'

describe('names of a branch', () => {
  it.each([
    ['某局机关第三党支部', '某局机关第三党支部', '中共某局机关第三支部委员会'],
    ['某局机关第三支部', '某局机关第三支部', '中共某局机关第三支部委员会'],
    ['中共某局机关第三支部委员会', '某局机关第三党支部', '中共某局机关第三支部委员会'],
    ['中国共产党某局机关第三党支部委员会', '某局机关第三党支部', '中国共产党某局机关第三党支部委员会'],
    ['某局机关党总支', '某局机关党总支', '中共某局机关总支部委员会'],
    ['某局机关党委', '某局机关党委', '中共某局机关委员会'],
    ['某局离退休干部', '某局离退休干部', '中共某局离退休干部委员会'],
    ['党支部', '党支部', '中共支部委员会'],
  ])('%s', (typed, shortName, fullName) => {
    expect(branchNames(typed)).toEqual({ shortName, fullName })
  })

  it('are the same pair from either of the two', () => {
    const place = fc.stringMatching(/^[某局处机关第一二三]{1,12}$/u)
    fc.assert(
      fc.property(place, fc.constantFrom('党支部', '党总支'), (where, kind) => {
        const names = branchNames(where + kind)
        expect(names.shortName).toBe(where + kind)
        expect(branchNames(names.fullName)).toEqual(names)
      }),
    )
  })

  it('are both there in a new ledger, whichever was typed', async () => {
    const client = inProcessClient(testCore())
    await client.ledger.create({ name: '中共某局机关第三支部委员会' })
    expect(await client.branch.get({})).toMatchObject({
      fullName: '中共某局机关第三支部委员会',
      shortName: '某局机关第三党支部',
    })
  })
})
