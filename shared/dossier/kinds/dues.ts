import type { DossierKind } from '../kind.ts'

const month = (at: number) => ({ key: `m${at}`, label: `${at}月`, type: 'flag' }) as const

/** 党费收缴: one table for a year. The amount is fixed once a year; no salary is kept (PRACTICE §1, §6). */
export const duesKinds = [
  {
    key: 'partyDues',
    name: '党费收缴',
    numberName: '党费收缴',
    page: 'members',
    purpose: '每名党员的党费年初核定一次，按月打勾；只登记金额，不登记工资。',
    fields: [
      {
        key: 'lines',
        label: '收缴情况',
        type: 'rows',
        columns: [
          { key: 'personId', label: '编号', type: 'text', isInternal: true },
          { key: 'name', label: '姓名', type: 'text' },
          { key: 'amount', label: '核定', type: 'decimal', unit: '元', max: 100_000 },
          ...[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map(month),
        ],
      },
    ],
    evidence: ['duesLedger'],
    ownPage: '/dues',
    hasOwnForm: true,
  },
] as const satisfies readonly DossierKind[]
