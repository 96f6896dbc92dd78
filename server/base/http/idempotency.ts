import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { type Db, json } from '#server/database/database.ts'
import type { Actor } from '../actor.ts'
import { Problem } from '../errors.ts'

export interface Answer {
  status: number
  value: unknown
  /** The handler has written the reply itself; nothing to keep. */
  sent?: boolean
}

/**
 * Runs a POST once per `Idempotency-Key` and caller, within 24 hours: a repeat gets the first answer, a repeat while the
 * first still runs gets 409, the same key with another body 422. A failed run frees the key, so that it can be tried again.
 */
export async function onlyOnce(
  db: Db,
  caller: Actor | null,
  key: string,
  route: string,
  body: unknown,
  run: () => Promise<Answer>,
): Promise<Answer> {
  if (key.length > 200)
    throw new Problem(
      422,
      'invalid',
      'The Idempotency-Key is longer than 200 characters. Nothing was changed.',
    )
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
    return earlier(db, actor, key, route, bodyHash)
  try {
    const answer = await run()
    if (answer.sent) {
      await free(db, actor, key)
      return answer
    }
    await db
      .updateTable('idempotency')
      .set({ status: answer.status, response: json(answer.value ?? null) })
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

async function earlier(db: Db, actor: string, key: string, route: string, bodyHash: string): Promise<Answer> {
  const first = await db
    .selectFrom('idempotency')
    .selectAll()
    .where('actor', '=', actor)
    .where('key', '=', key)
    .executeTakeFirst()
  if (first && (first.bodyHash !== bodyHash || first.route !== route))
    throw new Problem(
      422,
      'idempotency-key-reused',
      'This Idempotency-Key was used before for another request. Nothing was changed; use a new key.',
    )
  if (!first || first.status === null)
    throw new Problem(
      409,
      'in-flight',
      'The same request is still being worked on. Nothing is done twice; ask again in a moment.',
      { retryAfter: 1 },
    )
  return { status: first.status, value: first.response ?? undefined }
}
