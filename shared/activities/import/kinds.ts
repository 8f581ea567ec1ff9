import { halfWidth } from '../../kernel/width.ts'
import type { Purpose } from '../schema.ts'

const aliases: Readonly<Record<Purpose, readonly string[]>> = {
  generalMeeting: [
    '支部党员大会',
    '党员大会',
    '支部大会',
    '党支部党员大会',
    '支部全体党员大会',
    '党支部大会',
    '全体党员大会',
    '党员大会会议',
  ],
  committeeMeeting: [
    '支部委员会会议',
    '支部委员会',
    '支委会',
    '支委会会议',
    '支委会议',
    '党支部委员会会议',
    '党支部委员会',
    '委员会会议',
  ],
  groupMeeting: ['党小组会', '小组会', '党小组会议', '小组会议'],
  partyLecture: ['党课', '上党课', '专题党课', '讲党课', '党课教育'],
  themedPartyDay: ['主题党日', '主题党日活动', '支部主题党日', '党员主题党日', '主题党日会议', '党日活动', '支部主题党日活动'],
  organizationalLifeMeeting: ['组织生活会', '专题组织生活会', '支部组织生活会', '年度组织生活会'],
  democraticAppraisal: ['民主评议党员', '民主评议', '党员民主评议', '民主评议党员会议', '民主评议党员大会'],
  studySession: ['集中学习', '理论学习', '学习会', '集中学习会', '政治学习', '专题学习', '学习', '理论学习会', '集体学习'],
}

const purposeByAlias = new Map(
  Object.entries(aliases).flatMap(([purpose, names]) => names.map((name) => [name, purpose as Purpose])),
)

/**
 * The purposes that a cell names: 支委会会议, 党小组会（第一党小组）, 党员大会暨党课 (two). Null when a part of it is no kind we
 * know: a meeting of an unknown kind would be counted nowhere or wrongly.
 */
export function readKinds(text: string): Purpose[] | null {
  const flat = halfWidth(text).replace(/\s+/g, '')
  const plain = flat.replace(/\([^()]*\)/g, '')
  const parts = plain.split(/[、,;/+\n]|暨/).filter((part) => part !== '')
  const purposes = parts.map((part) => purposeByAlias.get(part) ?? purposeByAlias.get(part.replace(/^第.{1,2}(?=党?小组会)/, '')))
  if (parts.length === 0 || purposes.some((purpose) => purpose === undefined)) return null
  return [...new Set(purposes as Purpose[])]
}
