import { sql } from 'kysely'
import { audit } from '#server/base/audit.ts'
import { sqlNow } from '#server/base/clock.ts'
import { invalid, Problem } from '#server/base/errors.ts'
import { recordEvent } from '#server/base/events.ts'
import { newId, newSecret } from '#server/base/ids.ts'
import { text as say } from '#server/base/text.ts'
import { type Db, type Trx, transaction } from '#server/database/database.ts'
import { demandTimeZone } from './company.ts'
import { findTeammate, type TeammateRow } from './queries.ts'
import { hashPassword, hashToken } from './secrets.ts'
import { actorOf, type Device, openSession } from './signIn.ts'
import './tables.ts'

export type InvitePurpose = 'first' | 'join' | 'reset' | 'sign-in'

/** How long each link lives, in minutes. */
const lives: Record<InvitePurpose, number> = { first: 30 * 24 * 60, join: 24 * 60, reset: 30, 'sign-in': 30 }

const spent = () => new Problem(410, 'link-spent', say('team.link.spent'))

/** A one-time link's token, kept only as its hash. An older one for the same purpose stops working. */
export async function makeInvite(
  db: Db | Trx,
  purpose: InvitePurpose,
  teammateId: string | null,
): Promise<string> {
  const token = newSecret()
  await transaction(db, async (trx) => {
    const older = trx.deleteFrom('invites').where('purpose', '=', purpose).where('usedAt', 'is', null)
    await (teammateId
      ? older.where('teammateId', '=', teammateId)
      : older.where('teammateId', 'is', null)
    ).execute()
    await trx
      .insertInto('invites')
      .values({
        id: newId('invite'),
        purpose,
        teammateId,
        tokenHash: hashToken(token),
        expiresAt: sql<Date>`clock_now() + make_interval(mins => ${lives[purpose]}::int)`,
        usedAt: null,
      })
      .execute()
  })
  return token
}

/** Uses up a one-time token; each works once and not after its time. */
export async function spendInvite(
  trx: Trx,
  token: string,
  purposes: readonly InvitePurpose[],
): Promise<{ purpose: InvitePurpose; teammateId: string | null }> {
  const invite = await trx
    .updateTable('invites')
    .set({ usedAt: sqlNow })
    .where('tokenHash', '=', hashToken(token))
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', sqlNow)
    .where('purpose', 'in', purposes)
    .returning(['purpose', 'teammateId'])
    .executeTakeFirst()
  if (!invite) throw spent()
  return invite
}

/** What a link is for, without using it. */
export async function readInvite(db: Db, token: string) {
  const invite = await db
    .selectFrom('invites')
    .select(['purpose', 'teammateId'])
    .where('tokenHash', '=', hashToken(token))
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', sqlNow)
    .executeTakeFirst()
  const teammate = invite?.teammateId ? await findTeammate(db, invite.teammateId) : undefined
  if (!invite || !teammate || teammate.leftAt) throw spent()
  return {
    purpose: invite.purpose === 'join' ? ('join' as const) : ('reset' as const),
    name: teammate.name,
    email: teammate.email,
  }
}

/**
 * Joins by an invitation, sets a new password, or signs in by a link of the machine. A new password ends every other
 * sign-in and every other link of this person.
 */
export async function acceptInvite(
  db: Db,
  token: string,
  card: { name?: string; password?: string; timeZone?: string },
  device: Device,
) {
  if (card.timeZone) demandTimeZone(card.timeZone)
  // Hashing takes a while and holds no lock; who has no fitting token pays for it too, but within the limit of tries.
  const passwordHash = card.password ? await hashPassword(card.password) : undefined
  return transaction(db, async (trx) => {
    const { purpose, teammateId } = await spendInvite(trx, token, ['join', 'reset', 'sign-in'])
    const teammate = teammateId ? await findTeammate(trx, teammateId) : undefined
    if (!teammate || teammate.leftAt) throw spent()
    if (purpose === 'reset' && !passwordHash) throw invalid('/password', say('team.password.needed'))
    const joins = teammate.joinedAt === null
    await trx
      .updateTable('teammates')
      .set({
        ...(passwordHash && { passwordHash }),
        // Only a newcomer fills in their card here; a reset link changes nothing but the password.
        ...(joins && card.name && { name: card.name }),
        ...(joins && card.timeZone && { timeZone: card.timeZone }),
        ...(joins && { joinedAt: sqlNow }),
        lastSeenAt: sqlNow,
      })
      .where('id', '=', teammate.id)
      .execute()
    const present = (await findTeammate(trx, teammate.id))!
    const by = actorOf(present, 'session')
    if (passwordHash) await endOthers(trx, present)
    if (joins) {
      await recordEvent(trx, by, 'teammate.joined', { teammateId: present.id }, {})
      await audit(trx, by, 'teammate.joined', { kind: 'teammate', id: present.id })
    } else if (passwordHash)
      await audit(trx, by, 'password.changed', { kind: 'teammate', id: present.id }, { how: purpose })
    return openSession(trx, present, device, purpose)
  })
}

async function endOthers(trx: Trx, teammate: TeammateRow): Promise<void> {
  await trx.deleteFrom('sessions').where('teammateId', '=', teammate.id).execute()
  await trx.deleteFrom('invites').where('teammateId', '=', teammate.id).where('usedAt', 'is', null).execute()
}
