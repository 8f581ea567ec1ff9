import { putPartyGroup } from '#main/branch/store.ts'
import type { Core } from '#main/core.ts'
import type { OpenLedger } from '#main/ledger/open-ledger.ts'
import { saveMember } from '#main/members/service.ts'
import { newId } from '#shared/kernel/ids.ts'
import type { Post } from '#shared/members/schema.ts'
import { openTestLedger } from './ledger.ts'

/** The invented branch of the minutes samples: 14 members, 12 with a vote, five committee members, two groups. */
const people: readonly (readonly [name: string, group: 1 | 2, post?: Post, title?: string])[] = [
  ['张三', 1, 'branchSecretary'],
  ['李四', 2, 'organizationCommissioner'],
  ['王五', 1, 'publicityCommissioner'],
  ['赵六', 2, 'disciplineCommissioner'],
  ['钱七', 2, 'otherCommissioner', '青年委员'],
  ['孙八', 1, 'groupLeader', '党小组组长'],
  ['周九', 2, 'groupLeader', '党小组组长'],
  ['吴十', 1],
  ['郑甲', 2],
  ['冯乙', 1],
  ['陈丙', 2],
  ['褚丁', 1],
  ['卫戊', 1],
  ['蒋己', 2],
]
const probationers: Record<string, string> = { 卫戊: '2025-01-20', 蒋己: '2024-06-20' }

export interface SampleBranch {
  readonly core: Core
  readonly ledger: OpenLedger
  readonly groups: readonly [string, string]
}

/** The sample branch in a new ledger, made by hand. */
export function sampleBranch(options: Parameters<typeof openTestLedger>[0] = {}): SampleBranch {
  const { core, ledger } = openTestLedger(options)
  const groups: [string, string] = [newId(), newId()]
  ledger.write('建立党小组', (rows) => {
    for (const [index, id] of groups.entries()) {
      putPartyGroup(rows, ledger.branchId, {
        id,
        name: `第${'一二'[index]}党小组`,
        position: index + 1,
        validFrom: null,
        validTo: null,
      })
    }
  })
  for (const [name, group, post, title] of people) {
    saveMember(ledger, {
      person: {
        name,
        declaredCategory: probationers[name] ? 'probationaryMember' : 'formalMember',
        joinedOn: probationers[name] ?? '2010-07-01',
      },
      intervals: [
        { kind: 'group', value: groups[group - 1] as string, title: '', validFrom: null, validTo: null },
        ...(post ? [{ kind: 'post' as const, value: post, title: title ?? '', validFrom: '2023-05-12', validTo: null }] : []),
        ...(name === '褚丁'
          ? [{ kind: 'exemption' as const, value: '年老体弱，不作硬性要求', title: '', validFrom: null, validTo: null }]
          : []),
      ],
    })
  }
  return { core, ledger, groups }
}
