import type { z } from 'zod'
import type { conversation as conversationShape } from '#contract/conversations.ts'
import { type Actor, sees, teammateId, tend } from '#server/base/actor.ts'
import { clockNow } from '#server/base/clock.ts'
import type { House } from '#server/base/context.ts'
import { notFound } from '#server/base/errors.ts'
import { text as say } from '#server/base/text.ts'
import { attachmentShape, attachmentUrl } from '#server/conversations/attachments.ts'
import { pageUrl } from '#server/conversations/links.ts'
import { freshPictures } from '#server/conversations/ownPictures.ts'
import { participantsOf, presentId } from '#server/conversations/queries.ts'
import { tiesOf } from '#server/conversations/ties.ts'
import { customerById, factsOf } from '#server/customers/queries.ts'
import { within } from '#server/customers/sight.ts'
import { whoStandsIn } from '#server/persons/queries.ts'
import { promisesOf } from '#server/promises/queries.ts'
import { type ScheduledRow, scheduledOf } from '#server/replies/scheduled.ts'
import { readerOf } from './day.ts'
import { hideForeign } from './lines.ts'
import { shapeMessages } from './messages.ts'
import { oneRow, shapeRow } from './rows.ts'

type Conversation = z.input<typeof conversationShape>

/** Everything one conversation's screen shows, for one reader. */
export async function wholeConversation(house: House, by: Actor, id: string): Promise<Conversation> {
  const { db } = house
  const row = await oneRow(db, by, id)
  if (!row) {
    // One that was put back is read where it is now: links to it go on leading somewhere.
    const now = await presentId(db, id)
    if (now !== id) return wholeConversation(house, by, now)
    throw notFound(say('desk.conversation'))
  }
  const me = teammateId(by)
  const [now, reader] = await Promise.all([clockNow(db), readerOf(db, by)])
  const [
    rows,
    asks,
    readings,
    promises,
    participants,
    person,
    facts,
    chapters,
    lines,
    drafts,
    related,
    home,
    scheduled,
    ties,
    away,
  ] = await Promise.all([
    db
      .selectFrom('messages')
      .selectAll()
      .where('conversationId', '=', id)
      .orderBy('at')
      .orderBy('id')
      .execute(),
    db
      .selectFrom('asks')
      .selectAll()
      .where('conversationId', '=', id)
      .orderBy('messageId')
      .orderBy('position')
      .execute(),
    db
      .selectFrom('readings')
      .selectAll()
      .where('conversationId', '=', id)
      .orderBy('messageId', 'desc')
      .limit(5)
      .execute(),
    promisesOf(db, by, id),
    participantsOf(db, id),
    // Whoever sees the conversation sees its person; the facts keep their own walls.
    customerById(db, tend, row.customerId),
    factsOf(db, by, row.customerId),
    db
      .selectFrom('conversations')
      .select(['id', 'subject', 'status', 'lastAt', 'gist'])
      .where('customerId', '=', row.customerId)
      .where('id', '!=', id)
      .where(within(by, 'conversations.inbox_id'))
      .orderBy('lastAt', 'desc')
      .limit(30)
      .execute(),
    db
      .selectFrom('events')
      .selectAll()
      .where('conversationId', '=', id)
      .where('type', 'in', shownLines)
      .orderBy('seq', 'desc')
      .limit(200)
      .execute(),
    me
      ? db
          .selectFrom('drafts')
          .selectAll()
          .where('conversationId', '=', id)
          .where('teammateId', '=', me)
          .execute()
      : [],
    row.relatedTo
      ? db
          .selectFrom('conversations')
          .select(['id', 'inboxId'])
          .where('id', '=', row.relatedTo)
          .executeTakeFirst()
      : undefined,
    row.splitFrom
      ? db
          .selectFrom('conversations')
          .select(['id', 'inboxId', 'subject'])
          .where('id', '=', row.splitFrom)
          .executeTakeFirst()
      : undefined,
    scheduledOf(db, id),
    tiesOf(db, by, id),
    whoStandsIn(db, row),
  ])
  const messages = await shapeMessages(house, rows)
  const draftFiles = drafts.flatMap((draft) => draft.attachments)
  // Only one's own uploads: the address of a file is the key to it.
  const files = draftFiles.length
    ? await db
        .selectFrom('attachments')
        .selectAll()
        .where('id', 'in', draftFiles)
        .where('uploadedBy', '=', me)
        .where('messageId', 'is', null)
        .execute()
    : []
  // By the database's time of writing, as `crossed` reads it; ids of two machines need not ascend.
  const newest = rows.reduce<(typeof rows)[number] | null>(
    (latest, message) => (latest && latest.createdAt > message.createdAt ? latest : message),
    null,
  )
  return {
    ...shapeRow(row, now, reader),
    createdAt: row.createdAt.toISOString(),
    messages,
    asks: asks.map((ask) => ({
      id: ask.id,
      messageId: ask.messageId,
      text: ask.text,
      answered: ask.answeredAt !== null,
    })),
    moods: readings
      .flatMap((reading) => reading.evidence.map((one) => ({ ...one, messageId: reading.messageId })))
      .slice(0, 8),
    promises,
    participants,
    pageUrl: pageUrl(house, row, now),
    person: { ...person, facts },
    chapters: chapters.map((chapter) => ({
      id: chapter.id,
      subject: chapter.subject,
      status: chapter.status,
      at: chapter.lastAt.toISOString(),
      gist: chapter.gist,
    })),
    possiblyRelatedId: related && sees(by, related.inboxId) ? related.id : null,
    lines: (await hideForeign(db, by, lines)).toReversed().map((line) => ({
      id: String(line.seq),
      at: line.at.toISOString(),
      type: line.type,
      by: line.byName,
      detail: { ...line.detail, teammateId: line.teammateId, byId: line.byId },
    })),
    drafts: drafts.map((draft) => ({
      kind: draft.kind,
      html: freshPictures(draft.html, files, (file) => attachmentUrl(house, file)),
      text: draft.text,
      to: draft.to,
      cc: draft.cc,
      bcc: draft.bcc,
      attachments: files
        .filter((file) => draft.attachments.includes(file.id))
        .map((file) => attachmentShape(house, file)),
      version: draft.version,
      updatedAt: draft.updatedAt.toISOString(),
    })),
    scheduled: await shapeScheduled(house, scheduled),
    splitFrom: home && sees(by, home.inboxId) ? { id: home.id, subject: home.subject } : null,
    seen: newest?.id ?? 'msg_0',
    ...ties,
    standIn: away && {
      forId: away.person.id,
      forName: away.person.name,
      byId: away.standIn.id,
      byName: away.standIn.name,
    },
    goodbye:
      row.closedAt && row.goodbye
        ? { next: row.goodbye, at: row.closedAt.toISOString(), by: row.closedBy }
        : null,
  }
}

