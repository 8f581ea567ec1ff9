import type { PeriodState } from '#shared/obligations/schema.ts'

/** Words and sign of each state, so that none is told by colour alone. */
export const stateWords: Record<PeriodState, { readonly text: string; readonly sign: string; readonly className: string }> = {
  done: { text: '已开', sign: '✓', className: 'state-done' },
  open: { text: '待开', sign: '○', className: 'state-open' },
  missing: { text: '未记录', sign: '!', className: 'state-missing' },
  explained: { text: '情况说明', sign: '※', className: 'state-explained' },
  notApplicable: { text: '不适用', sign: '—', className: 'state-quiet' },
  upcoming: { text: '未到', sign: '·', className: 'state-quiet' },
}

/** 已开 / 待开 / 未记录 / 情况说明 with sign, word and colour. `text` replaces the word: 本季待开. */
export function StatePill({ state, text }: { readonly state: PeriodState; readonly text?: string }) {
  const words = stateWords[state]
  return (
    <span className={`pill ${words.className}`}>
      <span aria-hidden="true">{words.sign}</span>
      {text ?? words.text}
    </span>
  )
}
