import { type Actor, requireRole, tend } from '#server/base/actor.ts'
import { audit } from '#server/base/audit.ts'
import { clockNow, sqlNow } from '#server/base/clock.ts'
import type { House } from '#server/base/context.ts'
import { conflict, notFound } from '#server/base/errors.ts'
import { newId } from '#server/base/ids.ts'
import { sealText, unsealText } from '#server/base/sealing.ts'
import { text as say } from '#server/base/text.ts'
import { clearTimers, setTimer } from '#server/base/timers.ts'
import { newHookSecret, nextTry, postSigned } from '#server/base/webhooks.ts'
import { type Db, type Trx, transaction } from '#server/database/database.ts'
import { demandOn } from '#server/team/practices.ts'
import { newsFor } from './news.ts'
import './tables.ts'

const purpose = 'status-hooks'
const most = 50

export async function listHooks(db: Db, by: Actor) {
  requireRole(by, 'admin')
  const rows = await db
    .selectFrom('statusHooks')
    .select(['id', 'name', 'url', 'madeAt'])
    .orderBy('id')
    .execute()
  const newest = await db
    .selectFrom('statusDeliveries')
    .distinctOn('toId')
    .select(['toId', 'askedAt', 'doneAt', 'result', 'status'])
    .where('kind', '=', 'hook')
    .orderBy('toId')
    .orderBy('askedAt', 'desc')
    .execute()
  const lastOf = new Map(newest.map((one) => [one.toId, one]))
  return {
    items: rows.map(({ madeAt, ...row }) => {
      const last = lastOf.get(row.id)
      return {
        ...row,
        madeAt: madeAt.toISOString(),
        last: last
          ? { at: (last.doneAt ?? last.askedAt).toISOString(), result: last.result, status: last.status }
          : null,
      }
    }),
  }
}

export async function makeHook(
  house: House,
  by: Actor,
  { name, url, inside }: { name: string; url: string; inside: boolean },
) {
  requireRole(by, 'admin')
  await demandOn(house.db, 'statusPage')
  const secret = newHookSecret()
  const id = newId('hook')
  await transaction(house.db, async (trx) => {
    const known = await trx.selectFrom('statusHooks').select('id').forUpdate().execute()
    if (known.length >= most) throw conflict('too-many-hooks', say('status.tooManyHooks', { most }))
    await trx
      .insertInto('statusHooks')
      .values({ id, name, url, inside, sealed: sealText(house, purpose, secret), byId: by.id })
      .execute()
    await audit(trx, by, 'status-hook.made', { kind: 'hook', id }, { url: new URL(url).origin })
  })
  return { id, name, url, secret }
}

export async function dropHook(db: Db | Trx, by: Actor, id: string): Promise<void> {
  requireRole(by, 'admin')
  await transaction(db, async (trx) => {
    const gone = await trx.deleteFrom('statusHooks').where('id', '=', id).executeTakeFirst()
    if (gone.numDeletedRows === 0n) throw notFound(say('status.this.hook'))
    await trx.deleteFrom('statusDeliveries').where('toId', '=', id).execute()
    await audit(trx, by, 'status-hook.removed', { kind: 'hook', id })
  })
}

/** One word to one program. The same id at every try; where it is away, a timer tries again for a day and a half. */
export async function sendToHook(
  house: House,
  { newsId, toId }: { newsId: string; toId: string },
): Promise<void> {
  const { db } = house
  const [delivery, hook] = await Promise.all([
    db
      .selectFrom('statusDeliveries')
      .select(['askedAt', 'result'])
      .where('newsId', '=', newsId)
      .where('toId', '=', toId)
      .executeTakeFirst(),
    db.selectFrom('statusHooks').selectAll().where('id', '=', toId).executeTakeFirst(),
  ])
  if (delivery?.result !== 'waiting' || !hook) return
  const news = await newsFor(house, newsId)
  const secret = unsealText(house, purpose, hook.sealed)
  if (!news || !secret) return settle(db, newsId, toId, 'failed', null)
  const answer = await postSigned(
    house,
    { url: hook.url, secret, mayBeInside: hook.inside },
    { id: newsId, type: news.type, data: news.data },
  )
  if (answer.kind === 'taken') return settle(db, newsId, toId, 'done', answer.status)
  if (answer.kind === 'gone') return dropHook(db, tend, toId)
  if (answer.kind === 'refused') return settle(db, newsId, toId, 'failed', answer.status)
  await transaction(db, async (trx) => {
    const next = nextTry(delivery.askedAt, await clockNow(trx))
    if (!next) return settle(trx, newsId, toId, 'failed', answer.status || null)
    const subject = `${newsId} ${toId}`
    await clearTimers(trx, 'status.hook', subject)
    await setTimer(trx, 'status.hook', subject, next)
  })
}

const settle = async (
  db: Db | Trx,
  newsId: string,
  toId: string,
  result: 'done' | 'failed',
  status: number | null,
): Promise<void> =>
  void (await db
    .updateTable('statusDeliveries')
    .set({ result, status, doneAt: sqlNow })
    .where('newsId', '=', newsId)
    .where('toId', '=', toId)
    .execute())
