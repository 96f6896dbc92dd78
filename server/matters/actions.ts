import { type Actor, requireRole, sees } from '#server/base/actor.ts'
import { audit } from '#server/base/audit.ts'
import { clockNow } from '#server/base/clock.ts'
import { conflict, invalid, notFound } from '#server/base/errors.ts'
import { recordEvent } from '#server/base/events.ts'
import { newId } from '#server/base/ids.ts'
import { text as say } from '#server/base/text.ts'
import { conversationById } from '#server/conversations/queries.ts'
import { type Db, type Trx, transaction } from '#server/database/database.ts'
import { demandOn } from '#server/team/practices.ts'
import { concern, type Person } from './concern.ts'
import type { MattersTable } from './tables.ts'
import './tables.ts'

export interface Happening {
  inboxId: string
  key: string
  kind: MattersTable['kind']
  title: string
  news?: string
  happenedAt?: string
  people: Person[]
  demo?: boolean
}

/** The clocks of two machines differ a little. */
const ahead = 5 * 60_000

/**
 * Something has happened, or is known to concern several people. Each of them gets a conversation with a draft before they write.
 * The same key is the same matter: nothing happens twice.
 */
export async function makeMatter(
  db: Db | Trx,
  by: Actor,
  happening: Happening,
  source: MattersTable['source'] = by.kind === 'teammate' && by.via === 'session' ? 'teammate' : 'api',
): Promise<{ id: string; isNew: boolean }> {
  requireRole(by, 'teammate')
  return transaction(db, async (trx) => {
    await demandOn(trx, 'matters')
    const { inboxId, key, kind, title, news, people, demo } = happening
    if (!sees(by, inboxId)) throw notFound(say('matters.inbox'))
    const now = await clockNow(trx)
    const happenedAt = happening.happenedAt ? new Date(happening.happenedAt) : now
    if (happenedAt.getTime() > now.getTime() + ahead) throw invalid('/happenedAt', say('matters.future'))
    const id = newId('matter')
    const made = await trx
      .insertInto('matters')
      .values({
        id,
        inboxId,
        key,
        kind,
        title,
        happenedAt,
        source,
        byId: by.id,
        overAt: null,
        ...(demo && { demo }),
      })
      .onConflict((c) => c.columns(['inboxId', 'key']).doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!made) {
      const there = await trx
        .selectFrom('matters')
        .select('id')
        .where('inboxId', '=', inboxId)
        .where('key', '=', key)
        .executeTakeFirstOrThrow()
      return { id: there.id, isNew: false }
    }
    const matter = await lockMatter(trx, by, id)
    if (news) await addNews(trx, by, id, news)
    for (const [place, person] of people.entries()) await concern(trx, by, matter, person, `/people/${place}`)
    await recordEvent(trx, by, 'matter.made', { inboxId }, { matterId: id, kind, people: people.length })
    await audit(trx, by, 'matter.made', { kind: 'matter', id, inboxId }, { key, people: people.length })
    return { id, isNew: true }
  })
}

async function addNews(trx: Trx, by: Actor, matterId: string, text: string): Promise<number> {
  const { latest } = await trx
    .selectFrom('matterNews')
    .select((e) => e.fn.coalesce(e.fn.max('position'), e.lit(0)).as('latest'))
    .where('matterId', '=', matterId)
    .executeTakeFirstOrThrow()
  await trx
    .insertInto('matterNews')
    .values({
      matterId,
      position: latest + 1,
      text,
      byId: by.id,
      byName: by.kind === 'system' ? null : by.name,
    })
    .execute()
  return latest + 1
}

/** New information: everyone it concerns is untold again. */
export async function bringNews(db: Db | Trx, by: Actor, id: string, text: string): Promise<void> {
  requireRole(by, 'teammate')
  await transaction(db, async (trx) => {
    await demandOn(trx, 'matters')
    const matter = await lockMatter(trx, by, id)
    if (matter.overAt) throw conflict('matter-over', say('matters.over'))
    const position = await addNews(trx, by, id, text)
    await recordEvent(trx, by, 'matter.news', { inboxId: matter.inboxId }, { matterId: id, position })
    await audit(trx, by, 'matter.news', { kind: 'matter', id, inboxId: matter.inboxId }, { position })
  })
}

export async function addPerson(db: Db, by: Actor, id: string, person: Person): Promise<void> {
  requireRole(by, 'teammate')
  await transaction(db, async (trx) => {
    await demandOn(trx, 'matters')
    const matter = await lockMatter(trx, by, id)
    if (matter.overAt) throw conflict('matter-over', say('matters.over'))
    await concern(trx, by, matter, person, '')
    await audit(trx, by, 'matter.concerns', { kind: 'matter', id, inboxId: matter.inboxId })
  })
}

