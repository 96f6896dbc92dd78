import { languageOf } from '#care/language.ts'
import { tend } from '#server/base/actor.ts'
import { clockNow } from '#server/base/clock.ts'
import type { House } from '#server/base/context.ts'
import { moment, type TextLanguage, text, textLanguage } from '#server/base/text.ts'
import { workingTime } from '#server/calendar/queries.ts'
import { nextOpen } from '#server/calendar/workingTime.ts'
import { queueMail } from '#server/channels/email/outbox/actions.ts'
import type { ConversationRow } from '#server/conversations/conversation.ts'
import { pageUrl } from '#server/conversations/links.ts'
import { participantsOf } from '#server/conversations/queries.ts'
import { writeMessage } from '#server/conversations/write.ts'
import type { Trx } from '#server/database/database.ts'
import { readCompany } from '#server/team/company.ts'
import { inboxById } from '#server/team/queries.ts'

/** In what language and on what clock somebody is spoken to: what their card says, else the language they write. */
export async function theirs(
  trx: Trx,
  { id, customerId }: Pick<ConversationRow, 'id' | 'customerId'>,
): Promise<{ language: TextLanguage; timeZone: string; name: string }> {
  const company = await readCompany(trx)
  const row = await trx
    .selectFrom('customers')
    .select(['name', 'preferredName', 'language', 'timeZone'])
    .where('id', '=', customerId)
    .executeTakeFirstOrThrow()
  return {
    language: textLanguage(row.language ?? languageOf((await lastWordOf(trx, id)) ?? '')),
    timeZone: row.timeZone ?? company.timeZone,
    name: row.preferredName || row.name,
  }
}

const lastWordOf = async (trx: Trx, conversationId: string): Promise<string | undefined> =>
  (
    await trx
      .selectFrom('messages')
      .select('text')
      .where('conversationId', '=', conversationId)
      .where('direction', '=', 'in')
      .where('autoReply', '=', false)
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirst()
  )?.text.slice(0, 2000)

/** When somebody is here again, in their words. */
export async function openAgain(trx: Trx, timeZone: string, language: TextLanguage): Promise<string> {
  const open = nextOpen(await clockNow(trx), await workingTime(trx))
  return open ? moment(open, timeZone, language) : text('oncall.soon', {}, language)
}

/**
 * Tells the customer by mail, in the thread of their letter. It is no answer of a person, so they still wait for one. `by`: the letter
 * comes from a person's own press and always leaves; else from a machine, which may not write to machines, and not often.
 */
export async function tellThem(
  house: House,
  trx: Trx,
  conversation: ConversationRow,
  letter: { key: string; values: Record<string, string>; answers: string | null; by: 'person' | 'machine' },
): Promise<void> {
  const to = (await participantsOf(trx, conversation.id))
    .filter((one) => one.role === 'requester')
    .map(({ name, email }) => ({ name, email }))
  if (to.length === 0) return
  const { language, name } = await theirs(trx, conversation)
  const inbox = await inboxById(trx, conversation.inboxId)
  const company = (await readCompany(trx)).name || inbox.name
  const now = await clockNow(trx)
  const page = pageUrl(house, conversation, now)
  const words = text(letter.key, { ...letter.values, name, company, page }, language)
  const subject = /^re:/i.test(conversation.subject) ? conversation.subject : `Re: ${conversation.subject}`
  const from = { name: company, email: inbox.address }
  const { messageId } = await writeMessage(trx, tend, {
    conversationId: conversation.id,
    from,
    to,
    cc: [],
    subject,
    text: words,
    html: null,
    attachmentIds: [],
    clientKey: null,
    automatic: true,
  })
  await queueMail(trx, house, tend, {
    conversationId: conversation.id,
    messageId,
    inboxId: conversation.inboxId,
    kind: letter.by === 'machine' ? 'automatic' : 'reply',
    from,
    to,
    cc: [],
    subject,
    text: `${words}\n`,
    html: null,
    attachments: [],
    answers: letter.answers,
    notBefore: now,
    sample: conversation.demo,
  })
}
