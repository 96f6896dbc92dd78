import { idPrefixes } from '#contract/common.ts'
import type { Said, StatusReport } from '#contract/status.ts'
import type { House } from '#server/base/context.ts'
import { enqueueAll } from '#server/base/jobs.ts'
import { type Db, transaction } from '#server/database/database.ts'
import { isOn } from '#server/team/practices.ts'
import { reportById } from './queries.ts'
import './tables.ts'

/** One word that goes to everybody who asked: an update of a report, or a statement. */
export type News =
  | { type: 'status.updated'; data: StatusReport }
  | {
      type: 'statement.published'
      data: { id: string; title: Said; words: Said; publishedAt: string; url: string }
    }

/** Null where it was taken off the page meanwhile: then nobody else hears of it. */
export async function newsFor(house: Pick<House, 'db' | 'url'>, newsId: string): Promise<News | null> {
  const { db, url } = house
  if (newsId.startsWith(`${idPrefixes.statement}_`)) {
    const one = await db
      .selectFrom('statusStatements')
      .selectAll()
      .where('id', '=', newsId)
      .executeTakeFirst()
    if (!one) return null
    const { id, title, words, publishedAt } = one
    const data = { id, title, words, publishedAt: publishedAt.toISOString(), url: `${url}/status#${id}` }
    return { type: 'statement.published', data }
  }
  const update = await db
    .selectFrom('statusUpdates')
    .innerJoin('statusReports', 'statusReports.id', 'statusUpdates.reportId')
    .select(['reportId', 'position'])
    .where('statusUpdates.id', '=', newsId)
    .where('statusReports.removedAt', 'is', null)
    .executeTakeFirst()
  if (!update) return null
  const report = await reportById(house, update.reportId)
  // As it was then: who hears late is not told the same twice.
  return { type: 'status.updated', data: asOf(report, newsId) }
}

function asOf(report: StatusReport, updateId: string): StatusReport {
  const from = report.updates.findIndex((one) => one.id === updateId)
  const updates = report.updates.slice(from)
  const { stage, nextAt } = updates[0]!
  return { ...report, updates, stage, nextAt }
}

export interface Delivery {
  newsId: string
  toId: string
}

/** Everybody who asked by now, once each: a row for each of them, and the work that reaches them. Safe to repeat. */
export async function tellReaders(db: Db, newsId: string): Promise<void> {
  if (!(await isOn(db, 'statusPage')) || (await isSample(db, newsId))) return
  await transaction(db, async (trx) => {
    const readers = await trx
      .selectFrom('statusSubscribers')
      .select('id')
      .where('confirmedAt', 'is not', null)
      .orderBy('id')
      .execute()
    const hooks = await trx.selectFrom('statusHooks').select('id').orderBy('id').execute()
    for (const [kind, all] of [
      ['mail', readers],
      ['hook', hooks],
    ] as const)
      for (let from = 0; from < all.length; from += 1000) {
        const part = all.slice(from, from + 1000)
        const fresh = await trx
          .insertInto('statusDeliveries')
          .values(part.map(({ id }) => ({ newsId, toId: id, kind })))
          .onConflict((c) => c.doNothing())
          .returning('toId')
          .execute()
        const jobs = fresh.map(({ toId }): Delivery => ({ newsId, toId }))
        await enqueueAll(trx, kind === 'mail' ? 'status.letter' : 'status.tell', jobs)
      }
  })
}

/** The sample team writes to nobody. */
async function isSample(db: Db, newsId: string): Promise<boolean> {
  const statement = await db
    .selectFrom('statusStatements')
    .select('demo')
    .where('id', '=', newsId)
    .executeTakeFirst()
  const report = await db
    .selectFrom('statusUpdates')
    .innerJoin('statusReports', 'statusReports.id', 'statusUpdates.reportId')
    .select('demo')
    .where('statusUpdates.id', '=', newsId)
    .executeTakeFirst()
  return statement?.demo || report?.demo || false
}
