import { sql } from 'kysely'
import type { z } from 'zod'
import type { conversation as conversationShape } from '#contract/conversations.ts'
import { type Actor, sees, teammateId, tend } from '#server/base/actor.ts'
import type { House } from '#server/base/context.ts'
import { notFound } from '#server/base/errors.ts'
import { text as say } from '#server/base/text.ts'
import { deliveriesIn, deliveryIn, type StandingIn } from '#server/channels/email/outbox/delivery.ts'
import { attachmentShape, attachmentUrl } from '#server/conversations/attachments.ts'
import type { ConversationRow } from '#server/conversations/conversation.ts'
import { pageUrl } from '#server/conversations/links.ts'
import { freshPictures } from '#server/conversations/ownPictures.ts'
import { notePlace } from '#server/conversations/places.ts'
import { participantsIn } from '#server/conversations/queries.ts'
import { isTied, tiesOf, untied } from '#server/conversations/ties.ts'
import {
  customerById,
  factsOf,
  knowsFacts,
  type PersonIn,
  personIn,
  shapePersonIn,
} from '#server/customers/queries.ts'
import { within } from '#server/customers/sight.ts'
import { statement } from '#server/database/statement.ts'
import { mayBeStoodInFor, whoStandsIn } from '#server/persons/queries.ts'
import { promisesOf } from '#server/promises/queries.ts'
import { type ScheduledRow, scheduledOf } from '#server/replies/scheduled.ts'
import { leavingWords } from '#server/replies/translated.ts'
import { readerFrom, readerOf } from './day.ts'
import { type Named, versionOf, writeLetters } from './letters.ts'
import { hideForeign } from './lines.ts'
import type { FileBeside } from './messages.ts'
import { besides, joins, type Listed, shapeRow, shown } from './rows.ts'

type Conversation = z.input<typeof conversationShape>

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

/** What the one statement reads besides the row: all that most conversations have, and whether there is what most have not. */
interface Opened
  extends Listed,
    Pick<
      ConversationRow,
      | 'createdAt'
      | 'relatedTo'
      | 'splitFrom'
      | 'closedAt'
      | 'closedBy'
      | 'goodbye'
      | 'pageKey'
      | 'spamAt'
      | 'spamBy'
      | 'spamBecause'
    > {
  now: Date
  newest: string | null
  me: { timeZone: string; language: unknown } | null
  letters: Named[] | null
  files: (FileBeside & { messageId: string })[] | null
  deliveries: StandingIn[] | null
  askRows: { id: string; messageId: string; text: string; answered: boolean }[] | null
  moods: [messageId: string, evidence: Omit<Conversation['moods'][number], 'messageId'>[]][] | null
  people: Conversation['participants'] | null
  person: PersonIn | null
  chapters: (Omit<Conversation['chapters'][number], 'at'> & { at: string })[] | null
  lines: Line[] | null
  hasPromises: boolean
  hasFacts: boolean
  hasDrafts: boolean
  hasScheduled: boolean
  isTied: boolean
  mayBeStoodInFor: boolean
}
interface Line {
  seq: number
  at: string
  type: string
  byName: string
  byId: string | null
  teammateId: string | null
  inboxId: string | null
  detail: Record<string, unknown>
}
interface Asked {
  id: string
  me: string
  inboxIds: readonly string[]
}

const opening = (by: Actor, id: string, me: string) => {
  const c = sql.raw('c.id')
  const customer = sql.raw('c.customer_id')
  // It begins with `select`, so that it is asked again where the database was started anew meanwhile.
  return sql<Opened>`select opened.* from (
    with m as materialized (
      select m.id, ${versionOf('m')} as version, m.author_id, m.at, m.created_at from messages m where m.conversation_id = ${id})
    select ${shown}, ${besides(me)}, clock_now() as now, c.created_at, c.related_to, c.split_from, c.closed_at, c.closed_by,
      c.goodbye, c.page_key, c.spam_at, c.spam_by, c.spam_because,
      (select json_build_object('timeZone', t.time_zone, 'language', t.preferences->'language')
        from teammates t where t.id = ${me}) as me,
      (select json_agg(json_build_array(m.id, m.version, t.name) order by m.at, m.id)
        from m left join teammates t on t.id = m.author_id) as letters,
      -- By the time of writing to the millisecond, as crossed reads it; ids of two machines need not ascend.
      (select m.id from m order by date_trunc('milliseconds', m.created_at) desc, m.at desc, m.id desc limit 1) as newest,
      (select json_agg(json_build_object('id', f.id, 'messageId', f.message_id, 'filename', f.filename, 'contentType', f.content_type,
          'size', f.size, 'inline', f.inline, 'contentId', f.content_id, 'accessKey', f.access_key) order by f.id)
        from attachments f where f.conversation_id = c.id and f.message_id in (select m.id from m)) as files,
      ${deliveriesIn(sql`select m.id from m`)} as deliveries,
      (select json_agg(json_build_object('id', a.id, 'messageId', a.message_id, 'text', a.text, 'answered', a.answered_at is not null)
          order by a.message_id, a.position) from asks a where a.conversation_id = c.id) as ask_rows,
      (select json_agg(json_build_array(r.message_id, r.evidence) order by r.message_id desc)
        from (select * from readings where conversation_id = c.id order by message_id desc limit 5) r) as moods,
      ${participantsIn(c)} as people,
      -- Whoever sees the conversation sees its person; the facts keep their own walls.
      ${personIn(customer)} as person,
      (select json_agg(json_build_object('id', o.id, 'subject', o.subject, 'status', o.status, 'at', o.last_at, 'gist', o.gist)
          order by o.last_at desc)
        from (select * from conversations o where o.customer_id = c.customer_id and o.id <> c.id and ${within(by, 'o.inbox_id')}
          order by o.last_at desc limit 30) o) as chapters,
      (select json_agg(json_build_object('seq', e.seq, 'at', e.at, 'type', e.type, 'byName', e.by_name, 'byId', e.by_id,
          'teammateId', e.teammate_id, 'inboxId', e.inbox_id, 'detail', e.detail) order by e.seq)
        from (select * from events e where e.conversation_id = c.id and e.type = any(${shownLines}::text[])
          order by e.seq desc limit 200) e) as lines,
      exists (select 1 from promises where promises.conversation_id = c.id) as has_promises,
      ${knowsFacts(by, customer)} as has_facts,
      exists (select 1 from drafts d where d.conversation_id = c.id and d.teammate_id = ${me}) as has_drafts,
      exists (select 1 from scheduled_replies r where r.conversation_id = c.id) as has_scheduled,
      ${isTied(c)} as is_tied,
      ${mayBeStoodInFor('c')} as may_be_stood_in_for
    from conversations c ${joins(me)} where c.id = ${id} and ${within(by, 'c.inbox_id')}) opened`
}
const open = statement<Asked, Opened>((place) =>
  opening({ ...tend, inboxIds: [place('inboxIds')] } as never, place('id'), place('me')),
)
const openAll = statement<Asked, Opened>((place) => opening(tend, place('id'), place('me')))