async function shapeScheduled(
  house: House,
  rows: readonly ScheduledRow[],
): Promise<Conversation['scheduled']> {
  if (rows.length === 0) return []
  const ids = rows.flatMap((row) => row.attachments)
  const files = ids.length
    ? await house.db.selectFrom('attachments').selectAll().where('id', 'in', ids).execute()
    : []
  const authors = await house.db
    .selectFrom('teammates')
    .select(['id', 'name'])
    .where(
      'id',
      'in',
      rows.map((row) => row.authorId),
    )
    .execute()
  return rows.map((row) => ({
    id: row.id,
    conversationId: row.conversationId,
    sendAt: row.sendAt.toISOString(),
    state: row.state,
    because: row.because,
    authorId: row.authorId,
    authorName: authors.find((author) => author.id === row.authorId)?.name ?? null,
    to: row.to,
    cc: row.cc,
    bcc: row.bcc,
    text: row.text,
    attachments: files
      .filter((file) => row.attachments.includes(file.id))
      .map((file) => attachmentShape(house, file)),
    promises: row.promises.map(({ what, due, quote }) => ({ what, due, quote: quote ?? null })),
  }))
}

/** What stands between the messages as a quiet line. */
const shownLines = [
  'conversation.assigned',
  'person.preferred',
  'handover.asked',
  'handover.accepted',
  'handover.returned',
  'handover.withdrawn',
  'handover.ended',
  'conversation.snoozed',
  'conversation.woken',
  'conversation.closed',
  'conversation.reopened',
  'conversation.tagged',
  'conversation.untagged',
  'promise.kept',
  'promise.late',
  'promise.renegotiated',
  'promise.handed-over',
  'promise.accepted',
  'promise.released',
  'recovery.opened',
  'second-chance.noted',
  'second-chance.failed',
  'recovery.check-planned',
  'recovery.closed',
  'recovery.reopened',
  'extra.given',
  'extra.delivered',
  'extra.answered',
  'policy.step',
  'policy.lifted',
  'act.recorded',
  'act.undone',
  'option.chosen',
  'callback.moved',
  'callback.called',
  'callback.cancelled',
  'callback.clashes',
  'message.let-in',
  'conversation.split',
  'conversation.split-off',
  'conversation.put-back',
  'conversation.merged',
  'conversation.unmerged',
  'conversation.parted',
  'conversation.linked',
  'conversation.unlinked',
  'conversation.moved',
  'conversation.spam',
  'conversation.not-spam',
  'reply.kept-back',
  'reply.all-the-same',
]
