import type { Said, StatusLanguage } from '#contract/status.ts'
import { type Actor, atLeast, requireRole } from '#server/base/actor.ts'
import { audit } from '#server/base/audit.ts'
import { sqlNow } from '#server/base/clock.ts'
import { conflict, forbidden, invalid, notFound } from '#server/base/errors.ts'
import { recordEvent } from '#server/base/events.ts'
import { newId } from '#server/base/ids.ts'
import { text as say } from '#server/base/text.ts'
import { type Db, json, type Trx, transaction } from '#server/database/database.ts'
import { demandOn } from '#server/team/practices.ts'
import { teammatesByIds } from '#server/team/queries.ts'
import './tables.ts'

interface Words {
  title: Said
  words: Said
}

/** Begins a statement; nothing of it is public. */
export async function beginStatement(
  db: Db | Trx,
  by: Actor,
  given: Words & { signers: readonly string[]; incidentId: string | null; demo?: boolean },
): Promise<string> {
  requireRole(by, 'teammate')
  await demandOn(db, 'statements')
  return transaction(db, async (trx) => {
    const id = newId('statement')
    const { incidentId, demo = false } = given
    await trx
      .insertInto('statements')
      .values({ id, incidentId, byId: by.id, byName: by.name, demo })
      .execute()
    await keepVersion(trx, by, id, 1, given)
    await nameThem(trx, id, given.signers)
    await noteChange(trx, by, id, 'statement.begun')
    return id
  })
}

/** Other words. Signatures belong to the words they were given for, so each signs anew. */
export async function changeWords(
  db: Db,
  by: Actor,
  id: string,
  given: Words & { after: number },
): Promise<void> {
  requireRole(by, 'teammate')
  await demandOn(db, 'statements')
  await transaction(db, async (trx) => {
    const { version } = await heldStatement(trx, id)
    if (given.after !== version) throw conflict('crossed', say('statements.crossed'), { version })
    await trx
      .updateTable('statements')
      .set({ version: version + 1 })
      .where('id', '=', id)
      .execute()
    await keepVersion(trx, by, id, version + 1, given)
    await noteChange(trx, by, id, 'statement.changed')
  })
}

const keepVersion = async (
  trx: Trx,
  by: Actor,
  statementId: string,
  version: number,
  { title, words }: Words,
) =>
  trx
    .insertInto('statementVersions')
    .values({ statementId, version, title: json(title), words: json(words), byId: by.id, byName: by.name })
    .execute()

export async function nameSigners(db: Db, by: Actor, id: string, signers: readonly string[]): Promise<void> {
  requireRole(by, 'teammate')
  await demandOn(db, 'statements')
  await transaction(db, async (trx) => {
    await heldStatement(trx, id)
    // Who was asked to sign is let off by a lead alone, never by whoever is in a hurry.
    const before = await signersOf(trx, id)
    if (!atLeast(by, 'lead') && before.some((one) => !signers.includes(one)))
      throw forbidden(say('statements.letOff'))
    await trx.deleteFrom('statementSigners').where('statementId', '=', id).execute()
    await nameThem(trx, id, signers)
    await noteChange(trx, by, id, 'statement.signers-named')
  })
}

async function nameThem(trx: Trx, statementId: string, given: readonly string[]): Promise<void> {
  const ids = [...new Set(given)]
  const people = await teammatesByIds(trx, ids)
  const here = ids.map((one) => people.get(one)).filter((one) => one && !one.leftAt)
  if (here.length < ids.length) throw invalid('/signers', say('statements.wrong.signer'))
  if (!here.some((one) => one!.role === 'lead' || one!.role === 'admin'))
    throw invalid('/signers', say('statements.wrong.noLead'))
  await trx
    .insertInto('statementSigners')
    .values(ids.map((teammateId) => ({ statementId, teammateId })))
    .execute()
}

export const signersOf = async (db: Db | Trx, id: string): Promise<string[]> =>
  (
    await db
      .selectFrom('statementSigners')
      .select('teammateId')
      .where('statementId', '=', id)
      .orderBy('teammateId')
      .execute()
  ).map((row) => row.teammateId)

/** A word at some words of it, from anybody who reads along. */
export async function comment(
  db: Db,
  by: Actor,
  id: string,
  given: { version: number; language: StatusLanguage; quote: string; text: string },
): Promise<void> {
  await demandOn(db, 'statements')
  await transaction(db, async (trx) => {
    await heldStatement(trx, id)
    const at = await trx
      .selectFrom('statementVersions')
      .select('words')
      .where('statementId', '=', id)
      .where('version', '=', given.version)
      .executeTakeFirst()
    if (!at?.words[given.language]?.includes(given.quote))
      throw invalid('/quote', say('statements.wrong.quote'))
    await trx
      .insertInto('statementComments')
      .values({ id: newId('comment'), statementId: id, ...given, byId: by.id, byName: by.name })
      .execute()
    await recordEvent(trx, by, 'statement.changed', {}, { statementId: id })
  })
}

export async function settleComment(db: Db, by: Actor, id: string, commentId: string): Promise<void> {
  requireRole(by, 'teammate')
  await demandOn(db, 'statements')
  await transaction(db, async (trx) => {
    const { numUpdatedRows } = await trx
      .updateTable('statementComments')
      .set((e) => ({
        settledAt: e.fn.coalesce('settledAt', sqlNow),
        settledBy: e.fn.coalesce('settledBy', e.val(by.name)),
      }))
      .where('statementId', '=', id)
      .where('id', '=', commentId)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) throw notFound(say('statements.this.comment'))
    await recordEvent(trx, by, 'statement.changed', {}, { statementId: id })
  })
}

/** A draft that nobody has read in public. What was public stays on record. */
export async function throwAway(db: Db, by: Actor, id: string): Promise<void> {
  requireRole(by, 'teammate')
  await transaction(db, async (trx) => {
    const row = await heldStatement(trx, id)
    if (row.publishedAt) throw conflict('was-public', say('statements.wasPublic'))
    if (row.byId !== by.id && !atLeast(by, 'lead')) throw forbidden()
    await trx.deleteFrom('statements').where('id', '=', id).execute()
    await recordEvent(trx, by, 'statement.changed', {}, { statementId: id })
    await audit(trx, by, 'statement.thrown-away', { kind: 'statement', id })
  })
}

export async function heldStatement(trx: Trx, id: string) {
  const row = await trx
    .selectFrom('statements')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw notFound(say('statements.this'))
  return row
}

export async function noteChange(trx: Trx, by: Actor, id: string, action: string): Promise<void> {
  await recordEvent(trx, by, 'statement.changed', {}, { statementId: id })
  await audit(trx, by, action, { kind: 'statement', id })
}
