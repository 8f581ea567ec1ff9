import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Core } from '#main/core.ts'
import { type InProcessClient, inProcessClient } from '#main/shells/in-process.ts'
import { handOutAttachment } from '#main/shells/web/handed-out.ts'
import { newId } from '#shared/kernel/ids.ts'
import { temporaryFolder } from '../helpers/ledger.ts'

export const passphrase = '晴天 walking 42'

/** What nobody may find in a copied folder. */
export const secrets = {
  idNumber: '350102197001011234',
  mobile: '13800001234',
  phone: '0591-87654321',
  address: '某市某区梅花路十八号三单元',
  talk: '近来夜里睡不安稳想换个岗位',
  draft: '草稿里写着还没有定的人选',
  file: '谈话原件扫描内容一二三四五六七八九十',
} as const

export interface Secretive {
  readonly client: InProcessClient
  readonly personId: string
  readonly talkId: string
  readonly attachmentId: string
}

/** Puts every kind of sealed content into an open ledger, through the contract. */
export async function fillSecrets(core: Core): Promise<Secretive> {
  const client = inProcessClient(core)
  const { idNumber, mobile, phone, address } = secrets
  const { person } = await client.members.save({
    person: { name: '柳青青', declaredCategory: 'formalMember', joinedOn: '1998-06-20' },
    sealed: { idNumber, mobile, phone, address },
  })
  const file = join(temporaryFolder(), '谈话记录.txt')
  writeFileSync(file, secrets.file.repeat(20_000))
  const { id: attachmentId } = await client.attachments.add({ file: core.staging.fromPath(file).token })
  await client.attachments.setSealed({ id: attachmentId, isSealed: true })
  const { id: talkId } = await client.dossier.save({
    kind: 'heartToHeartTalk',
    date: '2025-05-20',
    title: '谈心谈话',
    people: [
      { personId: person.id, name: '柳青青', role: 'talker' },
      { personId: null, name: '赵一', role: 'partner' },
    ],
    content: { reason: 'regular' },
    sealed: { points: secrets.talk },
    attachmentIds: [attachmentId],
  })
  await client.activities.keepDraft({
    id: newId(),
    activityId: null,
    title: secrets.draft,
    content: JSON.stringify({ note: secrets.draft }),
  })
  return { client, personId: person.id, talkId, attachmentId }
}

function filesIn(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    return statSync(path).isDirectory() ? filesIn(path) : [path]
  })
}

/** Which secrets stand in which files below a folder, in UTF-8 or UTF-16, as they are. */
export function foundSecrets(folder: string): string[] {
  return filesIn(folder).flatMap((path) => {
    const content = readFileSync(path)
    return Object.entries(secrets)
      .filter(([, text]) => content.includes(text) || content.includes(Buffer.from(text, 'utf16le')))
      .map(([name]) => `${name} in ${path.slice(folder.length + 1)}`)
  })
}

/** The content of an attachment as it is handed out. */
export async function textOfAttachment(core: Core, id: string): Promise<string> {
  const { content } = handOutAttachment(core, id)
  if (content instanceof Uint8Array) return Buffer.from(content).toString()
  if ('path' in content) return readFileSync(content.path, 'utf8')
  const pieces: Uint8Array[] = []
  for await (const chunk of content.chunks) pieces.push(chunk)
  return Buffer.concat(pieces).toString()
}
