import { tend } from '#server/base/actor.ts'
import { clockNow } from '#server/base/clock.ts'
import type { House } from '#server/base/context.ts'
import { text as say } from '#server/base/text.ts'
import { receiveMessage } from '#server/conversations/receive.ts'
import type { Trx } from '#server/database/database.ts'
import { rememberHeaders } from './headers.ts'
import { type KeptFiles, messageOf } from './letters.ts'
import { markBounced } from './outbox/delivery.ts'
import type { ReadMail } from './read/mail.ts'
import { addMailTask } from './tasks.ts'
import { references, rememberIds, tokenAmong } from './threading.ts'
import './tables.ts'

export interface BouncedLetter {
  inboxId: string
  rawFile: string
  rawSize: number
}

/**
 * A bounce joins the conversation of the message it is about, marks its recipient, and becomes work for a person. It never
 * reopens and never causes mail. Null when it is about nothing of ours.
 */
export async function takeBounce(
  trx: Trx,
  house: House,
  letter: BouncedLetter,
  mail: ReadMail,
  recipients: readonly string[],
  files: KeptFiles,
): Promise<{ messageId: string; conversationId: string } | null> {
  const about = await messageOfOurs(trx, mail)
  const conversationId =
    about?.conversationId ??
    (await tokenAmong(trx, house, letter.inboxId, recipients, mail.from?.email ?? ''))?.conversationId
  if (!conversationId) return null
  const { messageId } = await receiveMessage(trx, tend, {
    conversationId,
    ...messageOf(letter, mail, mail, files, await clockNow(trx)),
    forwarded: null,
    warnings: [],
    held: false,
  })
  await rememberIds(trx, { inboxId: letter.inboxId, conversationId, messageId, mail, opened: false })
  await rememberHeaders(trx, mail, conversationId, messageId)
  if (about) await markBounced(trx, about.messageId, mail.bounce)
  await addMailTask(trx, {
    kind: 'bounced',
    inboxId: letter.inboxId,
    conversationId,
    messageId: about?.messageId ?? messageId,
    detail: say('email.task.bounced', {
      to: mail.bounce?.recipients.join(', ') || '?',
      detail: mail.bounce?.reason ?? mail.subject,
    }),
  })
  return { messageId, conversationId }
}

/** Our message that came back. Our ids are signed, so whoever names one has seen the letter. */
async function messageOfOurs(
  trx: Trx,
  mail: ReadMail,
): Promise<{ messageId: string; conversationId: string } | null> {
  const named = [mail.bounce?.originalMessageId?.replace(/^x_/, ''), ...references(mail)].filter(
    (id): id is string => Boolean(id),
  )
  if (named.length === 0) return null
  const found = await trx
    .selectFrom('emailIds')
    .select(['messageIdHeader', 'messageId', 'conversationId'])
    .where('messageIdHeader', 'in', named)
    .where('ours', '=', true)
    .execute()
  return named.map((id) => found.find((row) => row.messageIdHeader === id)).find(Boolean) ?? null
}
