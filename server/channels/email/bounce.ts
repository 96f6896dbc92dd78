import { tend } from '#server/base/actor.ts'
import { clockNow } from '#server/base/clock.ts'
import type { House } from '#server/base/context.ts'
import { text as say } from '#server/base/text.ts'
import { receiveMessage } from '#server/conversations/receive.ts'
import type { Trx } from '#server/database/database.ts'
import { rememberHeaders } from './headers.ts'
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
  files: Parameters<typeof receiveMessage>[2]['attachments'],
): Promise<{ messageId: string; conversationId: string } | null> {
  const about = await messageOfOurs(trx, mail)
  const conversationId =
    about?.conversationId ??
    (await tokenAmong(trx, house, letter.inboxId, recipients, mail.from?.email ?? ''))?.conversationId
  if (!conversationId) return null
  const { messageId } = await receiveMessage(trx, tend, {
    conversationId,
    channel: 'email',
    at: await clockNow(trx),
    from: mail.from,
    to: mail.to,
    cc: mail.cc,
    subject: mail.subject,
    text: mail.text,
    textFull: mail.textFull,
    html: mail.html,
    hasRemote: mail.hasRemote,
    flags: mail.flags,
    bounce: mail.bounce && {
      recipients: mail.bounce.recipients,
      kind: mail.bounce.kind,
      reason: mail.bounce.reason,
    },
    forwarded: null,
    warnings: [],
    held: false,
    unreadable: false,
    rawFile: letter.rawFile,
    rawSize: letter.rawSize,
    attachments: files,
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
