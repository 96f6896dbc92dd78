import type { ClueIn } from '#contract/incident.ts'
import { type Actor, requireRole, sees, teammateId } from '#server/base/actor.ts'
import { audit } from '#server/base/audit.ts'
import { clockNow } from '#server/base/clock.ts'
import { conflict, invalid, notFound } from '#server/base/errors.ts'
import { recordEvent } from '#server/base/events.ts'
import { newId } from '#server/base/ids.ts'
import { text as say } from '#server/base/text.ts'
import { type Db, type Trx, transaction } from '#server/database/database.ts'
import { demandOn } from '#server/team/practices.ts'
import { inboxById } from '#server/team/queries.ts'
import { keepClue } from './finding.ts'
import { demandAhead, moveNext } from './nextUpdate.ts'
import { lockOpen, nameOf } from './rows.ts'
import './tables.ts'

export interface Opening {
  inboxId: string
  what: string
  since?: string | undefined
  clues: readonly ClueIn[]
  demo?: boolean
}

/** Several people are hit by one thing; whom we know of already is on the list in the same moment. */
export async function openIncident(db: Db | Trx, by: Actor, opening: Opening): Promise<string> {
  requireRole(by, 'teammate')
  return transaction(db, async (trx) => {
    await demandOn(trx, 'incidents')
    const { inboxId, what, demo = false } = opening
    if (!sees(by, inboxId)) throw notFound(say('incidents.inbox'))
    const inbox = await inboxById(trx, inboxId)
    if (inbox.archivedAt) throw conflict('archived', say('incidents.archived', { name: inbox.name }))
    const now = await clockNow(trx)
    const since = opening.since ? new Date(opening.since) : new Date(now.getTime() - 24 * 3_600_000)
    if (since > now) throw invalid('/since', say('incidents.future'))
    const id = newId('incident')
    const incident = await trx
      .insertInto('incidents')
      .values({
        id,
        inboxId,
        what,
        impact: null,
        doing: null,
        cause: null,
        since,
        openedById: teammateId(by),
        openedByName: nameOf(by),
        nextUpdate: null,
        demo,
      })
      .returningAll()
      .executeTakeFirstOrThrow()
    await recordEvent(trx, by, 'incident.opened', { inboxId }, { incidentId: id, what })
    await audit(trx, by, 'incident.opened', { kind: 'incident', id, inboxId })
    for (const clue of opening.clues) await keepClue(trx, by, incident, clue)
    return id
  })
}

export async function changeIncident(
  db: Db | Trx,
  by: Actor,
  id: string,
  change: {
    what?: string | undefined
    impact?: string | null | undefined
    doing?: string | null | undefined
    cause?: string | null | undefined
    since?: string | undefined
    nextUpdate?: string | null | undefined
  },
): Promise<void> {
  requireRole(by, 'teammate')
  await transaction(db, async (trx) => {
    const row = await lockOpen(trx, by, id)
    const { since, nextUpdate, ...words } = change
    const given = Object.fromEntries(Object.entries(words).filter(([, value]) => value !== undefined))
    const set = {
      ...given,
      ...(since !== undefined && { since: new Date(since) }),
      ...(nextUpdate !== undefined && { nextUpdate: await demandAhead(trx, nextUpdate) }),
    }
    if (Object.keys(set).length === 0) return
    if (set.nextUpdate !== undefined) await moveNext(trx, by, row, set.nextUpdate)
    await trx
      .updateTable('incidents')
      .set(set as { what?: string })
      .where('id', '=', id)
      .execute()
    await recordEvent(trx, by, 'incident.changed', { inboxId: row.inboxId }, { incidentId: id })
    await audit(
      trx,
      by,
      'incident.changed',
      { kind: 'incident', id, inboxId: row.inboxId },
      { fields: Object.keys(set) },
    )
  })
}
