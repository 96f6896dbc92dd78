import { sql } from 'kysely'
import { languageOf } from '#care/language.ts'
import { clockNow } from '#server/base/clock.ts'
import type { House } from '#server/base/context.ts'
import { text as say, textLanguage } from '#server/base/text.ts'
import { leaveAt } from '#server/calendar/queries.ts'
import { startOf } from '#server/calendar/workingTime.ts'
import { attachmentUrl } from '#server/conversations/attachments.ts'
import { type Company, readCompany } from '#server/team/company.ts'
import { isOn } from '#server/team/practices.ts'
import { findTeammate } from '#server/team/queries.ts'
import '#server/notifications/tables.ts'
import { toThem } from '#server/promises/promise.ts'
import '#server/promises/tables.ts'
import '#server/silence/tables.ts'
import './tables.ts'

export interface PageMessage {
  id: string
  ours: boolean
  /** Who wrote it; null where it was the reader of the page. */
  by: string | null
  at: Date
  text: string
  /** They pressed "It's solved". */
  solved: boolean
  files: { name: string; size: number; url: string }[]
}

/** What the customer's page tells: real work only, nothing of the team's own. */
export interface RequestPage {
  subject: string
  company: Company
  timeZone: string
  /** The language of their card, however it is written there; else the one they write in. */
  language: string | null
  /** How they want to be spoken to, where they or we have said. */
  formality: 'formal' | 'informal' | null
  /** The clock's time when it was read. */
  now: Date
  person: PagePerson | null
  status: 'open' | 'waiting' | 'snoozed' | 'closed'
  goodbye: string | null
  /** Something they asked after our last answer has no answer. */
  askedSince: boolean
  promises: { what: string; due: Date | null; state: string; settledAt: Date | null }[]
  /** What was really done, oldest first. */
  done: { what: string; at: Date | null; act?: true }[]
  /** Somebody here has opened what they wrote last. */
  isRead: boolean
  /** By when they hear from us at the latest, news or not; null while no clock runs. */
  silentUntil: Date | null
  /** They said they are not happy and have had no answer since; and who of those who can decide was told. */
  unhappy: { lead: string | null } | null
  messages: PageMessage[]
  /** From its beginning, however long it went on. */
  showAll?: boolean
}

export interface PagePerson {
  name: string
  title: string | null
  /** They are away until the day before `back`. */
  away: { back: Date; standIn: { name: string } | null } | null
}

