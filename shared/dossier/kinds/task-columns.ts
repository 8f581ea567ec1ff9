import type { RowsField } from '../field.ts'

/** 任务: what is to be done, by whom, until when, and what became of it; the same table in a plan and in a 任务清单. */
export function taskField(label: string): RowsField {
  return {
    key: 'tasks',
    label,
    type: 'rows',
    columns: [
      { key: 'task', label: '任务', type: 'longText', isRequired: true },
      { key: 'owner', label: '责任人', type: 'text' },
      { key: 'due', label: '时限', type: 'date' },
      { key: 'doneOn', label: '完成日期', type: 'date' },
      { key: 'note', label: '完成情况', type: 'text' },
    ],
  }
}
