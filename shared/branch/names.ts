/** The two names of a branch: the whole one on outgoing papers, the short one on minutes (PRACTICE §4). */
export interface BranchNames {
  readonly fullName: string
  readonly shortName: string
}

// 支部委员会 and 总支部委员会, however much of the ending was typed.
const ending = /(?:党总支部?(?:委员会)?|总支部(?:委员会)?|党?支部(?:委员会)?)$/u
const prefix = /^(?:中共|中国共产党)(?=.)/u

/**
 * Both names from the one that was typed, whichever it was: `某局机关第三党支部` and `中共某局机关第三支部委员会` belong together.
 * A proposal for a new ledger, editable in the settings; a name of another kind is kept as it is.
 */
export function branchNames(typed: string): BranchNames {
  const bare = typed.replace(prefix, '')
  const found = ending.exec(bare)?.[0]
  if (found === undefined) {
    const committee = bare.endsWith('委员会') ? bare : `${bare}委员会`
    return { fullName: `${prefix.exec(typed)?.[0] ?? '中共'}${committee}`, shortName: bare }
  }
  const place = bare.slice(0, -found.length)
  const [short, whole] = found.includes('总支') ? ['党总支', '总支部委员会'] : ['党支部', '支部委员会']
  // Who typed the whole name knows how it is written: 第三党支部委员会 is in use too.
  const isWhole = prefix.test(typed) && found.endsWith('委员会')
  return { fullName: isWhole ? typed : `中共${place}${whole}`, shortName: `${place}${short}` }
}
