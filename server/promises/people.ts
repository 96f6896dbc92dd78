import { type Actor, requireRole } from '#server/base/actor.ts'
import { clockNow } from '#server/base/clock.ts'
import { conflict, invalid } from '#server/base/errors.ts'
import { text as say } from '#server/base/text.ts'
import { type Db, type Trx, transaction } from '#server/database/database.ts'
import { lockPromise, record, step } from './ledger.ts'
import type { PromiseRow } from './promise.ts'
import './tables.ts'

/** A promise to several people: its customer first, then the others; each is to be told. */
export async function nameThem(
  trx: Trx,
  { conversationId, customerId }: { conversationId: string; customerId: string },
  promiseId: string,
  others: readonly string[],
): Promise<void> {
  const customer = await trx
    .selectFrom('customers')
    .select(['name', 'preferredName'])
    .where('id', '=', customerId)
    .executeTakeFirstOrThrow()
  const names = [...new Set([customer.preferredName || customer.name, ...others])]
  if (names.length < 2) return
  await trx
    .insertInto('promisePeople')
    .values(names.map((name, position) => ({ conversationId, promiseId, position, name, toldAt: null })))
    .execute()
}

/** They know that it is kept: everyone, or those at some positions. It is told once nobody is left. */
export async function tellThem(db: Db, by: Actor, id: string, positions: number[] | null): Promise<void> {
  await transaction(db, async (trx) => {
    requireRole(by, 'teammate')
    const row = await lockPromise(trx, by, id)
    if (row.state !== 'kept') throw conflict('promise-not-kept', say('promises.notKept'))
    if (row.told) return
    const names = await everyoneKnows(trx, row, positions)
    await step(trx, by, row, 'told', { names })
    await record(trx, by, row, 'promise.told', { names })
  })
}

/** Marks them as told, and the promise when nobody is left; gives back the names. */
export async function everyoneKnows(
  trx: Trx,
  row: PromiseRow,
  positions: number[] | null,
): Promise<string[]> {
  const people = await trx
    .selectFrom('promisePeople')
    .selectAll()
    .where('conversationId', '=', row.conversationId)
    .where('promiseId', '=', row.id)
    .execute()
  const unknown = positions?.find((position) => !people.some((person) => person.position === position))
  if (unknown !== undefined) throw invalid('/people', say('promises.nobodyLikeThat'))
  const told = people.filter(({ position }) => positions === null || positions.includes(position))
  const now = await clockNow(trx)
  for (const { position } of told)
    await trx
      .updateTable('promisePeople')
      .set((e) => ({ toldAt: e.fn.coalesce('toldAt', e.val(now)) }))
      .where('conversationId', '=', row.conversationId)
      .where('promiseId', '=', row.id)
      .where('position', '=', position)
      .execute()
  const left = people.filter((person) => !person.toldAt && !told.includes(person))
  if (left.length === 0)
    await trx
      .updateTable('promises')
      .set({ told: true })
      .where('conversationId', '=', row.conversationId)
      .where('id', '=', row.id)
      .execute()
  return told.map((person) => person.name)
}
