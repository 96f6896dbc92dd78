import { type Actor, requireRole } from '#server/base/actor.ts'
import { audit } from '#server/base/audit.ts'
import { clockNow } from '#server/base/clock.ts'
import { conflict, invalid, notFound } from '#server/base/errors.ts'
import { recordEvent } from '#server/base/events.ts'
import { text as say } from '#server/base/text.ts'
import { messageById } from '#server/conversations/queries.ts'
import { standsIn } from '#server/conversations/theirWords.ts'
import { type Db, type Trx, transaction } from '#server/database/database.ts'
import { demandOn } from '#server/team/practices.ts'
import { stateOf } from './extra.ts'
import { about, lockGiven, subjectOf } from './giving.ts'
import { paidFor } from './queries.ts'

export interface NewAnswer {
  words: string
  glad: boolean
  messageId?: string | undefined
  at?: Date
}

/** How it was for them, in their own words. Written in a letter they must stand there; said aloud they stand without one. */
export async function noteAnswer(db: Db | Trx, by: Actor, id: string, given: NewAnswer): Promise<void> {
  requireRole(by, 'teammate')
  await transaction(db, async (trx) => {
    await demandOn(trx, 'extras')
    const row = await lockGiven(trx, by, id)
    if (stateOf(row, await paidFor(trx, row)) === 'off') throw conflict('off', say('extras.off'))
    if (given.messageId) {
      const said = await messageById(trx, by, given.messageId)
      if (said.customerId !== row.customerId || said.direction !== 'in') throw notFound(say('extras.message'))
      if (!standsIn(given.words, said.textFull ?? said.text))
        throw invalid('/words', say('extras.notTheirWords'))
    }
    const at = given.at ?? (await clockNow(trx))
    await trx
      .updateTable('givenExtras')
      .set({
        answer: given.words,
        answerMessageId: given.messageId ?? null,
        isGlad: given.glad,
        answeredAt: at,
        answeredByName: by.name,
        // Whoever thanks for it has it.
        deliveredAt: row.deliveredAt ?? at,
        deliveredByName: row.deliveredByName ?? by.name,
        possibleAt: row.possibleAt ?? at,
      })
      .where('conversationId', '=', row.conversationId)
      .where('id', '=', id)
      .execute()
    const detail = { givenId: id, name: row.name, words: given.words, glad: given.glad }
    await recordEvent(trx, by, 'extra.answered', about(row), detail)
    await audit(trx, by, 'extra.answered', subjectOf(row), { glad: given.glad })
  })
}