export async function dropPerson(db: Db, by: Actor, id: string, customerId: string): Promise<void> {
  requireRole(by, 'teammate')
  await transaction(db, async (trx) => {
    await demandOn(trx, 'matters')
    const matter = await lockMatter(trx, by, id)
    const gone = await trx
      .deleteFrom('matterPeople')
      .where('matterId', '=', id)
      .where('customerId', '=', customerId)
      .returning('conversationId')
      .executeTakeFirst()
    if (!gone) throw notFound(say('matters.person'))
    await recordEvent(
      trx,
      by,
      'matter.concerns',
      { inboxId: matter.inboxId, customerId, conversationId: gone.conversationId },
      { matterId: id },
    )
    await audit(trx, by, 'matter.dropped', { kind: 'matter', id, inboxId: matter.inboxId }, { customerId })
  })
}

/** Links a conversation with a matter, or with a new one that begins with it. */
export async function linkConversation(
  db: Db,
  by: Actor,
  conversationId: string,
  to: { matterId?: string; title?: string; kind: MattersTable['kind'] },
): Promise<string> {
  requireRole(by, 'teammate')
  return transaction(db, async (trx) => {
    await demandOn(trx, 'matters')
    const { inboxId, customerId, createdAt } = await conversationById(trx, by, conversationId)
    if (to.matterId) {
      const matter = await lockMatter(trx, by, to.matterId)
      if (matter.overAt) throw conflict('matter-over', say('matters.over'))
      await concern(trx, by, matter, { customerId, conversationId }, '/matterId')
      return to.matterId
    }
    if (!to.title) throw invalid('/title', say('matters.what'))
    const { id } = await makeMatter(trx, by, {
      inboxId,
      // Nobody sends it again: its own name is as good as any.
      key: newId('matter'),
      kind: to.kind,
      title: to.title,
      happenedAt: createdAt.toISOString(),
      people: [{ customerId, conversationId }],
    })
    return id
  })
}

/** Over, once nobody is left who does not know. */
export async function endMatter(db: Db, by: Actor, id: string): Promise<void> {
  requireRole(by, 'teammate')
  await transaction(db, async (trx) => {
    await demandOn(trx, 'matters')
    const matter = await lockMatter(trx, by, id)
    if (matter.overAt) return
    const left = await untoldOf(trx, id)
    if (left > 0) throw conflict('somebody-untold', say('matters.untold', { n: left }))
    await trx
      .updateTable('matters')
      .set({ overAt: await clockNow(trx) })
      .where('id', '=', id)
      .execute()
    await recordEvent(trx, by, 'matter.over', { inboxId: matter.inboxId }, { matterId: id })
    await audit(trx, by, 'matter.over', { kind: 'matter', id, inboxId: matter.inboxId })
  })
}

async function untoldOf(trx: Trx, id: string): Promise<number> {
  const { n } = await trx
    .selectFrom('matterPeople')
    .select((e) => e.fn.countAll<number>().as('n'))
    .where('matterId', '=', id)
    .where((e) =>
      e(
        e.fn.coalesce(
          e
            .selectFrom('matterTellings')
            .select((t) => t.fn.max('news').as('heard'))
            .whereRef('matterTellings.matterId', '=', 'matterPeople.matterId')
            .whereRef('matterTellings.customerId', '=', 'matterPeople.customerId'),
          e.lit(0),
        ),
        '<',
        e.fn.coalesce(
          e
            .selectFrom('matterNews')
            .select((t) => t.fn.max('position').as('latest'))
            .where('matterNews.matterId', '=', id),
          e.lit(0),
        ),
      ),
    )
    .executeTakeFirstOrThrow()
  return n
}

/** Held until the transaction ends; not here for who does not see its inbox. */
export async function lockMatter(trx: Trx, by: Actor, id: string) {
  const row = await trx.selectFrom('matters').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  if (!row || !sees(by, row.inboxId)) throw notFound(say('matters.this'))
  return row
}

/** A conversation that was put back takes along what it is linked with, or these. Returns which. */
export async function moveMatters(
  trx: Trx,
  { from, to }: { from: string; to: string },
  ids: readonly string[] | null = null,
): Promise<string[]> {
  let moving = trx.updateTable('matterPeople').set({ conversationId: to }).where('conversationId', '=', from)
  if (ids) moving = moving.where('matterId', 'in', ['', ...ids])
  return (await moving.returning('matterId').execute()).map(({ matterId }) => matterId)
}
