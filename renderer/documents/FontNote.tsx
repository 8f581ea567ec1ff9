import { useMemo } from 'react'
import type { FontChoice } from '#shared/documents/contract.ts'
import { type FontRole, shippedFonts } from '#shared/documents/font-names.ts'
import { installedOfficeFonts } from './installed-fonts.ts'

const roleNames: readonly (readonly [FontRole, string])[] = [
  ['fang', '正文'],
  ['title', '标题'],
  ['hei', '一级标题'],
  ['kai', '二级标题'],
]

/** Which fonts the paper is printed with on this machine. */
export function FontNote({ fonts }: { readonly fonts: FontChoice }) {
  const installed = useMemo(() => installedOfficeFonts(), [])
  const used = roleNames.map(([role, name]) => {
    const office = fonts === 'office' ? installed[role] : null
    const stand = fonts === 'office' ? `随附的${shippedFonts[role]}（本机没有）` : shippedFonts[role]
    return `${name}：${office ?? stand}`
  })
  return (
    <p className="small faint font-note">
      {used.join('　')}
      {fonts === 'bundled' && '。字体随程序附带，在任何电脑上分页都相同'}
    </p>
  )
}
