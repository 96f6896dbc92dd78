import type { Db, Trx } from '#server/database/database.ts'
import './tables.ts'

/** What may be said of an incident in public once somebody decides to: no names, nothing of anybody's matter. */
export interface IncidentFacts {
  id: string
  inboxId: string
  what: string
  impact: string | null
  doing: string | null
  cause: string | null
  since: string
  openedAt: string
  nextUpdate: string | null
  closedAt: string | null
  /** It turned out to be this one. */
  mergedInto: string | null
}

/** For the public status page. Who may show it is for the caller to ask; null where there is no such incident. */
export async function incidentFacts(db: Db | Trx, id: string): Promise<IncidentFacts | null> {
  const row = await db.selectFrom('incidents').selectAll().where('id', '=', id).executeTakeFirst()
  return row
    ? {
        id: row.id,
        inboxId: row.inboxId,
        what: row.what,
        impact: row.impact,
        doing: row.doing,
        cause: row.cause,
        since: row.since.toISOString(),
        openedAt: row.openedAt.toISOString(),
        nextUpdate: row.nextUpdate?.toISOString() ?? null,
        closedAt: row.closedAt?.toISOString() ?? null,
        mergedInto: row.mergedInto,
      }
    : null
}
