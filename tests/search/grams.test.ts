import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fold, searchable } from '#shared/search/fold.ts'
import { ftsPhrase, gramsOf, queryTerms } from '#shared/search/grams.ts'
import { snippetOf, stretchesOf } from '#shared/search/highlight.ts'
import { isNameInLetters, variantsOf } from '#shared/search/pinyin.ts'

const anyText = fc.string({ unit: 'grapheme', maxLength: 60 })

describe('how texts are compared', () => {
  test.each([
    ['ＧＢ／Ｔ　９７０４', 'gbt9704'],
    ['张　三', '张三'],
    ['“走近老党员、学习优良作风”', '走近老党员学习优良作风'],
    ['𠮷田·䶮', '𠮷田䶮'],
    ['', ''],
  ])('%s', (text, folded) => {
    expect(fold(searchable(text)).text).toBe(folded)
  })

  test('a query is split at spaces, and signs alone ask for nothing', () => {
    expect(queryTerms('  张三　转正  张三 ')).toEqual(['张三', '转正'])
    expect(queryTerms('，。"*')).toEqual([])
  })

  test('a query never becomes syntax', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const term of queryTerms(text)) expect(ftsPhrase(term)).toMatch(/^"[0-9a-fx ]+"\*?$/)
      }),
    )
  })

  test('the end of a line is never the middle of a phrase', () => {
    expect(gramsOf('转\n正')).toBe('8f6cx0 6b63x0')
    expect(gramsOf('转正')).toBe('8f6cx6b63 6b63x0')
  })
})

describe('names typed with letters', () => {
  test.each([
    ['zs', '张三', true],
    ['zhangsan', '张三', true],
    ['zhangs', '张三', true],
    ['zl', '张三', false],
    ['z', '张三', false],
    ['oyy', '欧阳一', true],
    ['ouyangyi', '欧阳一', true],
    ['shan', '单一', true],
    ['dan', '单一', true],
    ['lv', '吕二', true],
  ])('%s for %s: %s', (letters, name, isMeant) => {
    expect(isNameInLetters(letters, name)).toBe(isMeant)
  })

  test('what was typed is looked for too', () => {
    expect(variantsOf('zs', ['张三', '李四'])).toEqual(['zs', '张三'])
    expect(variantsOf('张三', ['张三'])).toEqual(['张三'])
  })
})

describe('hits in a text', () => {
  test('are marked where they stand, in the characters of the original', () => {
    expect(stretchesOf('会议由张　三主持，张三讲话。', ['张三'])).toEqual([
      [3, 6],
      [9, 11],
    ])
    expect(stretchesOf('一二三四', ['一二', '二三'])).toEqual([[0, 3]])
  })

  test('a long line is cut around the first hit', () => {
    const { snippet, highlights } = snippetOf(`第一行\n${'学'.repeat(200)}转正${'习'.repeat(200)}`, [['转正']])
    expect(snippet.startsWith('…')).toBe(true)
    expect(snippet.endsWith('…')).toBe(true)
    expect(snippet.length).toBeLessThan(100)
    const [[start, end] = [0, 0]] = highlights
    expect(snippet.slice(start, end)).toBe('转正')
  })

  test('a line that says more than a name goes first; words of two lines bring both', () => {
    expect(snippetOf('张三\n王五领学，张三要求联系实际抓落实。', [['zs', '张三']])).toEqual({
      snippet: '王五领学，张三要求联系实际抓落实。',
      highlights: [[5, 7]],
    })
    expect(snippetOf('张三\n审查蒋己同志的转正材料和公示', [['张三'], ['转正']])).toEqual({
      snippet: '审查蒋己同志的转正材料和公示 / 张三',
      highlights: [
        [7, 9],
        [17, 19],
      ],
    })
  })

  test('marks lie in the snippet, in order, and hold a word each', () => {
    fc.assert(
      fc.property(anyText, fc.nat(59), fc.integer({ min: 1, max: 8 }), (raw, from, length) => {
        const text = searchable(raw)
        const terms = queryTerms([...text].slice(from, from + length).join(''))
        const { snippet, highlights } = snippetOf(
          text,
          terms.map((term) => [term]),
        )
        let last = 0
        for (const [start, end] of highlights) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(snippet.length)
          last = end
        }
      }),
    )
  })
})
