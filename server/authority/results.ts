import { timingSafeEqual } from 'node:crypto'
import { decisionResult } from '#contract/authority.ts'
import { tend } from '#server/base/actor.ts'
import { audit } from '#server/base/audit.ts'
import { clockNow } from '#server/base/clock.ts'
import type { House } from '#server/base/context.ts'
import { invalid, notFound, Problem } from '#server/base/errors.ts'
import { recordEvent } from '#server/base/events.ts'
import { parse } from '#server/base/http/serve.ts'
import { text as say } from '#server/base/text.ts'
import { signHook } from '#server/base/webhooks.ts'
import { type Db, type Trx, transaction } from '#server/database/database.ts'
import { programFor } from './programs.ts'
import { deciderOf } from './queries.ts'
import type { DecisionsTable } from './tables.ts'
import './tables.ts'

/** Standard Webhooks: a result may be this old, or this far ahead. */
const tolerance = 5 * 60_000

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
  const program = row && (await programFor(house, row.kind))
  if (!program) throw notFound(say('authority.decision'))
  const now = await clockNow(house.db)
  if (!isSigned(program.secret, signed, now))
    throw new Problem(401, 'bad-signature', say('authority.signature'))
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
export async function noteResult(
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
