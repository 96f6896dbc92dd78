import { tend } from '#server/base/actor.ts'
import { clockNow } from '#server/base/clock.ts'
import type { House } from '#server/base/context.ts'
import { moment, type TextLanguage, text } from '#server/base/text.ts'
import { workingTime } from '#server/calendar/queries.ts'
import { nextOpen } from '#server/calendar/workingTime.ts'
import { queueMail } from '#server/channels/email/outbox/actions.ts'
import type { ConversationRow } from '#server/conversations/conversation.ts'
import { pageUrl } from '#server/conversations/links.ts'
import { participantsOf } from '#server/conversations/queries.ts'
import { spokenTo } from '#server/conversations/spokenTo.ts'
import { writeMessage } from '#server/conversations/write.ts'
import type { Trx } from '#server/database/database.ts'
import { readCompany } from '#server/team/company.ts'
import { inboxById } from '#server/team/queries.ts'

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
  const { language, name } = await spokenTo(trx, conversation)
  const inbox = await inboxById(trx, conversation.inboxId)
  const company = (await readCompany(trx)).name || inbox.name
  const now = await clockNow(trx)
  const page = pageUrl(house, conversation, now)
  const words = text(letter.key, { ...letter.values, name, company, page }, language)
  const subject = subjectFor(conversation, company, language)
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

/** Whoever asks on the page for everybody may have given anybody's address: no word of theirs goes there in our name. */
function subjectFor({ channel, subject }: ConversationRow, company: string, language: TextLanguage): string {
  if (channel === 'page') return text('oncall.letter.subject', { company }, language)
  return /^re:/i.test(subject) ? subject : `Re: ${subject}`
}
