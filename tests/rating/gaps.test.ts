import { expect, test } from 'vitest'
import { inProcessClient } from '#main/shells/in-process.ts'
import { dossierKind, isDossierKind } from '#shared/dossier/kinds/index.ts'
import { actionFor, optionsOf } from '#shared/rating/action.ts'
import type { Gap } from '#shared/rating/proposal.ts'
import { indicatorSchema } from '#shared/rating/scheme.ts'
import { openTestLedger, testClock, testCore } from '../helpers/ledger.ts'

async function sample() {
  const core = testCore({ clock: testClock('2026-01-10') })
  const client = inProcessClient(core)
  await client.ledger.create({ sample: true })
  const ofYear = async () => (await client.rating.get({ year: 2025 })).lines
  return { core, client, ofYear, line: async (code: string) => (await ofYear()).find((each) => each.code === code) }
}

/** Code, what is missing, what the button says and where it leads; of ids only that there is one. */
const expected: readonly (readonly [string, string, string, string])[] = [
  ['A1', '上级批准成立党支部的文件', '登记请示和批复', '/records/new?kind=officialDocument&sort=approvalDoc'],
  ['A2', '支部委员会组成的批复或选举材料', '登记请示和批复', '/records/new?kind=officialDocument&sort=approvalDoc'],
  ['A3', '换届选举材料', '登记换届和补选', '/records/new?kind=branchElection'],
  ['A4', '划分党小组或者不划分的会议记录', '添加依据', '/rating?code=A4'],
  ['B3', '8月支部委员会会议', '记一次支部委员会会议', '/activities/new?purpose=committeeMeeting&date=2025-08-31'],
  ['C1', '名册与党员信息系统核对的记录', '添加依据', '/rating?code=C1'],
  ['C2', '陈丙（29.5学时）', '查看学时', '/study?id=ID'],
  ['D3', '第一季度党课、第三季度党课', '记一次党课', '/activities/new?purpose=partyLecture&date=2025-03-31'],
  ['D5', '2025年组织生活会', '记一次组织生活会', '/activities/new?purpose=organizationalLifeMeeting'],
  ['D6', '2025年民主评议党员', '记一次民主评议党员', '/activities/new?purpose=democraticAppraisal'],
  [
    'D7',
    '还有1对没有登记：赵六—钱七、还有1人没有登记：陈丙',
    '登记谈心谈话',
    '/records/new?kind=heartToHeartTalk&talker=ID&partner=ID',
  ],
  [
    'E1',
    '8月第一议题',
    '记一次支部委员会会议',
    `/activities/new?purpose=committeeMeeting&date=2025-08-31&topic=${encodeURIComponent('第一议题')}`,
  ],
  ['E3', '党员群众跟进学', '记一次集中学习', '/activities/new?purpose=studySession&tier=membersFollow'],
  ['H3', '计划或方案', '登记一带一促', '/records/new?kind=pairing'],
  ...['V1', 'V2', 'V3', 'V4', 'V5'].map(
    (code) => [code, '未登记此类情况，由党支部确认', '确认是否发生', `/rating?code=${code}`] as const,
  ),
]

test('every indicator of the sample year: complete, or what is missing and the form that records it', async () => {
  const { ofYear } = await sample()
  const lines = await ofYear()
  const ids = (link: string) => link.replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'ID')
  const open = lines.filter(({ missing }) => missing.length > 0)
  expect(open.map(({ code, missing, action }) => [code, missing.join('、'), action?.label, ids(action?.link ?? '')])).toEqual(
    expected,
  )
  for (const { code, records, missing, action, state } of lines) {
    // Who cites no record says what is missing; who misses nothing has nothing to do.
    if (records.length === 0) expect(missing, code).not.toEqual([])
    if (missing.length === 0) expect([state, action], code).toEqual(['proved', null])
  }
  expect(lines).toHaveLength(50)
})

test('of an empty year too, every indicator says what is missing and leads to a form that there is', async () => {
  const { core } = openTestLedger({ clock: testClock('2026-01-10') })
  const { lines } = await inProcessClient(core).rating.get({ year: 2025 })
  for (const { code, state, missing, action } of lines) {
    if (state === 'notApplicable') continue
    expect(missing, code).not.toEqual([])
    const query = new URLSearchParams(action?.link.split('?')[1])
    const kind = query.get('kind')
    if (kind === null) continue
    expect(isDossierKind(kind), code).toBe(true)
    for (const field of ['sort', 'tier']) {
      const value = query.get(field)
      if (value !== null) expect(Object.keys(optionsOf(dossierKind(kind), field)), code).toContain(value)
    }
  }
  const of = (code: string) => lines.find((line) => line.code === code)?.action?.link
  // Half a year has a review of its own; papers have their sort; what a name speaks of has its kind.
  expect(of('G1')).toBe('/records/new?kind=halfYearReview&date=2025-06-30&sort=midYear')
  expect(of('B2')).toBe('/records/new?kind=officialDocument&sort=systemDoc')
  expect(of('G3')).toBe('/records/new?kind=officialDocument&sort=archiveCatalogue')
  expect(of('G4')).toBe('/records/new?kind=officialDocument&sort=publicNotice')
  expect(of('G5')).toBe('/records/new?kind=inspectionFinding')
  expect(of('C5')).toBe('/records/new?kind=careRecord')
  expect(of('F2')).toBe('/records/new?kind=businessLink')
  expect(of('H2')).toBe('/records/new?kind=innovationCase')
})

test('a veto is open until a person has said that it has not happened; one that has happened wants its paper', async () => {
  const { client, line } = await sample()
  const word = (isTriggered: boolean) => ({ points: 0, isTriggered })
  const no = await client.rating.confirm({ year: 2025, revision: 0, code: 'V1', confirmed: word(false) })
  expect(await line('V1')).toMatchObject({ state: 'proved', missing: [], action: null })
  await client.rating.confirm({ year: 2025, ...no, code: 'V1', confirmed: word(true) })
  expect(await line('V1')).toMatchObject({
    missing: ['督查通报或处理决定'],
    action: { link: '/records/new?kind=officialDocument&sort=inspectionNotice' },
  })
})

test('proposals are confirmed in one go, but no veto that the records know nothing of', async () => {
  const { client, ofYear } = await sample()
  await client.rating.confirmProposed({ year: 2025, revision: 0 })
  const vetoes = (await ofYear()).filter(({ isVeto }) => isVeto)
  expect(vetoes.filter(({ confirmed }) => confirmed).map(({ code }) => code)).toEqual(['V3', 'V6'])
})

test('a month whose meeting had no 第一议题 leads to the record of that meeting', () => {
  const indicator = indicatorSchema.parse({
    code: 'E1',
    name: '第一议题',
    points: 3,
    standard: '',
    evidence: ['minutes'],
    autoRule: { kind: 'count', record: 'firstAgendaItem', period: 'month', min: 1 },
  })
  const of = (gap: Gap) => actionFor(indicator, { gap, isGapOfRule: true, isTriggered: false })
  expect(of({ activityId: 'a-1', purpose: 'committeeMeeting' })).toEqual({ label: '查看当月会议记录', link: '/activities/a-1' })
  expect(of({ purpose: 'generalMeeting' }).link).toMatch(/^\/activities\/new\?purpose=generalMeeting&topic=/)
})
