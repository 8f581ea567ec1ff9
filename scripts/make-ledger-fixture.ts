import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import Sqlite from 'better-sqlite3'
import { openHistory } from '../main/ledger/history.ts'
import type { Database, SqlRow, SqlValue } from '../main/platform/database/driver.ts'
import { encryptText } from '../main/sealed/cipher.ts'
import { newLedgerKeys } from '../main/sealed/keys.ts'
import { makeSlot, replaceSlots } from '../main/sealed/slots.ts'

// Makes tests/fixtures/ledgers/vN.sqlite: a ledger as the program of schema version N left it, with rows in every table.
// Run once for each version, when it is released: node scripts/make-ledger-fixture.ts N
// From version 4 on the ledger is locked, because that is what is harder to take along; its passphrase is this one.
const passphrase = '晴天 walking 42'

const version = Number(process.argv[2])
const root = resolve(import.meta.dirname, '..')
const steps = readdirSync(join(root, 'main/platform/database/migrations')).toSorted().slice(0, version)
if (steps.length !== version) throw new Error('usage: node scripts/make-ledger-fixture.ts VERSION')
const file = join(root, `tests/fixtures/ledgers/v${version}.sqlite`)
rmSync(file, { force: true })

const sqlite = new Sqlite(file)
for (const step of steps) sqlite.exec(readFileSync(join(root, 'main/platform/database/migrations', step), 'utf8'))
sqlite.pragma('application_id = 0x42724862')
sqlite.pragma(`user_version = ${version}`)

const db: Database = {
  all: <T>(sql: string, ...values: readonly SqlValue[]) => sqlite.prepare(sql).all(...values) as T[],
  get: <T>(sql: string, ...values: readonly SqlValue[]) => sqlite.prepare(sql).get(...values) as T | undefined,
  run: (sql, ...values) => sqlite.prepare(sql).run(...values).changes,
  exec: (sql) => void sqlite.exec(sql),
  transaction: (work) => sqlite.transaction(work)(),
  get isInTransaction() {
    return sqlite.inTransaction
  },
  backup: async (target) => void (await sqlite.backup(target)),
  close: () => sqlite.close(),
}

let counter = 0
const id = () => `0198a000-0000-7000-8000-${String(++counter).padStart(12, '0')}`
const deviceId = id()
const history = openHistory(db, deviceId, () => new Date('2025-09-01T01:00:00Z'))

