import { describe, expect, it } from 'vitest'
import { byStrokes, strokeCount } from '#shared/documents/stroke-order.ts'

describe('姓氏笔画', () => {
  it('counts strokes', () => {
    expect([...'丁马王冯孙李陈周赵钱黄蒋褚蔡潘薛魏'].map(strokeCount)).toEqual([
      2, 3, 4, 5, 6, 7, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17,
    ])
    expect(strokeCount('A')).toBe(0)
  })

  it('orders by strokes, then by the first stroke', () => {
    const names = ['张三', '李四', '王五', '赵六', '钱七', '孙八', '周九', '吴十', '郑甲', '冯乙', '陈丙', '褚丁', '卫戊', '蒋己']
    expect(names.toSorted(byStrokes)).toEqual([
      '卫戊',
      '王五',
      '冯乙',
      '孙八',
      '李四',
      '吴十',
      '张三',
      '陈丙',
      '周九',
      '郑甲',
      '赵六',
      '钱七',
      '蒋己',
      '褚丁',
    ])
  })

  it('orders one surname by the rest of the name', () => {
    expect(['王鑫', '王一', '王二'].toSorted(byStrokes)).toEqual(['王一', '王二', '王鑫'])
  })

  it('counts characters beyond the table as they are written today', () => {
    expect([...'芳陵郦鑫一'].map(strokeCount)).toEqual([7, 10, 9, 24, 1])
  })
})