/** Everything one conversation's screen shows, for one reader. */
export const wholeConversation = async (house: House, by: Actor, id: string): Promise<Conversation> =>
  JSON.parse(await writeConversation(house, by, id)) as Conversation

/** The same as the text of an answer: most of it are letters, which are kept as they were written before. */
export async function writeConversation(house: House, by: Actor, id: string): Promise<string> {
  const { db } = house
  const me = teammateId(by)
  const asked = { id, me: me ?? '', inboxIds: by.inboxIds === 'all' ? [] : by.inboxIds }
  const [row] = await (by.inboxIds === 'all' ? openAll : open)(db, asked)
  if (!row) throw notFound(say('desk.conversation'))
  notePlace(row)
  const { now } = row
  const [reader, messages, promises, person, facts, lines, drafts, related, home, scheduled, ties, away] =
    await Promise.all([
      row.me ? readerFrom(row.me.timeZone, row.me.language) : readerOf(db, by),
      writeLetters(house, id, row.letters ?? [], {
        files: Map.groupBy(row.files ?? [], (file) => file.messageId),
        deliveries: deliveryIn(row.deliveries),
      }),
      row.hasPromises ? promisesOf(db, by, id) : [],
      row.person ? shapePersonIn(row.person) : customerById(db, tend, row.customerId),
      row.hasFacts ? factsOf(db, by, row.customerId) : [],
      hideForeign(db, by, row.lines ?? []),
      me && row.hasDrafts
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
      row.hasScheduled ? scheduledOf(db, id) : [],
      row.isTied ? tiesOf(db, by, row) : untied(row),
      row.mayBeStoodInFor ? whoStandsIn(db, row) : null,
    ])
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
  const whole: Conversation = {
    ...shapeRow(row, now, reader),
    createdAt: row.createdAt.toISOString(),
    messages: [],
    asks: row.askRows ?? [],
    moods: (row.moods ?? [])
      .flatMap(([messageId, evidence]) => evidence.map((one) => ({ ...one, messageId })))
      .slice(0, 8),
    promises,
    participants: row.people ?? [],
    pageUrl: pageUrl(house, row, now),
    person: { ...person, facts },
    chapters: (row.chapters ?? []).map((chapter) => ({
      id: chapter.id,
      subject: chapter.subject,
      status: chapter.status,
      at: new Date(chapter.at).toISOString(),
      gist: chapter.gist,
    })),
    possiblyRelatedId: related && sees(by, related.inboxId) ? related.id : null,
    lines: lines.map((line) => ({
      id: String(line.seq),
      at: new Date(line.at).toISOString(),
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
    seen: row.newest ?? 'msg_0',
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
  const text = JSON.stringify(whole)
  // A quote within somebody's words has its backslash, so the first of these is the key.
  const at = text.indexOf(noLetters)
  return `${text.slice(0, at)}"messages":${messages}${text.slice(at + noLetters.length)}`
}

const noLetters = '"messages":[]'

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
  const leaving = await leavingWords(
    house.db,
    rows.map((row) => row.rest.translation),
  )
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
    leaves: leaving.get(row.rest.translation ?? '') ?? null,
    attachments: files
      .filter((file) => row.attachments.includes(file.id))
      .map((file) => attachmentShape(house, file)),
    promises: row.promises.map(({ what, due, quote }) => ({ what, due, quote: quote ?? null })),
  }))
}
