import type { MenuItemConstructorOptions } from 'electron'

/** What the menus can do besides what the system does by itself. */
export interface MenuActions {
  readonly chooseTarget: () => void
  readonly chooseLedger: () => void
  readonly print: () => void
  readonly about: () => void
}

const separator: MenuItemConstructorOptions = { type: 'separator' }

const editing: MenuItemConstructorOptions[] = [
  { role: 'undo', label: '撤销' },
  { role: 'redo', label: '重做' },
  separator,
  { role: 'cut', label: '剪切' },
  { role: 'copy', label: '复制' },
  { role: 'paste', label: '粘贴' },
  { role: 'pasteAndMatchStyle', label: '粘贴为纯文字' },
  { role: 'selectAll', label: '全选' },
]

/** The menus of the window. Developer tools only where the program is developed. */
export function menuTemplate(actions: MenuActions, isPackaged: boolean): MenuItemConstructorOptions[] {
  return [
    {
      label: '文件(&F)',
      submenu: [
        { label: '选择导出文件夹…', click: actions.chooseTarget },
        { label: '打开其他数据文件夹…', click: actions.chooseLedger },
        separator,
        { label: '打印…', accelerator: 'CmdOrCtrl+P', click: actions.print },
        separator,
        { role: 'quit', label: '退出' },
      ],
    },
    { label: '编辑(&E)', submenu: editing },
    {
      label: '查看(&V)',
      submenu: [
        { role: 'zoomIn', label: '放大', accelerator: 'CmdOrCtrl+=' },
        { role: 'zoomOut', label: '缩小' },
        { role: 'resetZoom', label: '实际大小' },
        separator,
        { role: 'togglefullscreen', label: '全屏' },
        ...(isPackaged ? [] : [separator, { role: 'toggleDevTools', label: '开发者工具' } as const]),
      ],
    },
    { label: '帮助(&H)', submenu: [{ label: '关于支部手册', click: actions.about }] },
  ]
}

/** The menu of the right mouse button; null where there is nothing to do. */
export function contextTemplate(params: {
  readonly isEditable: boolean
  readonly selectionText: string
}): MenuItemConstructorOptions[] | null {
  if (params.isEditable) return editing
  return params.selectionText.trim() === '' ? null : [{ role: 'copy', label: '复制' }]
}
