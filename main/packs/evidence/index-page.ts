import { chineseDate } from '#shared/kernel/dates.ts'
import type { GatheredYear } from './gather.ts'
import { escaped, htmlPage } from './html.ts'
import type { AnyPaper } from './indicator-layout.ts'
import { link, list } from './paper-rows.ts'

/** What the catalogue is made from. */
export interface IndexFacts {
  readonly gathered: GatheredYear
  readonly title: string
  /** Where the folders stem from, and what has to be said of it; one sentence each. */
  readonly notices: readonly string[]
  readonly papers: readonly AnyPaper[]
  /** Folders to jump to. */
  readonly places: readonly { readonly folder: string; readonly name: string }[]
  /** HTML of the parts. */
  readonly parts: readonly string[]
  /** Name and path of each statistical table. */
  readonly tables: readonly { readonly name: string; readonly path: string }[]
  /** What was left out, and why, one sentence each. */
  readonly leftOut: readonly string[]
}

/** Path of the page that is opened first, below `data/`; the leading zeros keep it on top of every listing. */
export const indexPath = '00_请先打开_目录.html'

/**
 * The catalogue of a pack: every record with its files, every attachment under its original name, and what was left out.
 * A page without scripts whose links are relative, so that it opens in any browser from any drive.
 */
export function indexPage({ gathered, title, notices, papers, places, parts, tables, leftOut }: IndexFacts): string {
  const { branch, madeOn } = gathered
  const attachments = papers.flatMap((paper) => paper.attachments).filter(({ path }) => path !== null)
  const names = [branch.superiorName, branch.fullName].filter((name) => name !== '')
  const jumps = places.map(({ folder, name }) => `<a href="#${escaped(encodeURIComponent(folder))}">${escaped(name)}</a>`)
  return htmlPage(
    title,
    `<h1>${escaped(title)}</h1>
<p>${escaped(names.join('　'))}</p>
<p class="quiet">制作日期：${escaped(chineseDate(madeOn))}　共 ${papers.length} 份记录、${attachments.length} 个附件、统计表和汇总 ${tables.length} 件${branch.isSample ? '　（示例支部，内容均为虚构）' : ''}</p>
${notices.map((notice) => `<p>${escaped(notice)}</p>`).join('\n')}
<nav>${jumps.join('')}</nav>
${parts.join('\n')}
<h2>统计表和汇总</h2>
${list(tables.map(({ name, path }) => link(indexPath, path, name)))}
<h2>未列入的内容</h2>
${list(leftOut.map(escaped))}
<h2>核对</h2>
<p>每个文件都登记在文件清单里，内容改动、缺少或多出文件都能查出，办法见上一级文件夹中的${link(indexPath, '../校验说明.txt', '校验说明.txt')}。“records”文件夹是同样记录的数据格式，供程序读取。</p>`,
  )
}
