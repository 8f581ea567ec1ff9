import { Input } from 'antd'
import type { HookAPI } from 'antd/es/modal/useModal'

/** Longest reason the contract takes. */
const longest = 200

/** Asks why a finalized record is changed; null when the change is given up. */
export function askReason(modal: HookAPI): Promise<string | null> {
  return new Promise((resolve) => {
    let reason = ''
    const dialog = modal.confirm({
      title: '这条记录已经定稿，为什么修改？',
      content: (
        <Input.TextArea
          autoFocus
          aria-label="修改理由"
          placeholder="如：地点写错"
          rows={3}
          maxLength={longest}
          onChange={(event) => {
            reason = event.target.value.trim()
            dialog.update({ okButtonProps: { disabled: reason === '' } })
          }}
        />
      ),
      okText: '保存修改',
      cancelText: '不保存',
      okButtonProps: { disabled: true },
      onOk: () => resolve(reason),
      onCancel: () => resolve(null),
    })
  })
}
