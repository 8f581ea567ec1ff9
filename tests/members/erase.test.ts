import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { ledgerFile } from '#main/ledger/backup/places.ts'
import { inProcessClient } from '#main/shells/in-process.ts'
import { openTestLedger } from '../helpers/ledger.ts'
import { fillSecrets, secrets } from '../lock/secrets.ts'

async function leftMember() {
  const { core, ledger } = openTestLedger()
  const { client, personId, talkId } = await fillSecrets(core)
  await client.members.save({
    id: personId,
    person: {
      name: '柳青青',
      declaredCategory: 'formalMember',
      joinedOn: '1998-06-20',
      birthDate: '1970-01-01',
      nativePlace: '某省某县',
      note: '家在外地',
    },
    membership: { validFrom: null, validTo: '2025-12-31', leaveReason: '组织关系转出' },
  })
  const { members } = await client.members.roster({ date: '2025-06-27' })
  await client.activities.save({
    date: '2025-06-27',
    startTime: '15:00',
    endTime: '16:00',
    place: '会议室',
    chair: { name: '柳青青' },
    parts: [{ purpose: 'generalMeeting', title: '党员大会', agenda: [{ title: '学习' }] }],
  })
  return { core, ledger, client, personId, talkId, members }
}

test('looking at the numbers of a person is logged', async () => {
  const { core } = openTestLedger()
  const { client, personId } = await fillSecrets(core)
  const { idNumber, mobile, phone, address } = secrets
  expect(await client.members.unmask({ id: personId })).toEqual({ idNumber, mobile, phone, address })
  expect(await client.lock.accesses({})).toMatchObject([{ what: '查看身份证号和联系方式', whose: '柳青青' }])
})

test('what is personal goes for good, also from the history and the file; what is counted stays', async () => {
  const { ledger, client, personId, talkId } = await leftMember()
  const before = await client.obligations.summary({ year: 2025 })
  const roster = await client.members.roster({ date: '2025-06-27' })
  const preview = await client.members.previewErasure({ id: personId })
  expect(preview).toMatchObject({ name: '柳青青', hasLeft: true, erasedAt: null, sealedRecords: 1, mentions: 1, historyEntries: 2 })
  expect(preview.fields).toEqual(['公民身份证号', '手机号码', '固定电话', '家庭住址', '出生日期', '籍贯', '备注'])
  const ask = { id: personId, confirmedName: '柳青', rename: true, sealedTexts: true, evenIfMember: false }
  await expect(client.members.erase(ask)).rejects.toMatchObject({ code: 'INPUT_INVALID' })
  const after = await client.members.erase({ ...ask, confirmedName: '柳青青' })
  expect(after).toMatchObject({ name: '已离开党员1', fields: [], sealedRecords: 0, historyEntries: 0 })
  expect(await client.obligations.summary({ year: 2025 })).toEqual(before)
  const { members } = await client.members.roster({ date: '2025-06-27' })
  expect(members.map(({ personId: id, hasVote, category }) => [id, hasVote, category])).toEqual(
    roster.members.map(({ personId: id, hasVote, category }) => [id, hasVote, category]),
  )
  expect((await client.dossier.get({ id: talkId })).people.map(({ name }) => name)).toEqual(['已离开党员1', '赵一'])
  expect(await client.dossier.unseal({ id: talkId })).toEqual({})
  const file = readFileSync(ledgerFile(ledger.directory))
  for (const text of [secrets.idNumber, secrets.mobile, secrets.address, secrets.talk, '某省某县', '家在外地', '1970-01-01'])
    expect(file.includes(text), text).toBe(false)
  for await (const step of await client.ledger.check({}))
    if (step.type === 'result') expect(step.result.findings.map(({ text }) => text)).toEqual([])
})

test('done twice, the second time has nothing to take away and takes nothing away', async () => {
  const { core } = openTestLedger()
  const client = inProcessClient(core)
  const person = { name: '何庚', declaredCategory: 'formalMember' as const, joinedOn: '1998-06-20' }
  const { id } = (await client.members.save({ person })).person
  expect(await client.members.previewErasure({ id })).toMatchObject({ fields: [], historyEntries: 0 })
  await client.members.save({ id, person: { ...person, note: '家在外地' } })
  expect(await client.members.previewErasure({ id })).toMatchObject({ fields: ['备注'], historyEntries: 2 })
  await client.members.save({ id, person: { ...person, note: '' } })
  // The note is gone from the row; what it was is still told by two entries.
  expect(await client.members.previewErasure({ id })).toMatchObject({ fields: [], historyEntries: 3 })
  const ask = { id, confirmedName: '何庚', rename: false, sealedTexts: false, evenIfMember: true }
  expect(await client.members.erase(ask)).toMatchObject({ fields: [], historyEntries: 0 })
  expect(await client.members.erase(ask)).toMatchObject({ fields: [], historyEntries: 0 })
  for await (const step of await client.ledger.check({}))
    if (step.type === 'result') expect(step.result.findings.map(({ text }) => text)).toEqual([])
})

test('a member of today is not erased by accident', async () => {
  const { core } = openTestLedger()
  const { personId } = await fillSecrets(core)
  const client = inProcessClient(core)
  const ask = { id: personId, confirmedName: '柳青青', rename: false, sealedTexts: false }
  await expect(client.members.erase({ ...ask, evenIfMember: false })).rejects.toMatchObject({ code: 'INPUT_INVALID' })
  expect(await client.members.erase({ ...ask, evenIfMember: true })).toMatchObject({ name: '柳青青', fields: [] })
  expect((await client.members.erasable({}))[0]).toMatchObject({ name: '柳青青', hasLeft: false })
})