/** Reads the page of one conversation. Notes, held messages, bounces and what may still be taken back are never on it. */
export async function readRequestPage(house: House, conversationId: string): Promise<RequestPage> {
  const { db } = house
  const conversation = await db
    .selectFrom('conversations')
    .selectAll()
    .where('id', '=', conversationId)
    .executeTakeFirstOrThrow()
  const { customerId, assigneeId } = conversation
  const now = await clockNow(db)
  const [company, customer, addresses, person, promises, messages, files, asked, pressed] = await Promise.all(
    [
      readCompany(db),
      db
        .selectFrom('customers')
        .select(['timeZone', 'language', 'formality'])
        .where('id', '=', customerId)
        .executeTakeFirst(),
      db.selectFrom('customerAddresses').select('address').where('customerId', '=', customerId).execute(),
      assigneeId ? readPerson(db, assigneeId, conversation.inboxId, now) : null,
      db
        .selectFrom('promises')
        .select(['what', 'quote', 'due', 'state', 'settledAt', 'messageId', 'kind', 'condition', 'metAt'])
        .where('conversationId', '=', conversationId)
        .where('customerId', '=', customerId)
        .where('state', '!=', 'released')
        .orderBy('due')
        .orderBy('id')
        .execute(),
      shownMessages(house, conversationId, customerId),
      db
        .selectFrom('attachments')
        .selectAll()
        .where('conversationId', '=', conversationId)
        .where('messageId', 'is not', null)
        .orderBy('id')
        .execute(),
      db
        .selectFrom('asks')
        .select('messageId')
        .where('conversationId', '=', conversationId)
        .where('answeredAt', 'is', null)
        .execute(),
      db
        .selectFrom('events')
        .select(['seq', 'type', 'messageId'])
        .where('conversationId', '=', conversationId)
        .where('type', 'in', ['page.solved', 'page.unhappy'])
        .orderBy('seq')
        .execute(),
    ],
  )
  const [seen, silence, acts] = await Promise.all([
    db
      .selectFrom('seen')
      .select((e) => e.fn.max('messageId').as('newest'))
      .where('conversationId', '=', conversationId)
      .executeTakeFirst(),
    db
      .selectFrom('silences')
      .select('limitAt')
      .where('conversationId', '=', conversationId)
      .executeTakeFirst(),
    actsOf(db, conversation),
  ])
  const shown = new Set(messages.map((message) => message.id))
  const theirs = new Set(addresses.map((one) => one.address))
  const solved = pressed.filter((one) => one.type === 'page.solved')
  const language = customer?.language ?? languageOfLetters(messages)
  const sinceOurs = messages.slice(messages.findLastIndex((message) => message.direction === 'out') + 1)
  const said = promises
    .filter((promise) => promise.messageId === null || shown.has(promise.messageId))
    .map(({ kind, ...promise }) => ({
      due: promise.due,
      state: promise.state,
      settledAt: promise.settledAt,
      what: kind === 'callback' ? callWords(promise.state, language, customer?.formality) : toThem(promise),
    }))
  const unhappy = pressed.findLast(
    (one) => one.type === 'page.unhappy' && sinceOurs.some((message) => message.id === one.messageId),
  )
  return {
    subject: conversation.subject,
    company,
    timeZone: customer?.timeZone ?? company.timeZone,
    language,
    formality: customer?.formality ?? null,
    now,
    person,
    status: conversation.status,
    goodbye: conversation.goodbye,
    askedSince: sinceOurs.some((message) => asked.some((ask) => ask.messageId === message.id)),
    promises: said,
    done: [
      ...said
        .filter((promise) => promise.state === 'kept')
        .map(({ what, settledAt }) => ({ what, at: settledAt })),
      ...acts,
    ].sort((one, other) => (one.at?.getTime() ?? 0) - (other.at?.getTime() ?? 0)),
    isRead: (seen?.newest ?? '') >= (messages.findLast((message) => message.direction === 'in')?.id ?? ''),
    silentUntil: silence?.limitAt ?? null,
    unhappy: unhappy ? { lead: await leadToldOf(db, unhappy.seq) } : null,
    messages: messages.map((message) => ({
      id: message.id,
      ours: message.direction === 'out',
      by: message.direction === 'out' ? message.author : writer(message, theirs),
      at: message.at,
      text: message.text,
      solved: solved.some((one) => one.messageId === message.id),
      files: files
        // A picture in the middle of our letter is shown nowhere else here; one of theirs they know.
        .filter((file) => file.messageId === message.id && (!file.inline || message.direction === 'out'))
        .map((file) => ({
          name: file.filename,
          size: file.size,
          url: `${attachmentUrl(house, file)}&download=1`,
        })),
    })),
  }
}

/** A call, as whoever is rung would put it. */
const callWords = (state: string, ...spoken: Parameters<typeof textLanguage>): string =>
  say(state === 'kept' ? 'callbacks.page.rang' : 'callbacks.page.ring', {}, textLanguage(...spoken))

/** What somebody else wrote, or was written, before their conversation was merged into this one stays between us and them. */
const shownMessages = (house: House, conversationId: string, customerId: string) =>
  house.db
    .selectFrom('messages')
    .leftJoin('teammates', 'teammates.id', 'messages.authorId')
    .select([
      'messages.id',
      'messages.direction',
      'messages.channel',
      'messages.at',
      'messages.text',
      'messages.fromName',
      'messages.fromAddress',
      'teammates.name as author',
    ])
    .where('messages.conversationId', '=', conversationId)
    .where('messages.customerId', '=', customerId)
    .where('messages.direction', '!=', 'note')
    .where('messages.held', '=', false)
    .where('messages.isBounce', '=', false)
    .where('messages.autoReply', '=', false)
    .where(
      sql<boolean>`not exists (select 1 from outbox o where o.message_id = messages.id and o.phase = 'queued' and o.not_before > clock_now())`,
    )
    .orderBy('messages.at')
    .orderBy('messages.id')
    .execute()

