import type { Selectable } from 'kysely'
import type { StatusComponent, StatusPage, StatusReport } from '#contract/status.ts'
import { clockNow } from '#server/base/clock.ts'
import type { House } from '#server/base/context.ts'
import { notFound } from '#server/base/errors.ts'
import { text as say } from '#server/base/text.ts'
import type { Db, Trx } from '#server/database/database.ts'
import { levelsNow, worst } from './report.ts'
import { readPageSettings } from './settings.ts'
import type { StatusReportsTable, StatusUpdatesTable } from './tables.ts'
import './tables.ts'

type ReportRow = Selectable<StatusReportsTable>
type UpdateRow = Selectable<StatusUpdatesTable>
/** A report with all that was said of it, newest first; there is always one. */
export type Told = ReportRow & { updates: UpdateRow[]; newest: UpdateRow }

/** What is open first, then what was, newest first. */
export async function toldReports(
  db: Db | Trx,
  { limit, id, incidentId, since }: { limit: number; id?: string; incidentId?: string; since?: Date },
): Promise<Told[]> {
  let asked = db.selectFrom('statusReports').selectAll().where('removedAt', 'is', null)
  if (id) asked = asked.where('id', '=', id)
  if (incidentId) asked = asked.where('incidentId', '=', incidentId)
  if (since) asked = asked.where((e) => e.or([e('overAt', 'is', null), e('overAt', '>', since)]))
  const reports = await asked
    .orderBy((e) => e.case().when('overAt', 'is', null).then(0).else(1).end())
    .orderBy('begunAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  if (reports.length === 0) return []
  const updates = await db
    .selectFrom('statusUpdates')
    .selectAll()
    .where(
      'reportId',
      'in',
      reports.map((one) => one.id),
    )
    .orderBy('position', 'desc')
    .execute()
  const by = Map.groupBy(updates, (one) => one.reportId)
  return reports.flatMap((report) => {
    const own = by.get(report.id) ?? []
    return own[0] ? [{ ...report, updates: own, newest: own[0] }] : []
  })
}

export async function shownParts(db: Db | Trx, open: readonly Told[]): Promise<StatusComponent[]> {
  const levels = levelsNow(open)
  const rows = await db
    .selectFrom('statusComponents')
    .select(['id', 'name', 'about'])
    .where('removedAt', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ ...row, level: levels[row.id] ?? 'works' }))
}

/** More reports at once are no longer read one by one. */
const mostOpen = 50

export const openReports = async (db: Db | Trx): Promise<Told[]> =>
  (await toldReports(db, { limit: mostOpen })).filter((one) => !one.overAt)

export async function readStatusPage(house: Pick<House, 'db' | 'url'>): Promise<StatusPage> {
  const { db, url } = house
  const [settings, components, { n }] = await Promise.all([
    readPageSettings(db),
    openReports(db).then((open) => shownParts(db, open)),
    db
      .selectFrom('statusSubscribers')
      .select((e) => e.fn.countAll<number>().as('n'))
      .where('confirmedAt', 'is not', null)
      .executeTakeFirstOrThrow(),
  ])
  const { intro, logo, inboxId } = settings
  return {
    url: `${url}/status`,
    languages: [...settings.languages],
    intro,
    logo,
    inboxId,
    components,
    readers: n,
  }
}

export async function listReports(
  house: Pick<House, 'db' | 'url'>,
  filter: { limit: number; incidentId?: string | undefined; id?: string },
): Promise<StatusReport[]> {
  const { incidentId, ...rest } = filter
  const [told, now] = await Promise.all([
    toldReports(house.db, { ...rest, ...(incidentId && { incidentId }) }),
    clockNow(house.db),
  ])
  return told.map((one) => shape(house.url, one, now))
}

export async function reportById(house: Pick<House, 'db' | 'url'>, id: string): Promise<StatusReport> {
  const [report] = await listReports(house, { id, limit: 1 })
  if (!report) throw notFound(say('status.this.report'))
  return report
}

const iso = (at: Date | null): string | null => at?.toISOString() ?? null

function shape(url: string, { newest, ...report }: Told, now: Date): StatusReport {
  return {
    id: report.id,
    title: report.title,
    stage: newest.stage,
    level: worst(Object.values(newest.levels)),
    begunAt: report.begunAt.toISOString(),
    overAt: iso(report.overAt),
    cause: report.cause,
    nextAt: iso(newest.nextAt),
    isLate: newest.nextAt !== null && newest.nextAt < now,
    incidentId: report.incidentId,
    url: `${url}/status#${report.id}`,
    updates: report.updates.map((one) => ({
      id: one.id,
      stage: one.stage,
      impact: one.impact,
      doing: one.doing,
      nextAt: iso(one.nextAt),
      levels: one.levels,
      at: one.at.toISOString(),
      by: one.byName,
    })),
  }
}
