import { AppError } from '#shared/kernel/errors.ts'
import { normalName } from '#shared/kernel/text.ts'
import type { Erase, ErasurePreview } from '#shared/members/erasure-schema.ts'
import { rosterOfDay } from '#shared/members/roster.ts'
import type { Person } from '#shared/members/schema.ts'
import type { Core } from '../core.ts'
import { ringEntries } from '../ledger/backup/manifest.ts'
import type { OpenLedger } from '../ledger/open-ledger.ts'
import type { RowWriter } from '../ledger/rows.ts'
import { today } from '../platform/clock.ts'
import { hasSealedText, removeSealedText } from '../sealed/text.ts'
import {
  countErasable,
  countErasures,
  erasePayloads,
  putErasure,
  type Row,
  selectErasure,
  selectNamedRows,
  selectRowsWithText,
} from './erase-store.ts'
import { readRosterHistory } from './read.ts'
import { putFields, unsealFields } from './sealed.ts'
import { putPerson, selectPerson, selectPersons } from './store.ts'

// 个人信息保护法 第四十七条: what is no longer needed is deleted. What other records are counted from stays: category, dates of
// joining and confirmation, membership, group, posts, attendance; without them old 应到 and votes would change.

const fieldNames = {
  gender: '性别',
  ethnicity: '民族',
  birthDate: '出生日期',
  education: '学历',
  nativePlace: '籍贯',
  job: '工作岗位',
  unit: '工作单位',
  mobileDestination: '流动去向',
  note: '备注',
} as const
const sealedNames = { idNumber: '公民身份证号', mobile: '手机号码', phone: '固定电话', address: '家庭住址' } as const

const emptied = {
  gender: '',
  ethnicity: '',
  birthDate: null,
  education: '',
  nativePlace: '',
  job: '',
  unit: '',
  mobileDestination: '',
  note: '',
} as const satisfies Partial<Person>

function requirePerson(ledger: OpenLedger, id: string): Person {
  const person = selectPerson(ledger.db, id)
  if (!person) throw new AppError('NOT_FOUND', { what: '党员' })
  return person
}

const hasLeft = (core: Core, id: string) =>
  !rosterOfDay(readRosterHistory(core.session.require()), today(core.clock)).members.some(({ personId }) => personId === id)

/** Stands for the name; nobody else has it. */
const replacementOf = (ledger: OpenLedger) => `已离开党员${countErasures(ledger.db) + 1}`

/** What would go and what would stay; writes nothing. @throws AppError NOT_FOUND */
export function previewErasure(core: Core, id: string): ErasurePreview {
  const ledger = core.session.require()
  const person = requirePerson(ledger, id)
  const sealed = unsealFields(ledger, id)
  const named = selectNamedRows(ledger.db, id)
  const texts = selectRowsWithText(ledger.db, person.name)
  const keys = Object.keys(fieldNames) as (keyof typeof fieldNames)[]
  const sealedKeys = Object.keys(sealedNames) as (keyof typeof sealedNames)[]
  const filled = keys.filter((key) => (person[key] ?? '') !== '')
  return {
    name: person.name,
    hasLeft: hasLeft(core, id),
    erasedAt: selectErasure(ledger.db, id)?.at ?? null,
    fields: [
      ...sealedKeys.filter((key) => sealed[key] !== '').map((key) => sealedNames[key]),
      ...filled.map((key) => fieldNames[key]),
    ],
    historyEntries: countErasable(ledger.db, 'person', id, { deviceId: ledger.deviceId, isAsItStays: filled.length === 0 }),
    sealedRecords: named.dossier.filter((row) => hasSealedText(ledger, row.id)).length,
    namedRows: named.attendance.length + named.dossier.length,
    mentions: new Set([...texts.activity.map((row) => row.id), ...texts.part.map((row) => row['activity_id'])]).size,
    replacement: replacementOf(ledger),
    backups: ringEntries(ledger.directory).length,
  }
}

/** `people` of a dated record with another name for this person. */
function renamedPeople(row: Row, personId: string, name: string): string {
  const people = JSON.parse(String(row['people'])) as { personId: string | null; name: string }[]
  return JSON.stringify(people.map((one) => (one.personId === personId ? { ...one, name } : one)))
}

/** Replaces the name where a row says whose it is. */
function rename(ledger: OpenLedger, rows: RowWriter, personId: string, name: string): void {
  const { attendance, dossier } = selectNamedRows(ledger.db, personId)
  for (const row of attendance) rows.put('attendance', { ...row, name })
  for (const row of dossier) rows.put('dossier', { ...row, people: renamedPeople(row, personId, name) })
  for (const row of attendance) erasePayloads(ledger.db, 'attendance', row.id, ledger)
  for (const row of dossier) erasePayloads(ledger.db, 'dossier', row.id, ledger)
}

/**
 * 去除个人信息: fields, sealed fields and what 修改记录 holds of them go for good; if asked the name and sealed texts too. What
 * records count stays as it is.
 *
 * @throws AppError NOT_FOUND; INPUT_INVALID when the name was not typed, or the person is still a member and nobody has
 *   been warned
 */
export function erasePerson(core: Core, input: Erase): ErasurePreview {
  const ledger = core.session.require()
  const person = requirePerson(ledger, input.id)
  if (normalName(input.confirmedName) !== person.name)
    throw new AppError('INPUT_INVALID', { field: '姓名', reason: '与要去除的人不一致，没有去除任何内容。' })
  if (!input.evenIfMember && !hasLeft(core, input.id))
    throw new AppError('INPUT_INVALID', { field: '姓名', reason: '这名同志还在党员名单内。请先填离开日期，或勾选仍要去除。' })
  const name = input.rename ? replacementOf(ledger) : person.name
  ledger.write('去除个人信息', (rows) => {
    putPerson(rows, ledger.branchId, { ...person, ...emptied, name })
    putFields(ledger, person.id, { idNumber: '', mobile: '', phone: '', address: '' })
    if (input.sealedTexts) for (const { id } of selectNamedRows(ledger.db, person.id).dossier) removeSealedText(ledger, id)
    if (input.rename) rename(ledger, rows, person.id, name)
    erasePayloads(ledger.db, 'person', person.id, ledger)
    putErasure(ledger.db, person.id, core.clock.now().toISOString(), input.rename)
    // Words taken out of a full-text index stay in it until its parts are merged.
    ledger.db.run("INSERT INTO search_index (search_index) VALUES ('optimize')")
  })
  ledger.db.exec('VACUUM')
  return previewErasure(core, person.id)
}

/** Everyone who ever was on the roster, those who have left first. */
export function erasable(core: Core): { readonly id: string; readonly name: string; readonly hasLeft: boolean }[] {
  const ledger = core.session.require()
  const members = new Set(rosterOfDay(readRosterHistory(ledger), today(core.clock)).members.map(({ personId }) => personId))
  return selectPersons(ledger.db)
    .map(({ id, name }) => ({ id, name, hasLeft: !members.has(id) }))
    .toSorted((a, b) => Number(b.hasLeft) - Number(a.hasLeft))
}
