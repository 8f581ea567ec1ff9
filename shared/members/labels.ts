import type { MemberCategory, Post } from './schema.ts'

export const memberCategoryNames: Record<MemberCategory, string> = { formalMember: '正式党员', probationaryMember: '预备党员' }

/** 支部职务 (DOMAIN 1.1). `otherCommissioner` and `groupLeader` usually carry a title of their own. */
export const postNames: Record<Post, string> = {
  branchSecretary: '书记',
  deputySecretary: '副书记',
  organizationCommissioner: '组织委员',
  publicityCommissioner: '宣传委员',
  disciplineCommissioner: '纪检委员',
  otherCommissioner: '委员',
  groupLeader: '党小组组长',
}
