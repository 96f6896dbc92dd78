import type { Selectable } from 'kysely'
import type { SecondReading } from '#contract/secondChances.ts'
import { type Actor, requireRole, sees, teammateId } from '#server/base/actor.ts'
import { audit } from '#server/base/audit.ts'
import { clockNow } from '#server/base/clock.ts'
import { conflict, forbidden, invalid, notFound } from '#server/base/errors.ts'
import { recordEvent } from '#server/base/events.ts'
import { newId } from '#server/base/ids.ts'
import { text as say } from '#server/base/text.ts'
import type { ConversationRow } from '#server/conversations/conversation.ts'
import { conversationById, lockConversation } from '#server/conversations/queries.ts'
import { type Db, type Trx, transaction } from '#server/database/database.ts'
import { demandOn, isOn } from '#server/team/practices.ts'
import { findTeammate } from '#server/team/queries.ts'
import { readRecoveryRules } from './rules.ts'
import { chanceOf, seniorsOf } from './secondChance.ts'
import type { SecondReadingsTable } from './tables.ts'

/** "Would you read this before it goes?" The words are kept as they were shown. */
export async function askToRead(
  db: Db,
  by: Actor,
  conversationId: string,
  { readerId, text }: { readerId: string; text: string },
): Promise<SecondReading> {
  requireRole(by, 'teammate')
  return transaction(db, async (trx) => {
    await demandOn(trx, 'secondChance')
    const row = await lockConversation(trx, by, conversationId)
    const me = teammateId(by)
    const reader = await findTeammate(trx, readerId)
    const isAble =
      reader && !reader.leftAt && reader.role !== 'observer' && reader.inboxIds.includes(row.inboxId)
    if (!me) throw forbidden()
    if (!isAble || readerId === me) throw invalid('/readerId', say('recoveries.reader'))
    const reading = await trx
      .insertInto('secondReadings')
      .values({
        conversationId,
        id: newId('reading'),
        inboxId: row.inboxId,
        askedById: me,
        readerId,
        text,
        answeredAt: null,
        isGood: null,
        comment: null,
      })
      .returningAll()
      .executeTakeFirstOrThrow()
    const subjects = {
      inboxId: row.inboxId,
      conversationId,
      customerId: row.customerId,
      teammateId: readerId,
    }
    await recordEvent(trx, by, 'second-reading.asked', subjects, { readingId: reading.id, to: readerId })
    await audit(trx, by, 'second-reading.asked', {
      kind: 'conversation',
      id: conversationId,
      inboxId: row.inboxId,
    })
    return shape(reading)
  })
}

export async function answerReading(
  db: Db,
  by: Actor,
  id: string,
  { good, comment }: { good: boolean; comment?: string | undefined },
): Promise<SecondReading> {
  requireRole(by, 'teammate')
  return transaction(db, async (trx) => {
    const there = await trx.selectFrom('secondReadings').selectAll().where('id', '=', id).executeTakeFirst()
    if (!there || !sees(by, there.inboxId)) throw notFound(say('recoveries.reading'))
    const row = await lockConversation(trx, by, there.conversationId)
    if (there.readerId !== teammateId(by)) throw forbidden(say('recoveries.notAsked'))
    if (there.answeredAt) throw conflict('reading-answered', say('recoveries.answered'))
    if (!good && !comment) throw invalid('/comment', say('recoveries.whatElse'))
    const after = await trx
      .updateTable('secondReadings')
      .set({ answeredAt: await clockNow(trx), isGood: good, comment: comment ?? null })
      .where('conversationId', '=', there.conversationId)
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow()
    const subjects = {
      inboxId: row.inboxId,
      conversationId: row.id,
      customerId: row.customerId,
      teammateId: there.askedById,
    }
    await recordEvent(trx, by, 'second-reading.answered', subjects, {
      readingId: id,
      to: there.askedById,
      good,
    })
    await audit(
      trx,
      by,
      'second-reading.answered',
      { kind: 'conversation', id: row.id, inboxId: row.inboxId },
      { good },
    )
    return shape(after)
  })
}

/** What the screen of a conversation needs: the first failure, who could read along, and what was read. */
export async function secondChanceIn(db: Db, by: Actor, conversationId: string) {
  const row = await conversationById(db, by, conversationId)
  if (!(await isOn(db, 'secondChance'))) return { chance: null, readers: [], readings: [] }
  const [chance, seniors, readings] = [
    await earlierFailure(db, row),
    await seniorsOf(db, row.inboxId),
    await db
      .selectFrom('secondReadings')
      .selectAll()
      .where('conversationId', '=', conversationId)
      .orderBy('id', 'desc')
      .limit(5)
      .execute(),
  ]
  const me = teammateId(by)
  const others = await othersOf(db, row.inboxId)
  const readers = [...seniors, ...others].filter((one) => one.id !== me)
  return {
    chance: chance
      ? { ...chance, since: chance.since.toISOString(), until: chance.until.toISOString() }
      : null,
    readers: readers.map(({ id, name }) => ({ id, name })),
    readings: readings.map(shape),
  }
}

/** What happened before, in another matter; what is being made right here stands above it already. */
async function earlierFailure(db: Db, row: ConversationRow) {
  const running = await chanceOf(db, row.customerId, row.inboxId)
  if (!running || running.conversationId !== row.id) return running
  const { secondChanceDays } = await readRecoveryRules(db)
  const from = new Date((await clockNow(db)).getTime() - secondChanceDays * 86_400_000)
  const before = await db
    .selectFrom('recoveries')
    .select(['id as recoveryId', 'since', 'what', 'conversationId'])
    .where('customerId', '=', row.customerId)
    .where('inboxId', '=', row.inboxId)
    .where('conversationId', '!=', row.id)
    .where((e) => e.or([e('outcome', 'is', null), e('outcome', '!=', 'mistaken')]))
    .where('openedAt', '>', from)
    .orderBy('openedAt', 'desc')
    .executeTakeFirst()
  return before && { ...before, until: running.until }
}

const othersOf = (db: Db | Trx, inboxId: string) =>
  db
    .selectFrom('teammates')
    .innerJoin('inboxAccess', 'inboxAccess.teammateId', 'teammates.id')
    .select(['teammates.id', 'teammates.name'])
    .where('inboxAccess.inboxId', '=', inboxId)
    .where('teammates.role', '=', 'teammate')
    .where('leftAt', 'is', null)
    .orderBy('teammates.name')
    .execute()

const shape = (row: Selectable<SecondReadingsTable>): SecondReading => ({
  id: row.id,
  conversationId: row.conversationId,
  askedById: row.askedById,
  readerId: row.readerId,
  text: row.text,
  askedAt: row.askedAt.toISOString(),
  answeredAt: row.answeredAt?.toISOString() ?? null,
  good: row.isGood,
  comment: row.comment,
})
