import { type Actor, requireRole, teammateId } from '#server/base/actor.ts'
import { audit } from '#server/base/audit.ts'
import { sqlNow } from '#server/base/clock.ts'
import { conflict, forbidden, invalid } from '#server/base/errors.ts'
import { recordEvent } from '#server/base/events.ts'
import { text as say } from '#server/base/text.ts'
import { type Db, type Trx, transaction } from '#server/database/database.ts'
import { dropStatement, putStatement } from '#server/status/statements.ts'
import { demandOn } from '#server/team/practices.ts'
import { teammatesByIds } from '#server/team/queries.ts'
import { heldStatement, noteChange, signersOf } from './actions.ts'
import './tables.ts'

/** Signs these words and no others: where they were changed meanwhile, they are read first. */
export async function sign(db: Db | Trx, by: Actor, id: string, version: number): Promise<void> {
  await demandOn(db, 'statements')
  await transaction(db, async (trx) => {
    const own = teammateId(by)
    const row = await heldStatement(trx, id)
    if (!own || !(await signersOf(trx, id)).includes(own)) throw forbidden(say('statements.notNamed'))
    if (row.version !== version)
      throw conflict('crossed', say('statements.crossed'), { version: row.version })
    await trx
      .insertInto('statementSignatures')
      .values({ statementId: id, version, teammateId: own, name: by.name })
      .onConflict((c) => c.doNothing())
      .execute()
    await recordEvent(trx, by, 'statement.signed', {}, { statementId: id, version })
    await audit(trx, by, 'statement.signed', { kind: 'statement', id }, { version })
  })
}

export async function unsign(db: Db, by: Actor, id: string): Promise<void> {
  await demandOn(db, 'statements')
  await transaction(db, async (trx) => {
    const row = await heldStatement(trx, id)
    if (row.publicVersion === row.version && !row.withdrawnAt)
      throw conflict('is-public', say('statements.isPublic'))
    await trx
      .deleteFrom('statementSignatures')
      .where('statementId', '=', id)
      .where('version', '=', row.version)
      .where('teammateId', '=', teammateId(by) ?? '')
      .execute()
    await noteChange(trx, by, id, 'statement.unsigned')
  })
}

interface Publication {
  version: number
  told: 'personally' | 'nobody-hurt' | 'not-yet'
  because?: string | undefined
  withComments: boolean
}

/** Public only as signed: by everybody who was named, one of them a lead, for exactly these words. */
export async function publish(db: Db | Trx, by: Actor, id: string, given: Publication): Promise<void> {
  requireRole(by, 'lead')
  await demandOn(db, 'statements')
  await demandOn(db, 'statusPage')
  if (given.told === 'not-yet' && !given.because) throw invalid('/because', say('statements.wrong.because'))
  await transaction(db, async (trx) => {
    const row = await heldStatement(trx, id)
    const { version } = row
    if (version !== given.version) throw conflict('crossed', say('statements.crossed'), { version })
    await demandSigned(trx, id, version)
    if (!given.withComments) await demandSettled(trx, id)
    const { title, words } = await trx
      .selectFrom('statementVersions')
      .select(['title', 'words'])
      .where('statementId', '=', id)
      .where('version', '=', version)
      .executeTakeFirstOrThrow()
    if (row.publicVersion === version && !row.withdrawnAt) return
    await trx
      .updateTable('statements')
      .set({
        publicVersion: version,
        publishedAt: sqlNow,
        publishedBy: by.name,
        told: given.told,
        toldBecause: given.because ?? null,
        withdrawnAt: null,
        withdrawnBecause: null,
      })
      .where('id', '=', id)
      .execute()
    await putStatement(trx, by, { id, title, words, demo: row.demo })
    await recordEvent(trx, by, 'statement.published', {}, { statementId: id, version })
    const { told } = given
    await audit(trx, by, 'statement.published', { kind: 'statement', id }, { version, told })
  })
}

async function demandSigned(trx: Trx, id: string, version: number): Promise<void> {
  const named = await signersOf(trx, id)
  const signed = new Set(
    (
      await trx
        .selectFrom('statementSignatures')
        .select('teammateId')
        .where('statementId', '=', id)
        .where('version', '=', version)
        .execute()
    ).map((one) => one.teammateId),
  )
  const people = await teammatesByIds(trx, named)
  const missing = named.filter((one) => !signed.has(one)).map((one) => people.get(one)?.name ?? one)
  if (missing.length)
    throw conflict('not-signed', say('statements.notSigned', { who: missing.join(', ') }), { missing })
  const leads = named.some((one) => ['lead', 'admin'].includes(people.get(one)?.role ?? ''))
  if (!leads) throw conflict('no-lead', say('statements.noLead'))
}

async function demandSettled(trx: Trx, id: string): Promise<void> {
  const { n } = await trx
    .selectFrom('statementComments')
    .select((e) => e.fn.countAll<number>().as('n'))
    .where('statementId', '=', id)
    .where('settledAt', 'is', null)
    .executeTakeFirstOrThrow()
  if (n > 0) throw conflict('comments-open', say('statements.commentsOpen', { n }), { open: n })
}

export async function withdraw(db: Db, by: Actor, id: string, because: string): Promise<void> {
  requireRole(by, 'lead')
  await transaction(db, async (trx) => {
    const row = await heldStatement(trx, id)
    if (!row.publicVersion || row.withdrawnAt) throw conflict('not-public', say('statements.notPublic'))
    await trx
      .updateTable('statements')
      .set({ withdrawnAt: sqlNow, withdrawnBecause: because })
      .where('id', '=', id)
      .execute()
    await dropStatement(trx, by, id)
    await recordEvent(trx, by, 'statement.withdrawn', {}, { statementId: id })
    await audit(trx, by, 'statement.withdrawn', { kind: 'statement', id }, { because })
  })
}
