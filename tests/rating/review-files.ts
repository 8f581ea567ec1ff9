import { createHash } from 'node:crypto'
import type { Rating } from '#shared/rating/contract.ts'
import type { ReviewFile } from '#shared/rating/review.ts'

/** A superior's answer to an assessment as it stands: the branch's own points, less what `change` takes off. */
export function reviewFileFor(
  rating: Rating,
  branch: { readonly id: string; readonly shortName: string },
  change: Readonly<Record<string, { readonly points: number; readonly note: string }>> = {},
): ReviewFile {
  return {
    format: 'branch-handbook-review',
    formatVersion: '1.0',
    branchId: branch.id,
    branchName: branch.shortName,
    year: rating.year,
    schemeName: rating.scheme.name,
    schemeVersion: rating.scheme.version,
    reviewedBy: '某局机关党委',
    reviewedOn: '2026-01-20',
    total: null,
    stars: null,
    note: '',
    items: rating.lines.map(({ code, confirmed, isVeto }) => ({
      code,
      points: isVeto ? null : (change[code]?.points ?? confirmed?.points ?? 0),
      note: change[code]?.note ?? '',
      isNotApplicable: confirmed?.isNotApplicable ?? false,
      isTriggered: confirmed?.isTriggered ?? false,
    })),
  }
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

/** The same as the files of a bag with `Pack-Kind: review`, made by hand as any BagIt tool would. */
export function reviewPack(file: ReviewFile): Record<string, Uint8Array> {
  const json = `${JSON.stringify(file)}\n`
  const tags = {
    'bagit.txt': 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n',
    'bag-info.txt': `Payload-Oxum: ${Buffer.byteLength(json)}.1\nPack-Kind: review\nFormat-Version: 1.0\nBranch-Id: ${file.branchId}\nPack-Year: ${file.year}\n`,
    'manifest-sha256.txt': `${sha256(json)}  data/review.json\n`,
  }
  const list = Object.entries(tags).map(([name, text]) => `${sha256(text)}  ${name}\n`)
  const files = { ...tags, 'tagmanifest-sha256.txt': list.join(''), 'data/review.json': json }
  return Object.fromEntries(Object.entries(files).map(([name, text]) => [name, Buffer.from(text)]))
}
