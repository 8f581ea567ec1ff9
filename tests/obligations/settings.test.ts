import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Core } from '#main/core.ts'
import { inProcessClient } from '#main/shells/in-process.ts'
import { newId } from '#shared/kernel/ids.ts'
import { dumpLedger, temporaryFolder, testClock } from '../helpers/ledger.ts'
import { sampleBranch } from '../helpers/sample-branch.ts'

function open() {
  const branch = sampleBranch({ clock: testClock('2026-01-10') })
  const client = inProcessClient(branch.core)
  const row = async (id: string, year = 2025) => (await client.obligations.summary({ year })).rules.find((rule) => rule.id === id)
  return { ...branch, client, row }
}
const bundled = () =>
  JSON.parse(readFileSync('resources/rules.json', 'utf8')) as { version: string; rules: Record<string, unknown>[] }
function staged(core: Core, value: unknown, name = '规则表.json'): string {
  const path = join(temporaryFolder(), name)
  writeFileSync(path, typeof value === 'string' ? value : JSON.stringify(value))
  return core.staging.fromPath(path).token
}

describe('情况说明', () => {
  it('explains a missing month, comes back with its text, and can be taken back', async () => {
    const { client, ledger, row } = open()
    const place = { ruleId: 'committee-meeting-monthly', scopeId: ledger.branchId, period: '2025-08' }
    const august = async () => (await row('committee-meeting-monthly'))?.periods[7]
    expect(await august()).toMatchObject({ state: 'missing' })
    await client.obligations.explain({ ...place, text: ' 全局抗台风，支委均在一线 ' })
    expect(await august()).toMatchObject({ state: 'explained', explanation: '全局抗台风，支委均在一线' })
    expect((await client.obligations.due({})).items.some((item) => item.period === '2025-08' && item.rule === place.ruleId)).toBe(
      false,
    )
    await client.obligations.explain({ ...place, text: '并入7月下旬的会议' })
    expect(await august()).toMatchObject({ explanation: '并入7月下旬的会议' })
    expect(dumpLedger(ledger)['explanation']).toHaveLength(1)
    await client.obligations.removeExplanation(place)
    expect(await august()).toMatchObject({ state: 'missing' })
    await expect(client.obligations.removeExplanation(place)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
  it('also for a year, a group and a member; a meeting recorded later counts', async () => {
    const { client, ledger, groups, row } = open()
    await client.obligations.explain({
      ruleId: 'org-life-meeting-yearly',
      scopeId: ledger.branchId,
      period: '2024',
      text: '支部2025年成立',
    })
    expect((await row('org-life-meeting-yearly', 2024))?.periods[0]).toMatchObject({ state: 'explained' })
    await client.obligations.explain({
      ruleId: 'group-meeting-monthly',
      scopeId: groups[1],
      period: '2025-03',
      text: '并入支部大会',
    })
    const group = async () =>
      (await client.obligations.summary({ year: 2025 })).rules.find((rule) => rule.scope.id === groups[1])?.periods[2]
    expect(await group()).toMatchObject({ state: 'explained' })
    await client.activities.save({
      date: '2025-03-13',
      parts: [{ purpose: 'groupMeeting', groupId: groups[1], title: '3月党小组会' }],
    })
    expect(await group()).toMatchObject({ state: 'done', explanation: '并入支部大会' })
    const { rules } = await client.obligations.assess({ year: 2025 })
    const probation = rules.find((rule) => rule.id === 'probation-one-year')?.outcomes[0]
    expect(probation?.scope.name).toBe('蒋己')
    const scopeId = probation?.scope.id ?? ''
    await client.obligations.explain({ ruleId: 'probation-one-year', scopeId, period: '2025', text: '延长预备期半年' })
    const after = await client.obligations.assess({ year: 2025 })
    expect(after.rules.find((rule) => rule.id === 'probation-one-year')?.outcomes[0]?.periods[0]).toMatchObject({
      state: 'explained',
    })
  })
  it('is refused where there is no such duty', async () => {
    const { client, ledger } = open()
    const place = { ruleId: 'committee-meeting-monthly', scopeId: ledger.branchId, period: '2025-08', text: '原因' }
    for (const wrong of [
      { ruleId: 'nothing-such' },
      { scopeId: newId() },
      { period: '2025-Q3' },
      { period: '2025-13' },
      { text: '  ' },
    ]) {
      await expect(client.obligations.explain({ ...place, ...wrong }), JSON.stringify(wrong)).rejects.toMatchObject({
        code: 'INPUT_INVALID',
      })
    }
    expect(dumpLedger(ledger)['explanation']).toEqual([])
  })
})

describe("the branch's own numbers", () => {
  it('hold in their year, are pinned by the summary, and vanish with the default', async () => {
    const { client, ledger, row } = open()
    for (const date of ['2025-02-14', '2025-05-23', '2025-06-20']) {
      await client.activities.save({ date, parts: [{ purpose: 'partyLecture', title: '党课' }] })
    }
    const version = bundled().version
    const summary = (year: number) => client.obligations.summary({ year })
    expect((await row('party-lecture-quarterly'))?.done).toBe(2)
    expect((await summary(2025)).rulesVersion).toBe(version)
    const set = { year: 2025, ruleId: 'party-lecture-quarterly', isEnabled: true, min: 2 as number | null }
    expect(await client.obligations.setRule(set)).toMatchObject({ min: 2, defaultMin: 1, isEnabled: true })
    expect((await row('party-lecture-quarterly'))?.done).toBe(1)
    expect((await summary(2025)).rulesVersion).toBe(`${version}+local`)
    expect((await summary(2024)).rulesVersion).toBe(version)
    await client.obligations.setRule({ ...set, isEnabled: false, min: null, note: '本年由党总支统一安排' })
    expect(await row('party-lecture-quarterly')).toBeUndefined()
    expect(await row('party-lecture-quarterly', 2026)).toBeDefined()
    const { rules } = await client.obligations.rules({ year: 2025 })
    expect(rules.find((rule) => rule.id === set.ruleId)).toMatchObject({
      isEnabled: false,
      status: 'disabled',
      note: '本年由党总支统一安排',
      authority: 'local',
    })
    await client.obligations.setRule({ ...set, min: 1 })
    expect(dumpLedger(ledger)['rule_override']).toEqual([])
    expect((await row('party-lecture-quarterly'))?.done).toBe(2)
  })
  it('a rule of the regulations keeps its number', async () => {
    const { client, ledger } = open()
    const set = { year: 2025, isEnabled: false, min: null }
    await expect(client.obligations.setRule({ ...set, ruleId: 'general-meeting-quarterly' })).rejects.toMatchObject({
      code: 'INPUT_INVALID',
      data: { field: '规则' },
    })
    await expect(client.obligations.setRule({ ...set, ruleId: 'nothing-such' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(client.obligations.setRule({ ...set, ruleId: 'handbook-hand-in', min: 3 })).rejects.toMatchObject({
      code: 'INPUT_INVALID',
    })
    await expect(client.obligations.setRule({ ...set, ruleId: 'party-lecture-quarterly', min: 0 })).rejects.toMatchObject({
      code: 'INPUT_INVALID',
    })
    expect(dumpLedger(ledger)['rule_override']).toEqual([])
    const { rules } = await client.obligations.rules({ year: 2025 })
    expect(rules).toHaveLength(58)
    // Hours of study are a least: superiors ask for more, and cadre hours are counted where the office asks for them.
    const hours = ['study-hours-member', 'cadre-hours-division', 'cadre-hours-county']
    for (const rule of rules.filter((each) => each.authority === 'central'))
      expect(rule.isEditable, rule.id).toBe(hours.includes(rule.id))
    for (const id of hours.slice(1)) expect(rules.find((rule) => rule.id === id)).toMatchObject({ isEnabled: false })
    expect(rules.find((rule) => rule.id === 'handbook-hand-in')).toMatchObject({
      isEditable: true,
      isEnabled: false,
      isEnabledByDefault: false,
    })
    expect(rules.find((rule) => rule.id === 'absence-3-months')).toMatchObject({ isEditable: true, min: 3, status: 'computed' })
    expect(rules.find((rule) => rule.id === 'party-dues-monthly')).toMatchObject({ status: 'computed' })
    expect(rules.find((rule) => rule.id === 'theory-centre-group-quarterly')).toMatchObject({
      status: 'superior',
      isEditable: false,
    })
  })
  it('activities of a superior organisation count where the branch says so', async () => {
    const { client, row } = open()
    const parts = [{ purpose: 'themedPartyDay' as const, title: '机关党委主题党日' }]
    await client.activities.save({ date: '2025-08-20', organizer: 'organPartyCommittee', parts })
    expect((await row('themed-party-day-monthly'))?.done).toBe(0)
    const { fullName, shortName, superiorName, settings } = await client.branch.get({})
    await client.branch.update({ fullName, shortName, superiorName, settings: { ...settings, countsSuperiorActivities: true } })
    expect((await row('themed-party-day-monthly'))?.done).toBe(1)
  })
})

describe('a newer rule table', () => {
  it('takes the place of the one in use, keeps the own numbers, and can be handed on', async () => {
    const { client, core } = open()
    const rules = bundled().rules.map((rule) =>
      rule['id'] === 'party-lecture-quarterly' ? { ...rule, text: '党课按上级新细则执行。' } : rule,
    )
    const newer = { ...bundled(), version: '2026-1', rules }
    await client.obligations.setRule({ year: 2025, ruleId: 'party-lecture-quarterly', isEnabled: true, min: 2 })
    expect(await client.obligations.importRules({ file: staged(core, newer) })).toEqual({ rulesVersion: '2026-1', rules: 58 })
    const summary = await client.obligations.summary({ year: 2025 })
    expect(summary.rulesVersion).toBe('2026-1+local')
    expect(summary.rules.find((rule) => rule.id === 'party-lecture-quarterly')?.text).toBe('党课按上级新细则执行。')
    const { token, fileName } = await client.obligations.exportRules({})
    expect(fileName).toBe('规则表.json')
    expect(JSON.parse(new TextDecoder().decode(core.outbox.find(token).content))).toEqual(newer)
    // The table that came with the program can be taken back.
    await client.obligations.importRules({ file: staged(core, bundled()) })
    expect((await client.obligations.summary({ year: 2025 })).rulesVersion).toBe(`${bundled().version}+local`)
  })
  it('the table in use again leaves no trace', async () => {
    const { client, core, ledger } = open()
    const { token } = await client.obligations.exportRules({})
    const text = new TextDecoder().decode(core.outbox.find(token).content)
    const before = dumpLedger(ledger)
    expect(await client.obligations.importRules({ file: staged(core, text) })).toMatchObject({ rules: 58 })
    expect(dumpLedger(ledger)).toEqual(before)
  })
  it('is refused whole: another content under a known version, an unknown evaluator, no JSON', async () => {
    const { client, core, ledger } = open()
    const before = dumpLedger(ledger)
    const [first] = bundled().rules
    const refused = (value: unknown) => client.obligations.importRules({ file: staged(core, value) })
    await expect(refused({ ...bundled(), note: '改过' })).rejects.toMatchObject({
      code: 'INPUT_INVALID',
      data: { file: '规则表.json' },
    })
    await expect(
      refused({ ...bundled(), version: 'x', rules: [first, { ...first, id: 'other', evaluator: 'eval' }] }),
    ).rejects.toMatchObject({
      code: 'INPUT_INVALID',
      data: { field: '规则表的第2条（other）' },
    })
    await expect(refused('{"schema":')).rejects.toMatchObject({ code: 'FILE_UNREADABLE' })
    await expect(refused('[]')).rejects.toMatchObject({ code: 'INPUT_INVALID' })
    await expect(client.obligations.importRules({ file: 'gone' })).rejects.toMatchObject({ code: 'FILE_EXPIRED' })
    expect(dumpLedger(ledger)).toEqual(before)
  })
})