/** Where nobody has said it, the language they write in. */
const languageOfLetters = (messages: readonly { direction: string; channel: string; text: string }[]) =>
  languageOf(
    messages
      .filter((message) => message.direction === 'in')
      .map((message) => message.text)
      .join('\n')
      .slice(0, 2000),
  )

/** Somebody in copy is named; the customer themselves is "you". */
function writer(
  message: { channel: string; fromName: string | null; fromAddress: string | null },
  theirs: ReadonlySet<string>,
): string | null {
  if (message.channel === 'page' || !message.fromAddress) return null
  return theirs.has(message.fromAddress.toLowerCase()) ? null : (message.fromName ?? message.fromAddress)
}

/** Who looks after it, unless they are gone; and who does while they are away. */
async function readPerson(
  db: House['db'],
  id: string,
  inboxId: string,
  now: Date,
): Promise<PagePerson | null> {
  const person = await findTeammate(db, id)
  if (!person || person.leftAt) return null
  const leave = await leaveAt(db, id, now)
  const found = leave?.standInId ? await findTeammate(db, leave.standInId) : undefined
  const standIn = found && !found.leftAt && found.inboxIds.includes(inboxId) ? { name: found.name } : null
  const { timeZone } = await readCompany(db)
  return {
    name: person.name,
    title: person.title,
    // Noon of the day after, whatever the clocks do that night.
    away: leave
      ? { back: new Date(startOf(leave.toDay, timeZone).getTime() + 36 * 3_600_000), standIn }
      : null,
  }
}

/** What we did about it, where the team works this way; what was said with it for colleagues stays with them. */
async function actsOf(
  db: House['db'],
  matter: { id: string; customerId: string },
): Promise<{ what: string; at: Date; act: true }[]> {
  if (!(await isOn(db, 'actions'))) return []
  const rows = await db
    .selectFrom('acts')
    .select(['kind as what', 'at'])
    .where('conversationId', '=', matter.id)
    .where('customerId', '=', matter.customerId)
    .where('undoneAt', 'is', null)
    .orderBy('at')
    .execute()
  return rows.map((row) => ({ ...row, act: true }))
}

/** Whoever of those who can decide has been told, by the number of the event. */
const leadToldOf = async (db: House['db'], seq: number): Promise<string | null> =>
  (
    await db
      .selectFrom('notices')
      .innerJoin('teammates', 'teammates.id', 'notices.teammateId')
      .select('teammates.name')
      .where('notices.kind', '=', 'unhappy')
      .where('notices.occasion', '=', seq)
      .where('teammates.leftAt', 'is', null)
      .orderBy('teammates.name')
      .limit(1)
      .executeTakeFirst()
  )?.name ?? null

export const openPromises = (page: Pick<RequestPage, 'promises'>): RequestPage['promises'] =>
  page.promises.filter((promise) => ['open', 'late', 'broken'].includes(promise.state))

/** Whose turn it is, as the customer is told. Never looked after while an answer or a promise is owed (C10). */
export function stands(
  page: Pick<RequestPage, 'promises' | 'status' | 'messages' | 'askedSince' | 'goodbye'>,
): 'ours' | 'theirs' | 'looked-after' {
  if (openPromises(page).length) return 'ours'
  if (page.status === 'closed') return owesAnswer(page) ? 'ours' : 'looked-after'
  return page.status === 'waiting' ? 'theirs' : 'ours'
}

/** Closed, but they wrote last: only a goodbye on purpose, or their own "It's solved", ends it, and no question left open. */
function owesAnswer(page: Pick<RequestPage, 'messages' | 'askedSince' | 'goodbye'>): boolean {
  const last = page.messages.at(-1)
  if (!last || last.ours || last.solved) return false
  return page.askedSince || page.goodbye === null || !page.messages.some((message) => message.ours)
}
