import { os } from '../context.ts'
import { setAttachmentSealed } from './seal.ts'
import { addAttachment, renameAttachment } from './service.ts'

export const attachmentsRouter = os.attachments.router({
  add: os.attachments.add.handler(({ context, input, signal }) =>
    addAttachment(context.core, input.file, input.activityId, signal),
  ),
  setSealed: os.attachments.setSealed.handler(({ context, input }) => setAttachmentSealed(context.core, input.id, input.isSealed)),
  rename: os.attachments.rename.handler(({ context, input }) => renameAttachment(context.core, input.id, input.name)),
})
