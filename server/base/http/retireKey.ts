import { sql } from 'kysely'
import type { Db } from '#server/database/database.ts'
import type { Actor } from '../actor.ts'
import { Problem } from '../errors.ts'
import { text as say } from '../text.ts'

/** Under which a retired key stands; no route is called so. */
const route = 'taken back'

/**
 * Makes sure that a request with this Idempotency-Key, should it still be on its way, is refused when it arrives. 'done': it came
 * and was done. Throws in-flight while it is being worked on; one whose process died a minute ago is not (see `takeOver`).
 */
export async function retireKey(db: Db, caller: Actor, key: string): Promise<'never' | 'done'> {
  if (key.length > 200) throw new Problem(422, 'invalid', say('problem.longKey'))
  const row = { route, bodyHash: '', status: 410, response: null }
  const retired = await db
    .insertInto('idempotency')
    .values({ actor: `${caller.kind}:${caller.id}`, key, ...row })
    .onConflict((c) =>
      c
        .columns(['actor', 'key'])
        .doUpdateSet(row)
        .where('idempotency.status', 'is', null)
        .where('idempotency.createdAt', '<', sql<Date>`now() - interval '1 minute'`),
    )
    .returning('key')
    .executeTakeFirst()
  if (retired) return 'never'
  const found = await db
    .selectFrom('idempotency')
    .select(['route', 'status'])
    .where('actor', '=', `${caller.kind}:${caller.id}`)
    .where('key', '=', key)
    .executeTakeFirst()
  if (found?.route === route) return 'never'
  if (found?.status != null) return 'done'
  throw new Problem(409, 'in-flight', say('problem.inFlight'), { retryAfter: 1 })
}
