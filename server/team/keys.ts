import type { Role } from '#contract/team.ts'
import { type Actor, requireRole } from '#server/base/actor.ts'
import { audit } from '#server/base/audit.ts'
import { sqlNow } from '#server/base/clock.ts'
import { notFound } from '#server/base/errors.ts'
import { newId, newSecret } from '#server/base/ids.ts'
import { text as say } from '#server/base/text.ts'
import { type Db, transaction } from '#server/database/database.ts'
import { presentTeammate } from './queries.ts'
import { lowerRole } from './role.ts'
import { hashToken } from './secrets.ts'
import './tables.ts'

/** A key with the rights of a teammate or less, or of the installation. Shown once, kept only as its hash. */
export async function makeKey(
  db: Db,
  by: Actor,
  key: { teammateId: string | null; name: string; role: Role | null },
): Promise<{ id: string; key: string }> {
  requireRole(by, 'admin')
  const secret = `tend_${newSecret()}`
  const id = newId('key')
  await transaction(db, async (trx) => {
    const most = key.teammateId ? (await presentTeammate(trx, key.teammateId)).role : 'admin'
    const role = lowerRole(key.role ?? most, most)
    await trx
      .insertInto('apiKeys')
      .values({ ...key, id, role, tokenHash: hashToken(secret), lastUsedAt: null, revokedAt: null })
      .execute()
    await audit(trx, by, 'key.made', { kind: 'key', id }, { role, teammateId: key.teammateId })
  })
  return { id, key: secret }
}

export async function revokeKey(db: Db, by: Actor, id: string): Promise<void> {
  requireRole(by, 'admin')
  await transaction(db, async (trx) => {
    const row = await trx
      .updateTable('apiKeys')
      .set({ revokedAt: sqlNow })
      .where('id', '=', id)
      .where('revokedAt', 'is', null)
      .returning('id')
      .executeTakeFirst()
    if (!row) throw notFound(say('team.this.key'))
    await audit(trx, by, 'key.revoked', { kind: 'key', id })
  })
}

export async function listKeys(db: Db, by: Actor) {
  requireRole(by, 'admin')
  return (await db.selectFrom('apiKeys').selectAll().orderBy('id', 'desc').execute()).map((row) => ({
    id: row.id,
    name: row.name,
    role: row.role,
    teammateId: row.teammateId,
    createdAt: row.createdAt.toISOString(),
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
    revokedAt: row.revokedAt?.toISOString() ?? null,
  }))
}
