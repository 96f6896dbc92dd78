import { timingSafeEqual } from 'node:crypto'
import { sql } from 'kysely'
import { decisionResult } from '#contract/authority.ts'
import { type Actor, requireRole, tend } from '#server/base/actor.ts'
import { audit } from '#server/base/audit.ts'
import { clockNow } from '#server/base/clock.ts'
import type { House } from '#server/base/context.ts'
import { invalid, notFound, Problem } from '#server/base/errors.ts'
import { recordEvent } from '#server/base/events.ts'
import { parse } from '#server/base/http/serve.ts'
import { sealText, unsealText } from '#server/base/sealing.ts'
import { readSetting, writeSetting } from '#server/base/settings.ts'
import { text as say } from '#server/base/text.ts'
import { clearTimers, setTimer } from '#server/base/timers.ts'
import { newHookSecret, nextTry, postSigned, signHook } from '#server/base/webhooks.ts'
import { type Db, type Trx, transaction } from '#server/database/database.ts'
import { whole } from './limits.ts'
import { deciderOf } from './queries.ts'
import type { DecisionsTable } from './tables.ts'
import './tables.ts'

/** By kind of decision: where it goes, and the sealed secret. */
type Hooks = Record<string, { url: string; inside: boolean; sealed: string }>

const setting = 'authority-hooks'
/** Standard Webhooks: a result may be this old, or this far ahead. */
const tolerance = 5 * 60_000

const readHooks = async (db: Db | Trx): Promise<Hooks> => (await readSetting<Hooks>(db, setting)) ?? {}

