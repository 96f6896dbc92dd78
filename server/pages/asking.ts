import { createHmac, timingSafeEqual } from 'node:crypto'
import { sql } from 'kysely'
import { type CustomerActor, tend } from '#server/base/actor.ts'
import { clockNow } from '#server/base/clock.ts'
import type { House } from '#server/base/context.ts'
import { text } from '#server/base/text.ts'
import { bareSubject, type ConversationRow } from '#server/conversations/conversation.ts'
import { readPageRules } from '#server/conversations/pageRules.ts'
import { openConversation, plain, receiveMessage } from '#server/conversations/receive.ts'
import { beginAsSpam, isBlocked } from '#server/conversations/spam.ts'
import { findOrAddCustomer } from '#server/customers/actions.ts'
import { type Db, type Trx, transaction } from '#server/database/database.ts'
import { tellThem } from '#server/oncall/saying.ts'
import { startTriaged } from '#server/oncall/triage.ts'
import { allInboxes } from '#server/team/queries.ts'
import { once } from './press.ts'
import type { Voice } from './voice.ts'

export interface Asked {
  text: string
  email: string
  phone: string | null
  /** Null where nobody was asked whether it can wait. */
  cannotWait: boolean | null
  /** The form's own word: the same one is the same request. */
  once: string
}

/** Where what strangers ask arrives; null while there is no such page. */
export async function askInbox(db: Db | Trx): Promise<{ id: string; address: string } | null> {
  const { askInboxId } = await readPageRules(db)
  return (askInboxId && (await allInboxes(db)).find((inbox) => inbox.id === askInboxId)) || null
}

/**
 * What somebody asked becomes a conversation at once: a burst pipe waits for no proof. Anybody can write any address, so the browser
 * it came from learns nothing that is said in it: answers and the link to the page go to the address itself.
 */
export async function takeAsked(
  house: House,
  inboxId: string,
  asked: Asked,
  { say }: Voice,
): Promise<string> {
  return transaction(house.db, async (trx) => {
    // Two presses of one form wait for each other.
    await sql`select pg_advisory_xact_lock(hashtextextended(${`tend.ask ${asked.once}`}, 0))`.execute(trx)
    const { said } = await once(trx, 'ask', asked.once, async () => {
      const customer = await findOrAddCustomer(trx, tend, { name: null, email: asked.email, inboxId })
      const at = await clockNow(trx)
      const requester = { name: customer.name, email: asked.email }
      const { id } = await openConversation(trx, tend, {
        inboxId,
        customerId: customer.id,
        subject: subjectOf(asked.text),
        channel: 'page',
        at,
        requester,
      })
      const blocked = await isBlocked(trx, inboxId, asked.email)
      if (blocked) await beginAsSpam(trx, id, asked.email)
      const by: CustomerActor = {
        kind: 'customer',
        id: customer.id,
        name: customer.name,
        conversationId: id,
        inboxIds: [inboxId],
        via: 'page',
      }
      const words = asked.phone
        ? `${asked.text}\n\n${say('pages.ask.ring', { phone: asked.phone })}`
        : asked.text
      const { messageId } = await receiveMessage(trx, by, {
        conversationId: id,
        channel: 'page',
        at,
        from: requester,
        to: [],
        cc: [],
        subject: subjectOf(asked.text),
        text: words,
        textFull: words,
        ...plain,
        // Somebody we know already is somebody whose secrets an answer could give away.
        warnings: customer.isNew ? [] : [text('pages.ask.unproven', { email: asked.email })],
      })
      // Whoever is blocked wakes nobody, and no machine of ours writes to them.
      if (blocked) return id
      const begun = await startsNow(house, trx, asked, { conversationId: id, messageId })
      // Whoever is being called for has a letter already, with the same link.
      if (begun !== 'calling') await confirm(house, trx, id, messageId)
      return id
    })
    return said
  })
}

async function startsNow(
  house: House,
  trx: Trx,
  { cannotWait }: Asked,
  message: { conversationId: string; messageId: string },
): Promise<'calling' | 'waits'> {
  if (cannotWait === null) return 'waits'
  const started = await startTriaged(house, trx, message, cannotWait)
  return started && cannotWait ? 'calling' : 'waits'
}

/** One letter that carries the link to their page: it proves that the address is theirs. Never their own words: nobody sends mail through us. */
async function confirm(house: House, trx: Trx, conversationId: string, messageId: string): Promise<void> {
  const conversation = await trx
    .selectFrom('conversations')
    .selectAll()
    .where('id', '=', conversationId)
    .executeTakeFirstOrThrow()
  await tellThem(house, trx, conversation, {
    key: 'pages.ask.letter',
    values: {},
    answers: messageId,
    by: 'machine',
  })
}

/** Their first words, up to a whole word. */
function subjectOf(text: string): string {
  const line = bareSubject(text.split('\n').find((one) => one.trim()) ?? '')
  const first = /^.{12,80}?[.!?](?=\s|$)/u.exec(line)?.[0] ?? line
  return first.length <= 80 ? first : `${first.slice(0, 80).replace(/\s+\S*$/, '')} …`
}

const days = 7

const sign = (house: Pick<House, 'key'>, { id, pageKey }: Pick<ConversationRow, 'id' | 'pageKey'>): string =>
  createHmac('sha256', house.key)
    .update(`asked|${id}|${pageKey}`)
    .digest()
    .subarray(0, 18)
    .toString('base64url')

/** The path of what is shown to the browser after asking: how it stands, and nothing that was said. */
export async function askedPath(house: House, conversationId: string): Promise<string> {
  const conversation = await house.db
    .selectFrom('conversations')
    .select(['id', 'pageKey'])
    .where('id', '=', conversationId)
    .executeTakeFirstOrThrow()
  return `/ask/${conversationId.slice(4)}.${sign(house, conversation)}`
}

/** What such a path shows; null when it is not ours, is over a week old, or was revoked. */
export async function readAsked(house: House, token: string): Promise<ConversationRow | null> {
  const [id, signature] = token.split('.')
  if (!id || !signature || !/^[0-9A-Za-z]{22}$/.test(id)) return null
  const conversation = await house.db
    .selectFrom('conversations')
    .selectAll()
    .where('id', '=', `cnv_${id}`)
    .where('createdAt', '>', sql<Date>`clock_now() - make_interval(days => ${days})`)
    .executeTakeFirst()
  if (!conversation) return null
  const [expected, given] = [Buffer.from(sign(house, conversation)), Buffer.from(signature)]
  return expected.length === given.length && timingSafeEqual(expected, given) ? conversation : null
}
