import { escaped, htmlPage } from './html.ts'
import { indexPath } from './index-page.ts'
import type { CategoryFolder, IndicatorFolder, IndicatorLayout, Proof } from './indicator-layout.ts'
import { attachmentItem, catalogueTable, factsOf, link, list, openLinks, paperRow, tableRow } from './paper-rows.ts'

const WHO = '人数、人员'

/** A paper that lies here with everything; one that lies elsewhere, or one file of it, by a link. */
function proofRow(from: string, folder: string, { paper, attachmentId }: Proof): string {
  const isHere = paper.folder === folder
  const isListed = paper.documents.length === 0
  const remark = [isHere ? '' : `原件在${paper.folder}`, isListed ? '只列清单' : '', ...paper.remarks].filter(Boolean).join('；')
  if (attachmentId === null) return paperRow(from, paper, remark)
  const own = paper.attachments.filter(({ attachment }) => attachment.id === attachmentId)
  const below = list(own.map((item) => attachmentItem(from, item)))
  return tableRow({ number: paper.number, ...factsOf(paper), below, open: openLinks(from, paper), remark })
}

/** In the heading, where nothing is on record, and as a sentence of its own below it. */
function withoutProofs({ isApplicable, isVeto }: IndicatorFolder): { readonly state: string; readonly sentence: string } {
  if (!isApplicable) return { state: '不适用', sentence: '本支部不适用这一项。' }
  if (isVeto) return { state: '未登记此类情况', sentence: '未登记此类情况：记录里没有这一否决项所列的情形。' }
  return { state: '缺依据', sentence: '缺依据：记录里还没有能够证明这一项的材料。' }
}

const stateOf = (indicator: IndicatorFolder) =>
  indicator.proofs.length > 0 ? `${indicator.proofs.length} 件` : withoutProofs(indicator).state

const headOf = (indicator: IndicatorFolder) => `${indicator.code} ${indicator.title}（${stateOf(indicator)}）`

function proofsHtml(from: string, indicator: IndicatorFolder): string {
  const { folder, proofs } = indicator
  if (proofs.length === 0) return `<p>${withoutProofs(indicator).sentence}</p>`
  return catalogueTable(
    WHO,
    proofs.map((proof) => proofRow(from, folder, proof)),
  )
}

/** The catalogue's part on one category of the scheme. */
export function categoryHtml(from: string, { title, folder, indicators }: CategoryFolder): string {
  const parts = indicators.map(
    (indicator) => `<h3>${escaped(headOf(indicator))}</h3>
${proofsHtml(from, indicator)}`,
  )
  return `<h2 id="${escaped(folder)}">${escaped(title)}</h2>
<p class="quiet">文件夹：${escaped(folder)}</p>
${parts.join('\n')}`
}

/** Papers that no indicator asks for. */
export function othersHtml(from: string, { folder, papers }: IndicatorLayout['others']): string {
  if (papers.length === 0) return ''
  return `<h2 id="${escaped(folder)}">其他材料（${papers.length} 件）</h2>
<p class="quiet">方案的各项指标没有用到的记录。文件夹：${escaped(folder)}</p>
${catalogueTable(
  WHO,
  papers.map((paper) => proofRow(from, folder, { paper, attachmentId: null })),
)}`
}

/** 本项材料: everything that proves one indicator, wherever it lies; 缺依据 where nothing does, and no fault of a veto. */
export function indicatorPage(indicator: IndicatorFolder, { scheme }: IndicatorLayout, path: string): string {
  const title = headOf(indicator)
  return htmlPage(
    title,
    `<h1>${escaped(title)}</h1>
<p class="quiet">${escaped(scheme.name)}（${escaped(scheme.version)}）</p>
${proofsHtml(path, indicator)}
<p>${link(path, indexPath, '返回目录')}</p>`,
  )
}
