/** The two names of a branch: the whole one on outgoing papers, the short one on minutes (PRACTICE §4). */
export interface BranchNames {
  readonly fullName: string
  readonly shortName: string
}

// 支部委员会 and 总支部委员会, however much of the ending was typed.
const ending = /(?:党总支部?(?:委员会)?|总支部(?:委员会)?|党?支部(?:委员会)?|党委)$/u
const prefix = /^(?:中共|中国共产党)(?=.)/u

const endings = (found: string): readonly [short: string, whole: string] => {
  if (found === '党委') return ['党委', '委员会']
  return found.includes('总支') ? ['党总支', '总支部委员会'] : ['党支部', '支部委员会']
}

/**
 * Both names from the one that was typed, whichever it was: `某局机关第三党支部` and `中共某局机关第三支部委员会` belong together.
 * What was typed stays as it is; the other one is a proposal for a new ledger, editable in the settings.
 */
export function branchNames(typed: string): BranchNames {
  const bare = typed.replace(prefix, '')
  const found = ending.exec(bare)?.[0]
  const place = found === undefined ? bare : bare.slice(0, -found.length)
  const [short, whole] = found === undefined ? ['', bare.endsWith('委员会') ? '' : '委员会'] : endings(found)
  const isWhole = prefix.test(typed) && bare.endsWith('委员会')
  return isWhole ? { fullName: typed, shortName: `${place}${short}` } : { fullName: `中共${place}${whole}`, shortName: typed }
}
