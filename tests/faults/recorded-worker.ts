import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { addAttachment } from '#main/attachments/service.ts'
import { createCore } from '#main/core.ts'
import { saveMember } from '#main/members/service.ts'

// Saves and attaches on a ledger whose every write is recorded. A folder that is made among the marks is an acknowledgement:
// it stands in the record at its place among the writes.

const [directory = '', marks = '', source = ''] = process.argv.slice(2)
const core = createCore({ ledgerDirectory: directory, programVersion: '0.0.0-fault', pdf: null, backsUpOnClose: false })
const { state } = core.session.open()
if (state !== 'open') throw new Error(`the ledger is ${state}`)
const acknowledge = (what: string) => mkdirSync(join(marks, what))
acknowledge('opened')

const save = (name: string) => {
  const person = { name, declaredCategory: 'formalMember' as const, joinedOn: '2000-07-01', note: '备注'.repeat(800) }
  saveMember(core.session.require(), { person })
  acknowledge(name)
}
save('新一')
save('新二')
const { sha256 } = await addAttachment(core, core.staging.fromPath(source).token, undefined)
acknowledge(sha256)
save('新三')
await core.close()
acknowledge('closed')
