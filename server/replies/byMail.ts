import type { Person } from '#contract/common.ts'
import type { House } from '#server/base/context.ts'
import type { RecordedEvent } from '#server/base/events.ts'
import { keepUpload } from '#server/conversations/attachments.ts'
import { conversationById, participantsOf, presentId } from '#server/conversations/queries.ts'
import { setWaiting } from '#server/conversations/state.ts'
import { writeMessage } from '#server/conversations/write.ts'
import { transaction } from '#server/database/database.ts'
import { findTeammate } from '#server/team/queries.ts'
import { actorOf } from '#server/team/signIn.ts'
import { sendReply } from './actions.ts'

/**
 * What a teammate answered from their own mail program goes out like an answer written here. Where they had the customer among
 * the recipients it has reached them already: then it is only put on the timeline. Safe to repeat.
 */
export async function answerByMail(house: House, event: RecordedEvent<'teammate.answered'>): Promise<void> {
  const teammate = await findTeammate(house.db, event.teammateId!)
  if (!teammate || teammate.leftAt) return
  const by = actorOf(teammate, 'mail')
  const { letterId, text, files, hasReachedThem } = event.detail
  const attachments: string[] = []
  for (const { filename, file } of files)
    attachments.push((await keepUpload(house, by, { filename, bytes: await house.files.read(file) })).id)
  // It may have been put back into another one since.
  const conversationId = await presentId(house.db, event.conversationId!)
  const reply = { conversationId, text, attachments, clientKey: letterId }
  if (!hasReachedThem) {
    await sendReply(house, by, {
      ...reply,
      promises: [],
      undoSeconds: 0,
      anyway: true,
      afterwards: 'waiting',
      answeredAsks: [],
      // Written elsewhere: what they are writing here meanwhile is another answer.
      draft: null,
    })
    return
  }
  await transaction(house.db, async (trx) => {
    const conversation = await conversationById(trx, by, reply.conversationId)
    const people = await participantsOf(trx, conversation.id)
    const to: Person[] = people
      .filter((person) => person.role === 'requester')
      .map(({ name, email }) => ({ name, email }))
    const { repeated } = await writeMessage(trx, by, {
      conversationId: conversation.id,
      to,
      cc: [],
      subject: conversation.subject,
      text,
      html: null,
      attachmentIds: attachments,
      clientKey: letterId,
    })
    if (!repeated) await setWaiting(trx, by, conversation.id)
  })
}
