import { sql } from 'kysely'
import { tend } from '#server/base/actor.ts'
import { Problem } from '#server/base/errors.ts'
import { messageById } from '#server/conversations/queries.ts'
import type { Trx } from '#server/database/database.ts'
import { allInboxes } from '#server/team/queries.ts'
import { isFor } from '../token.ts'
import '../tables.ts'

/** RFC 3834: whatever the headers say, nobody gets more automatic mail than this from us in a day. */
const mostPerDay = 3

const machine =
  /^(no-?reply|do-?not-?reply|noreply.*|mailer-daemon|postmaster|bounces?([+-].*)?|listserv|majordomo|owner-.*|.*-(request|owner|bounces))@/i

/**
 * Whether a machine of ours may write to an address, and counts it when it may: never to machines, to ourselves, or as an
 * answer to anything automatic; and never more than three times a day, because header rules alone do not stop loops.
 */
export async function mayBeWrittenTo(
  trx: Trx,
  address: string,
  mail: { messageId: string; answers: string | null },
): Promise<boolean> {
  const to = address.toLowerCase()
  if (machine.test(to) || !to.includes('@')) return false
  if (mail.answers && (await wantsNoAnswer(trx, mail.answers))) return false
  if (await isOurs(trx, to)) return false
  // Two at once count one after the other.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`automatic ${to}`}, 0))`.execute(trx)
  const { rows } = await sql<{ sent: number }>`
    select count(*)::int as sent from automatic_mail
    where address = ${to} and at > clock_now() - interval '1 day'`.execute(trx)
  if (rows[0]!.sent >= mostPerDay) return false
  await trx
    .insertInto('automaticMail')
    .values({ address: to, messageId: mail.messageId })
    .onConflict((c) => c.doNothing())
    .execute()
  return true
}

/** Automatic answers, bounces, lists and bulk mail are never answered by a machine. */
async function wantsNoAnswer(trx: Trx, messageId: string): Promise<boolean> {
  try {
    const message = await messageById(trx, tend, messageId)
    return message.autoReply || message.isBounce || message.suppressAutoReply || message.held
  } catch (error) {
    if (error instanceof Problem && error.status === 404) return true
    throw error
  }
}

async function isOurs(trx: Trx, address: string): Promise<boolean> {
  if ((await allInboxes(trx)).some((inbox) => isFor(inbox.address, address))) return true
  return (
    (await trx
      .selectFrom('mailboxes')
      .select('id')
      .where(sql<string>`lower(address)`, '=', address)
      .where('removedAt', 'is', null)
      .executeTakeFirst()) !== undefined
  )
}
