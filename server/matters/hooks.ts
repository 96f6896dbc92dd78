import { createHmac, timingSafeEqual } from 'node:crypto'
import { hookEvent } from '#contract/matters.ts'
import { type Actor, requireRole, sees } from '#server/base/actor.ts'
import { audit } from '#server/base/audit.ts'
import { clockNow, sqlNow } from '#server/base/clock.ts'
import type { House } from '#server/base/context.ts'
import { notFound, Problem } from '#server/base/errors.ts'
import { parse } from '#server/base/http/serve.ts'
import { newId } from '#server/base/ids.ts'
import { text as say } from '#server/base/text.ts'
import { type Db, transaction } from '#server/database/database.ts'
import { inboxById } from '#server/team/queries.ts'
import { makeMatter } from './actions.ts'
import type { MatterHooksTable } from './tables.ts'
import './tables.ts'

type HookRow = Pick<MatterHooksTable, 'id' | 'inboxId' | 'name' | 'turnedAt' | 'lastAt'> & {
  turn: number
  madeAt: Date
}

/** The secret before the last turn stays good for so long. */
const overlap = 86_400_000
/** Standard Webhooks: an event may be this old, or this far ahead. */
const tolerance = 5 * 60_000

/** From the house's key, the address and the turn: nothing of it is kept, and a backup holds none. */
const secretOf = (house: Pick<House, 'key'>, id: string, turn: number): Buffer =>
  createHmac('sha256', house.key).update(`matter-hook|${id}|${turn}`).digest().subarray(0, 24)

const shape = (house: Pick<House, 'url'>, row: HookRow) => ({
  id: row.id,
  inboxId: row.inboxId,
  name: row.name,
  url: `${house.url}/api/v1/hooks/matters/${row.id}`,
  madeAt: row.madeAt.toISOString(),
  lastAt: row.lastAt?.toISOString() ?? null,
  alsoOldUntil: row.turnedAt ? new Date(row.turnedAt.getTime() + overlap).toISOString() : null,
})
const withSecret = (house: Pick<House, 'url' | 'key'>, row: HookRow) => ({
  ...shape(house, row),
  secret: `whsec_${secretOf(house, row.id, row.turn).toString('base64')}`,
})

export async function listHooks(house: House, by: Actor) {
  requireRole(by, 'admin')
  const rows = await house.db
    .selectFrom('matterHooks')
    .selectAll()
    .where('revokedAt', 'is', null)
    .orderBy('id')
    .execute()
  return { items: rows.filter((row) => sees(by, row.inboxId)).map((row) => shape(house, row)) }
}

export async function makeHook(house: House, by: Actor, given: { inboxId: string; name: string }) {
  requireRole(by, 'admin')
  return transaction(house.db, async (trx) => {
    await inboxById(trx, given.inboxId)
    if (!sees(by, given.inboxId)) throw notFound(say('matters.inbox'))
    const row = await trx
      .insertInto('matterHooks')
      .values({ ...given, id: newId('hook'), turnedAt: null, byId: by.id, lastAt: null, revokedAt: null })
      .returningAll()
      .executeTakeFirstOrThrow()
    await audit(trx, by, 'hook.made', { kind: 'hook', id: row.id, inboxId: row.inboxId }, { name: row.name })
    return withSecret(house, row)
  })
}

/** A new secret; the old one is good for one more day, so that the sender can follow. */
export async function turnHook(house: House, by: Actor, id: string) {
  requireRole(by, 'admin')
  return transaction(house.db, async (trx) => {
    const before = await liveHook(trx, id)
    if (!sees(by, before.inboxId)) throw notFound(say('matters.hook'))
    const row = await trx
      .updateTable('matterHooks')
      .set((e) => ({ turn: e('turn', '+', 1), turnedAt: sqlNow }))
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow()
    await audit(trx, by, 'hook.turned', { kind: 'hook', id, inboxId: row.inboxId })
    return withSecret(house, row)
  })
}

export async function closeHook(db: Db, by: Actor, id: string): Promise<void> {
  requireRole(by, 'admin')
  await transaction(db, async (trx) => {
    const row = await liveHook(trx, id)
    if (!sees(by, row.inboxId)) throw notFound(say('matters.hook'))
    await trx.updateTable('matterHooks').set({ revokedAt: sqlNow }).where('id', '=', id).execute()
    await audit(trx, by, 'hook.closed', { kind: 'hook', id, inboxId: row.inboxId })
  })
}

async function liveHook(db: Db, id: string) {
  const row = await db
    .selectFrom('matterHooks')
    .selectAll()
    .where('id', '=', id)
    .where('revokedAt', 'is', null)
    .executeTakeFirst()
  if (!row) throw notFound(say('matters.hook'))
  return row
}

export interface Signed {
  id: string | undefined
  timestamp: string | undefined
  signature: string | undefined
  /** Byte for byte as it came. */
  body: string
}

/** An event of another system. Its signature is looked at before anything of it is read; the same `key` twice is one matter. */
export async function takeEvent(house: House, hookId: string, signed: Signed): Promise<{ matterId: string }> {
  const hook = await liveHook(house.db, hookId)
  const now = await clockNow(house.db)
  if (!isSigned(house, hook, signed, now)) throw new Problem(401, 'bad-signature', say('matters.signature'))
  const given = parse(hookEvent, readJson(signed.body), '')
  const by: Actor = {
    kind: 'installation',
    id: hook.id,
    name: hook.name,
    role: 'teammate',
    inboxIds: [hook.inboxId],
    via: 'key',
  }
  const { id } = await makeMatter(house.db, by, { ...given, inboxId: hook.inboxId }, 'webhook')
  await house.db.updateTable('matterHooks').set({ lastAt: sqlNow }).where('id', '=', hookId).execute()
  return { matterId: id }
}

const readJson = (body: string): unknown => {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}

/** Standard Webhooks: `v1,` and the base64 HMAC-SHA256 of id.timestamp.body; several signatures may stand side by side. */
function isSigned(
  house: House,
  hook: HookRow,
  { id, timestamp, signature, body }: Signed,
  now: Date,
): boolean {
  if (!id || !signature || !timestamp || !/^\d{1,12}$/.test(timestamp)) return false
  if (Math.abs(now.getTime() - Number(timestamp) * 1000) > tolerance) return false
  const isTurning = hook.turnedAt && now.getTime() - hook.turnedAt.getTime() < overlap
  const turns = isTurning ? [hook.turn, hook.turn - 1] : [hook.turn]
  const given = signature
    .split(' ')
    .slice(0, 10)
    .filter((one) => one.startsWith('v1,'))
    .map((one) => Buffer.from(one.slice(3), 'base64'))
  return turns.some((turn) => {
    const expected = createHmac('sha256', secretOf(house, hook.id, turn))
      .update(`${id}.${timestamp}.${body}`)
      .digest()
    return given.some((one) => one.length === expected.length && timingSafeEqual(one, expected))
  })
}
