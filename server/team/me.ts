import { sql } from 'kysely'
import { type Preferences, preferences as preferencesShape } from '#contract/team.ts'
import type { Actor } from '#server/base/actor.ts'
import { audit } from '#server/base/audit.ts'
import { recordEvent } from '#server/base/events.ts'
import { type Db, transaction } from '#server/database/database.ts'
import { demandTimeZone } from './company.ts'
import { seatOf } from './queries.ts'
import './tables.ts'

/** My own card, as colleagues and customers read it. */
export async function changeMe(
  db: Db,
  by: Actor,
  change: { name?: string; title?: string | null; timeZone?: string },
): Promise<void> {
  const me = await seatOf(db, by)
  if (change.timeZone) demandTimeZone(change.timeZone)
  const fields = Object.keys(change)
  if (fields.length === 0) return
  await transaction(db, async (trx) => {
    await trx.updateTable('teammates').set(change).where('id', '=', me.id).execute()
    await recordEvent(trx, by, 'teammate.changed', { teammateId: me.id }, {})
    await audit(trx, by, 'teammate.changed', { kind: 'teammate', id: me.id }, { fields })
  })
}

/** How Tend looks and behaves for me. Two tabs changing different things both win. */
export async function changePreferences(
  db: Db,
  by: Actor,
  change: Partial<Preferences>,
): Promise<Preferences> {
  const me = await seatOf(db, by)
  const row = await db
    .updateTable('teammates')
    .set({ preferences: sql<string>`preferences || ${JSON.stringify(change)}::jsonb` })
    .where('id', '=', me.id)
    .returning('preferences')
    .executeTakeFirstOrThrow()
  return preferencesShape.parse(row.preferences)
}