function insert(table: string, row: SqlRow): void {
  const columns = Object.keys(row)
  db.run(
    `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
    ...columns.map((column) => row[column] as SqlValue),
  )
}

function record(what: string, table: string, row: SqlRow & { id: string }): string {
  insert(table, row)
  history.append({
    what,
    table,
    rowId: row.id,
    before: null,
    after: db.get<SqlRow>(`SELECT * FROM ${table} WHERE id = ?`, row.id) ?? null,
  })
  return row.id
}

const names = ['张三', '李四', '王五', '赵六', '孙八']

const keys = await newLedgerKeys()
const slots = version < 4 ? [] : [await makeSlot('passphrase', passphrase, keys, '2025-09-28T01:00:00.000Z')]
/** A text as the vault of that version stored it. */
const sealed = (where: string, text: string) =>
  version < 4 || text === '' ? text : encryptText(Buffer.from(keys.fieldKey, 'hex'), where, text)

db.transaction(() => {
  insert('installation', { key: 'device_id', value: deviceId })
  // A locked ledger keeps it among its keys.
  if (version < 4) insert('installation', { key: 'matching_key', value: '00'.repeat(32) })
  const branch = id()
  record('建立党支部', 'branch', {
    id: branch,
    full_name: '中共某局机关第三党支部委员会',
    short_name: '某局机关第三党支部',
    superior_name: '某局直属机关党委',
    is_sample: 0,
    settings: '{}',
  })
  const group = record('设立党小组', 'party_group', {
    id: id(),
    branch_id: branch,
    name: '第一党小组',
    position: 1,
    valid_from: null,
    valid_to: null,
  })
  const people = names.map((name, index) => {
    const person = record('保存党员', 'person', {
      id: id(),
      branch_id: branch,
      name,
      gender: 'male',
      ethnicity: '汉族',
      birth_date: '1970-01',
      education: '大学',
      native_place: '',
      job: '科员',
      unit: '',
      declared_category: 'formalMember',
      joined_on: '1998-06-20',
      full_member_on: '1999-06-20',
      is_mobile: 0,
      mobile_destination: '',
      note: '',
      position: index + 1,
    })
    insert('person_sealed', {
      person_id: person,
      id_number: '',
      id_number_key: null,
      mobile: sealed(`person_sealed:${person}:mobile`, '10000000001'),
      phone: '',
      address: '',
    })
    record('保存党员', 'membership', {
      id: id(),
      branch_id: branch,
      person_id: person,
      valid_from: null,
      valid_to: null,
      leave_reason: '',
    })
    record('保存党员', 'member_interval', {
      id: id(),
      branch_id: branch,
      person_id: person,
      kind: 'group',
      value: group,
      title: '',
      valid_from: null,
      valid_to: null,
    })
    return person
  })
  for (const month of ['03', '06', '09']) {
    const activity = record('保存会议记录', 'activity', {
      id: id(),
      branch_id: branch,
      revision: 1,
      state: 'signed',
      date: `2025-${month}-27`,
      start_time: '15:00',
      end_time: '16:00',
      place: '三楼会议室',
      chair: '{"name":"张三","post":"党支部书记"}',
      recorder: '{"name":"李四","post":""}',
      invitees: '[]',
      closing: '',
      origin: 'typed',
      entered_on: `2025-${month}-28`,
      deleted_at: null,
    })
    const part = record('保存会议记录', 'part', {
      id: id(),
      branch_id: branch,
      activity_id: activity,
      position: 1,
      purpose: 'generalMeeting',
      group_id: null,
      for_year: 2025,
      number_year: 2025,
      number: Number(month) / 3,
      title: '党员大会',
      roster_known: 1,
      due: 5,
      present: 4,
      due_voters: 5,
      present_voters: 4,
      opening: null,
      agenda: '[]',
      lecturer: null,
      topic: '',
      hours: 1.5,
    })
    for (const [index, person] of people.entries()) {
      record('保存会议记录', 'attendance', {
        id: id(),
        branch_id: branch,
        part_id: part,
        position: index + 1,
        person_id: person,
        name: names[index] as string,
        present: index === 4 ? 0 : 1,
        reason: index === 4 ? 'business' : null,
        note: '',
        written_opinion: 0,
        has_vote: 1,
        is_probationary: 0,
        exempt: 0,
      })
    }
    record('保存会议记录', 'resolution', {
      id: id(),
      branch_id: branch,
      part_id: part,
      position: 1,
      text: '完成季度学习安排',
      owner: '王五',
      due_on: null,
      done_on: null,
    })
    record('添加附件', 'attachment', {
      id: id(),
      branch_id: branch,
      activity_id: activity,
      position: 0,
      name: '签到表.txt',
      original_name: '签到表.txt',
      // SHA-256 of 「签到表」.
      sha256: '54eea6b21b5fd7b678b76d2cd592e6e5560564469fb68e4ea2fd8f6d651e2ab3',
      octets: 9,
      media_type: 'text/plain',
    })
  }
  const draft = id()
  insert('draft', {
    id: draft,
    activity_id: null,
    title: sealed(`draft:${draft}:title`, '草稿'),
    content: sealed(`draft:${draft}:content`, '{}'),
    saved_at: '2025-09-28T01:00:00.000Z',
  })
  if (version < 2) return
  record('填写情况说明', 'explanation', {
    id: id(),
    branch_id: branch,
    rule_id: 'meeting.general.quarterly',
    scope_id: branch,
    period: '2025-Q4',
    text: '集中外出调研',
  })
  record('本单位细则', 'rule_override', {
    id: id(),
    branch_id: branch,
    year: 2025,
    rule_id: 'meeting.general.quarterly',
    is_enabled: 1,
    min: 2,
    note: '',
  })
  record('更新参考表', 'reference_table', {
    id: id(),
    branch_id: branch,
    kind: 'workingDays',
    version: '2025',
    content: '{}',
    imported_at: '2025-09-28T01:00:00.000Z',
  })
  insert('search_text', { kind: 'person', record_id: people[0] as string, date: '', title: '张三', body: '' })
  sqlite.exec("INSERT INTO search_index (rowid, grams) SELECT rowid, '张三' FROM search_text")
  if (version < 3) return
  const talk = record('保存谈心谈话', 'dossier', {
    id: id(),
    branch_id: branch,
    revision: 1,
    kind: 'heartToHeartTalk',
    date: '2025-05-20',
    end_date: null,
    for_year: 2025,
    number_year: 2025,
    number: 1,
    title: '张三与李四谈心谈话',
    status: '',
    people: JSON.stringify([{ personId: people[1], name: '李四', role: 'partner' }]),
    content: '{}',
    tags: '[]',
    links: '[]',
    origin: 'typed',
    entered_on: '2025-05-21',
    deleted_at: null,
  })
  insert('sealed', { owner_id: talk, branch_id: branch, content: sealed(`sealed:${talk}`, '{"points":"近期工作压力较大"}') })
  insert('access_log', { id: id(), at: '2025-09-28T01:00:00.000Z', who: '', what: '查看谈话内容', owner_id: talk })
  const scheme = record('导入评定办法', 'rating_scheme', {
    id: id(),
    branch_id: branch,
    name: '达标创星评定办法',
    version: '2025',
    content: '{}',
    source: '',
    saved_at: '2025-09-28T01:00:00.000Z',
  })
  record('保存自评', 'assessment', {
    id: id(),
    branch_id: branch,
    revision: 1,
    year: 2025,
    scheme_id: scheme,
    status: 'draft',
    content: '{}',
  })
  if (version < 4) return
  replaceSlots(db, slots)
  insert('erasure', { person_id: people[4] as string, at: '2025-09-28T01:00:00.000Z', is_renamed: 0 })
})
db.close()