/** All of them are one setting: two admins at once would lose the program of one. */
const holdHooks = (trx: Trx) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${setting}, 0))`.execute(trx)

export const hasHook = async (db: Db | Trx, kind: string): Promise<boolean> =>
  Object.hasOwn(await readHooks(db), kind)

export async function listHooks(db: Db, by: Actor) {
  requireRole(by, 'admin')
  return { items: Object.entries(await readHooks(db)).map(([kind, { url }]) => ({ kind, url })) }
}

/** A new address has a new secret, which is shown this once. */
export async function setHook(
  house: House,
  by: Actor,
  given: { kind: string; url: string; inside: boolean },
) {
  requireRole(by, 'admin')
  const secret = newHookSecret()
  const { kind, url, inside } = given
  await transaction(house.db, async (trx) => {
    await holdHooks(trx)
    const sealed = sealText(house, setting, secret)
    await writeSetting(trx, setting, { ...(await readHooks(trx)), [kind]: { url, inside, sealed } })
    await audit(trx, by, 'authority-hook.set', null, { kind, url: new URL(url).origin })
  })
  return { kind, url, secret }
}

export async function dropHook(db: Db, by: Actor, kind: string): Promise<void> {
  requireRole(by, 'admin')
  await transaction(db, async (trx) => {
    await holdHooks(trx)
    const { [kind]: gone, ...rest } = await readHooks(trx)
    if (!gone) throw notFound(say('authority.hook'))
    await writeSetting(trx, setting, rest)
    await audit(trx, by, 'authority-hook.removed', null, { kind })
    // Nobody can tell us any more what became of them, and what only waits would hold its limit for ever.
    const waiting = await trx
      .selectFrom('decisions')
      .select('id')
      .where('kind', '=', kind)
      .where('result', '=', 'waiting')
      .execute()
    for (const { id } of waiting)
      await noteResult(trx, id, { result: 'failed', words: say('authority.cutOff') })
  })
}

/**
 * One decision, handed to the program that carries it out. The same id at every try, so that nobody is paid twice. Where it is away, a
 * timer tries again for a day and a half.
 */
export async function sendDecision(house: House, decisionId: string): Promise<void> {
  const row = await house.db
    .selectFrom('decisions')
    .innerJoin('customers', 'customers.id', 'decisions.customerId')
    .select(['decisions.id', 'kind', 'unit', 'amount', 'because', 'result', 'at', 'answeredAt'])
    .select(['decisions.conversationId', 'decisions.customerId', 'customers.name as customerName'])
    .where('decisions.id', '=', decisionId)
    .executeTakeFirst()
  if (row?.result !== 'waiting') return
  const hook = (await readHooks(house.db))[row.kind]
  const secret = hook && unsealText(house, setting, hook.sealed)
  if (!hook || !secret)
    return noteResult(house.db, decisionId, { result: 'failed', words: say('authority.cutOff') })
  const { id, kind, unit, because, conversationId, customerId, customerName } = row
  const data = {
    id,
    kind,
    unit,
    amount: whole(Number(row.amount)),
    because,
    conversationId,
    customerId,
    customerName,
  }
  const answer = await postSigned(
    house,
    { url: hook.url, secret, mayBeInside: hook.inside },
    { id, type: 'decision.made', data },
  )
  if (answer.kind === 'taken') return
  if (answer.kind === 'gone') return dropHook(house.db, tend, kind)
  if (answer.kind === 'refused')
    return noteResult(house.db, id, {
      result: 'failed',
      words: say('authority.refused', { status: answer.status }),
    })
  await tryAgain(house.db, id, row.answeredAt ?? row.at)
}

async function tryAgain(db: Db, id: string, decided: Date): Promise<void> {
  await transaction(db, async (trx) => {
    const next = nextTry(decided, await clockNow(trx))
    if (!next) return noteResult(trx, id, { result: 'failed', words: say('authority.away') })
    await clearTimers(trx, 'decision.send', id)
    await setTimer(trx, 'decision.send', id, next)
  })
}

/** The program says what came of it, signed with the secret of its kind. The same word twice is one. */
export async function takeResult(
  house: House,
  decisionId: string,
  signed: {
    id?: string | undefined
    timestamp?: string | undefined
    signature?: string | undefined
    body: string
  },
): Promise<void> {
  const row = await house.db
    .selectFrom('decisions')
    .select(['kind'])
    .where('id', '=', decisionId)
    .executeTakeFirst()
  const hook = row && (await readHooks(house.db))[row.kind]
  const secret = hook && unsealText(house, setting, hook.sealed)
  if (!secret) throw notFound(say('authority.decision'))
  const now = await clockNow(house.db)
  if (!isSigned(secret, signed, now)) throw new Problem(401, 'bad-signature', say('authority.signature'))
  const { id, ...result } = parse(decisionResult, readJson(signed.body), '')
  // The address is not signed: a word about one decision, sent to that of another, would settle what nobody has carried out.
  if ((id ?? signed.id) !== decisionId) throw invalid('/id', say('authority.whichDecision'))
  await noteResult(house.db, decisionId, result)
}

const readJson = (body: string): unknown => {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}

function isSigned(
  secret: string,
  { id, timestamp, signature, body }: Parameters<typeof takeResult>[2],
  now: Date,
): boolean {
  if (!id || !signature || !timestamp || !/^\d{1,12}$/.test(timestamp)) return false
  if (Math.abs(now.getTime() - Number(timestamp) * 1000) > tolerance) return false
  const expected = Buffer.from(signHook(secret, id, timestamp, body))
  return signature
    .split(' ')
    .slice(0, 10)
    .some((one) => {
      const given = Buffer.from(one)
      return given.length === expected.length && timingSafeEqual(given, expected)
    })
}

/** Carried out is carried out, even where we had given it up; everything else is said once. */
async function noteResult(
  db: Db | Trx,
  id: string,
  {
    result,
    reference,
    words,
  }: { result: 'done' | 'failed'; reference?: string | undefined; words?: string | undefined },
): Promise<void> {
  await transaction(db, async (trx) => {
    const row = await trx
      .selectFrom('decisions')
      .selectAll()
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst()
    if (!row || !(row.result === 'waiting' || (row.result === 'failed' && result === 'done'))) return
    const set: Partial<Pick<DecisionsTable, 'reference' | 'resultAt' | 'resultWords'>> = {
      reference: reference ?? null,
      resultAt: await clockNow(trx),
      resultWords: words ?? null,
    }
    await trx
      .updateTable('decisions')
      .set({ ...set, result })
      .where('conversationId', '=', row.conversationId)
      .where('id', '=', id)
      .execute()
    const { inboxId, conversationId, customerId } = row
    const subjects = { inboxId, conversationId, customerId, teammateId: deciderOf(row) }
    await recordEvent(trx, tend, 'decision.result', subjects, { decisionId: id, result })
    await audit(trx, tend, 'decision.result', { kind: 'decision', id, inboxId }, { result })
  })
}
