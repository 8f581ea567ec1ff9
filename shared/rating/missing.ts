import type { Proposal } from './proposal.ts'
import type { CheckName, Indicator } from './scheme.ts'

/** What a named check cannot see and no record shows, where nothing is cited. */
const beyondCheck: Readonly<Record<CheckName, string>> = {
  'branch.formalMembers>=3 && branch.members<=50': '上级批准成立党支部的文件',
  'branch.formalMembers<7 || (committee.size>=3 && committee.size<=7)': '支部委员会组成的批复或选举材料',
  'groups.count==0 || groups.minSize>=3': '划分党小组或者不划分的会议记录',
  'resolutions.all(hasVoteCounts)': '有表决票数的会议记录',
  'roster.requiredFieldsComplete>=0.98': '名册与党员信息系统核对的记录',
  'minutes.completeRate>=0.95': '会议记录',
  'issues.overdue==0': '督查、组织生活会、评议找出的问题没有登记，确实没有的由党支部确认',
  'election.overdueWithoutApproval': '换届选举材料',
}

/** 一票否决: nothing on record shows that it has happened, and only people know that it has not. */
const vetoWords = '未登记此类情况，由党支部确认'

interface Standing {
  readonly isNotApplicable: boolean
  /** A record or a file is cited. */
  readonly isCited: boolean
  /** A person has said whether a veto has happened; null: not yet. */
  readonly isTriggered: boolean | null
  /** Names of the kinds of evidence it accepts, the main one first. */
  readonly evidence: readonly string[]
}

/**
 * What is missing of an indicator, in the words of the field. Never empty where no record is cited, except for what is 不适用
 * and a veto of which a person has said that it has not happened.
 */
export function missingOf({ autoRule, veto }: Indicator, found: Proposal, standing: Standing): string[] {
  const { isNotApplicable, isCited, isTriggered, evidence } = standing
  if (isNotApplicable) return []
  const paper = evidence[0] ?? '佐证材料'
  if (veto) {
    if (isTriggered === false || isCited) return []
    if (isTriggered || found.isTriggered) return [paper]
    return found.missing.length > 0 ? [...found.missing] : [vetoWords]
  }
  if (found.missing.length > 0) return [...found.missing]
  if (isCited) return []
  return [autoRule?.kind === 'check' ? beyondCheck[autoRule.expr] : paper]
}
