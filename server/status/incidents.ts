import type { Actor } from '#server/base/actor.ts'
import { notFound } from '#server/base/errors.ts'
import { text as say } from '#server/base/text.ts'
import type { Db } from '#server/database/database.ts'

/** Of these incidents, those that are there and lie in an inbox of the actor. */
export type SeenIncidents = (db: Db, by: Actor, ids: readonly string[]) => Promise<ReadonlySet<string>>

/** What is public may belong to an incident; which one is known only to those who see its inbox. */
export const incidentsFor = (seen: SeenIncidents) => ({
  /** Not here for who does not see it. */
  async demand(db: Db, by: Actor, id: string | null | undefined): Promise<void> {
    if (id && !(await seen(db, by, [id])).has(id)) throw notFound(say('status.this.incident'))
  },
  async shown<T extends { incidentId: string | null }>(db: Db, by: Actor, all: readonly T[]): Promise<T[]> {
    const known = await seen(db, by, [...new Set(all.flatMap((one) => one.incidentId ?? []))])
    return all.map((one) =>
      one.incidentId && known.has(one.incidentId) ? one : { ...one, incidentId: null },
    )
  },
})
