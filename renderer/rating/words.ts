import type { IndicatorState } from '#shared/rating/contract.ts'

export const stateNames: Readonly<Record<IndicatorState, string>> = {
  proved: '已有依据',
  unproved: '缺依据',
  notApplicable: '不适用',
}
