import type { Task } from '#shared/tasks/schema.ts'

/** 完成 / 进行中 / 逾期, with sign and colour as the states of the year's table have them. */
export const taskStateWords: Record<Task['state'], { readonly text: string; readonly sign: string; readonly className: string }> = {
  done: { text: '完成', sign: '✓', className: 'state-done' },
  open: { text: '进行中', sign: '○', className: 'state-open' },
  overdue: { text: '逾期', sign: '!', className: 'state-missing' },
}
