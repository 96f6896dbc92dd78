import type { Said, StatusLevel, StatusStage } from '#contract/status.ts'
import { type Actor, requireRole } from '#server/base/actor.ts'
import { audit } from '#server/base/audit.ts'
import { clockNow, sqlNow } from '#server/base/clock.ts'
import { conflict, invalid, notFound } from '#server/base/errors.ts'
import { recordEvent } from '#server/base/events.ts'
import { newId } from '#server/base/ids.ts'
import { text as say } from '#server/base/text.ts'
import { clearTimers, setTimer } from '#server/base/timers.ts'
import { type Db, json, type Trx, transaction } from '#server/database/database.ts'
import { demandOn } from '#server/team/practices.ts'
import { remindAt } from './nudge.ts'
import { missingIn } from './report.ts'
import './tables.ts'

export interface NewUpdate {
  stage: StatusStage
  impact: Said
  doing: Said
  levels: Record<string, StatusLevel>
  nextAt: string | null
  cause?: Said | undefined
  /** How many updates the writer has seen. */
  seen?: number | undefined
}

export interface NewReport extends Omit<NewUpdate, 'cause' | 'seen'> {
  title: Said
  begunAt?: string | undefined
  incidentId: string | null
  demo?: boolean
  /** When it was said; only the sample tells of days ago. */
  at?: Date
}

/** Says on the page that something does not work. Everybody who asked to hear of it is told. */
export async function openReport(db: Db | Trx, by: Actor, given: NewReport): Promise<string> {
  requireRole(by, 'teammate')
  await demandOn(db, 'statusPage')
  return transaction(db, async (trx) => {
    const now = await clockNow(trx)
    const begunAt = given.begunAt ? new Date(given.begunAt) : (given.at ?? now)
    demandPast(begunAt, now)
    const id = newId('statusReport')
    await trx
      .insertInto('statusReports')
      .values({
        id,
        title: json(given.title),
        begunAt,
        incidentId: given.incidentId,
        byId: by.id,
        byName: by.name,
        demo: given.demo ?? false,
      })
      .execute()
    await addUpdate(trx, by, { id, cause: null, updates: 0 }, given, given.at ?? now)
    await audit(trx, by, 'status-report.opened', { kind: 'status-report', id })
    return id
  })
}

/** Says how it stands now. Where a colleague was faster, nothing is said and the writer sees theirs first. */
export async function sayUpdate(
  db: Db | Trx,
  by: Actor,
  id: string,
  given: NewUpdate & { at?: Date },
): Promise<void> {
  requireRole(by, 'teammate')
  await demandOn(db, 'statusPage')
  await transaction(db, async (trx) => {
    const report = await heldReport(trx, id)
    const { n } = await trx
      .selectFrom('statusUpdates')
      .select((e) => e.fn.countAll<number>().as('n'))
      .where('reportId', '=', id)
      .executeTakeFirstOrThrow()
    if (given.seen !== undefined && given.seen !== n)
      throw conflict('crossed', say('status.crossed'), { updates: n })
    await addUpdate(
      trx,
      by,
      { id, cause: report.cause, updates: n },
      given,
      given.at ?? (await clockNow(trx)),
    )
    await audit(trx, by, 'status-report.updated', { kind: 'status-report', id }, { stage: given.stage })
  })
}

async function addUpdate(
  trx: Trx,
  by: Actor,
  report: { id: string; cause: Said | null; updates: number },
  given: NewUpdate,
  at: Date,
): Promise<void> {
  const { stage, impact, doing, levels } = given
  const nextAt = given.nextAt ? new Date(given.nextAt) : null
  const cause = given.cause ?? report.cause
  const missing = missingIn({ stage, levels, nextAt }, { now: at, cause })
  if (missing) throw invalid(missing.pointer, say(missing.key))
  await demandParts(trx, Object.keys(levels))
  const id = newId('statusUpdate')
  await trx
    .insertInto('statusUpdates')
    .values({
      reportId: report.id,
      position: report.updates + 1,
      id,
      stage,
      impact: json(impact),
      doing: json(doing),
      levels: json(levels),
      nextAt,
      at,
      byId: by.id,
      byName: by.name,
    })
    .execute()
  await trx
    .updateTable('statusReports')
    .set({ overAt: stage === 'over' ? at : null, ...(given.cause && { cause: json(given.cause) }) })
    .where('id', '=', report.id)
    .execute()
  await clearTimers(trx, 'status.near', report.id)
  if (nextAt) await setTimer(trx, 'status.near', report.id, remindAt(at, nextAt))
  await recordEvent(trx, by, 'status.said', {}, { newsId: id, reportId: report.id })
}

/** Corrects what stands there, without telling everybody anew. */
export async function correctReport(
  db: Db,
  by: Actor,
  id: string,
  change: { title?: Said; begunAt?: string; cause?: Said; incidentId?: string | null },
): Promise<void> {
  requireRole(by, 'teammate')
  await demandOn(db, 'statusPage')
  await transaction(db, async (trx) => {
    await heldReport(trx, id)
    const { title, begunAt, cause, incidentId } = change
    if (begunAt) demandPast(new Date(begunAt), await clockNow(trx))
    const set = {
      ...(title && { title: json(title) }),
      ...(begunAt && { begunAt: new Date(begunAt) }),
      ...(cause && { cause: json(cause) }),
      ...(incidentId !== undefined && { incidentId }),
    }
    if (Object.keys(set).length === 0) return
    await trx.updateTable('statusReports').set(set).where('id', '=', id).execute()
    await recordEvent(trx, by, 'status.changed', {}, {})
    const detail = { changed: Object.keys(set) }
    await audit(trx, by, 'status-report.corrected', { kind: 'status-report', id }, detail)
  })
}

/** What should never have stood there. It stays on record, for the team alone. */
export async function removeReport(db: Db, by: Actor, id: string): Promise<void> {
  requireRole(by, 'lead')
  await transaction(db, async (trx) => {
    await heldReport(trx, id)
    await trx.updateTable('statusReports').set({ removedAt: sqlNow }).where('id', '=', id).execute()
    await clearTimers(trx, 'status.near', id)
    await recordEvent(trx, by, 'status.changed', {}, {})
    await audit(trx, by, 'status-report.removed', { kind: 'status-report', id })
  })
}

async function heldReport(trx: Trx, id: string) {
  const row = await trx
    .selectFrom('statusReports')
    .selectAll()
    .where('id', '=', id)
    .where('removedAt', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw notFound(say('status.this.report'))
  return row
}

async function demandParts(trx: Trx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  const known = await trx.selectFrom('statusComponents').select('id').where('id', 'in', ids).execute()
  if (known.length < ids.length) throw invalid('/levels', say('status.wrong.part'))
}

function demandPast(at: Date, now: Date): void {
  if (at > now) throw invalid('/begunAt', say('status.wrong.begunAhead'))
}
