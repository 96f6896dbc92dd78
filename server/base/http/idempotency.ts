import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { type Db, json } from '#server/database/database.ts'
import type { Actor } from '../actor.ts'
import { Problem } from '../errors.ts'
import { sealText, unsealText } from '../sealing.ts'
import { text as say } from '../text.ts'

const purpose = 'idempotency'

export interface Answer {
  status: number
  value: unknown
  /** The handler has written the reply itself; nothing to keep. */
  sent?: boolean
}

/**
 * Runs a POST once per `Idempotency-Key` and caller, within 24 hours: a repeat gets the first answer, a repeat while the
 * first still runs gets 409, the same key with another body 422. A failed run frees the key, so that it can be tried again.
 * What is kept for a repeat is sealed: an answer may hold a secret that is shown once, and nothing of it lies in the database in the clear.
 */
export async function onlyOnce(
  house: { db: Db; key: Buffer },
  caller: Actor | null,
  key: string,
  route: string,
  body: unknown,
  run: () => Promise<Answer>,
): Promise<Answer> {
  const { db } = house
  if (key.length > 200) throw new Problem(422, 'invalid', say('problem.longKey'))
  const actor = caller ? `${caller.kind}:${caller.id}` : 'anyone'
  const bodyHash = createHash('sha256')
    .update(Buffer.isBuffer(body) ? body : JSON.stringify(body ?? null))
    .digest('hex')
  const claimed = await db
    .insertInto('idempotency')
    .values({ actor, key, route, bodyHash, status: null, response: null })
    .onConflict((c) => c.doNothing())
    .returning('key')
    .executeTakeFirst()
  if (!claimed && !(await takeOver(db, actor, key, route, bodyHash)))
    return earlier(house, actor, key, route, bodyHash)
  try {
    const answer = await run()
    if (answer.sent) {
      await free(db, actor, key)
      return answer
    }
    await db
      .updateTable('idempotency')
      .set({
        status: answer.status,
        response: json(sealText(house, purpose, JSON.stringify(answer.value ?? null))),
      })
      .where('actor', '=', actor)
      .where('key', '=', key)
      .execute()
    return answer
  } catch (error) {
    await free(db, actor, key)
    throw error
  }
}

const free = (db: Db, actor: string, key: string) =>
  db
    .deleteFrom('idempotency')
    .where('actor', '=', actor)
    .where('key', '=', key)
    .where('status', 'is', null)
    .execute()

/** At the start of one that is alone on its database: whoever was at work on these has died, so they may be tried again at once. */
export async function freeClaims(db: Db): Promise<void> {
  await db.deleteFrom('idempotency').where('status', 'is', null).execute()
}

/** A claim whose process died is free again after a minute; actions that send carry the key themselves, so that nothing happens twice. */
async function takeOver(
  db: Db,
  actor: string,
  key: string,
  route: string,
  bodyHash: string,
): Promise<boolean> {
  const row = await db
    .updateTable('idempotency')
    .set({ createdAt: sql<Date>`now()` })
    .where('actor', '=', actor)
    .where('key', '=', key)
    .where('route', '=', route)
    .where('bodyHash', '=', bodyHash)
    .where('status', 'is', null)
    .where('createdAt', '<', sql<Date>`now() - interval '1 minute'`)
    .returning('key')
    .executeTakeFirst()
  return row !== undefined
}

async function earlier(
  house: { db: Db; key: Buffer },
  actor: string,
  key: string,
  route: string,
  bodyHash: string,
): Promise<Answer> {
  const first = await house.db
    .selectFrom('idempotency')
    .selectAll()
    .where('actor', '=', actor)
    .where('key', '=', key)
    .executeTakeFirst()
  if (first && (first.bodyHash !== bodyHash || first.route !== route))
    throw new Problem(422, 'idempotency-key-reused', say('problem.keyReused'))
  if (!first || first.status === null)
    throw new Problem(409, 'in-flight', say('problem.inFlight'), { retryAfter: 1 })
  // Kept before answers were sealed.
  if (typeof first.response !== 'string')
    return { status: first.status, value: (first.response ?? undefined) as Answer['value'] }
  const kept = unsealText(house, purpose, first.response)
  if (kept === null) throw new Problem(409, 'answer-sealed', say('problem.answerSealed'))
  return { status: first.status, value: JSON.parse(kept) ?? undefined }
}
