import type { BranchProfile } from '../branch/schema.ts'
import type { DocumentModel } from '../documents/model.ts'
import { chineseDate } from '../kernel/dates.ts'

/** 恢复码 as a sheet: what it is, the code, how to use it, where to keep it. The passphrase itself is not on it. */
export function recoverySheet(facts: {
  readonly code: string
  readonly branch: Pick<BranchProfile, 'shortName'>
  /** `YYYY-MM-DD` */
  readonly date: string
}): DocumentModel {
  const rows: (readonly [string, string])[] = facts.code
    .split('-')
    .map((group, index) => [`第 ${index + 1} 组`, group.split('').join(' ')])
  return {
    title: [facts.branch.shortName, '口令恢复码'],
    formTitle: '',
    titleLabel: '',
    head: [[{ label: '设置日期', value: chineseDate(facts.date) }]],
    bodyLabel: '',
    body: [
      { kind: 'paragraph', text: '忘记口令时，在锁定页面选择“用恢复码解锁”，依次输入下面 6 组字符，再设一个新口令。' },
      { kind: 'table', head: ['组', '字符'], rows, widths: [0.3, 0.7], leftColumns: [] },
      {
        kind: 'paragraph',
        text: '字符中没有字母 I、L、O、U，看到的是数字 1 和 0。每组最后一个字符用来检查有没有输错，输错时会指出是第几组。',
      },
      {
        kind: 'paragraph',
        text: '谁拿到这张纸，谁就能打开不公开的内容。请与电脑分开，放在带锁的柜子里；不要拍照，不要存进电脑。更换口令后本恢复码作废，请销毁。口令和恢复码都丢失，加密的内容无法找回。',
      },
    ],
    signatures: [],
    recordNumber: '',
  }
}
