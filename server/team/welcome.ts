import { audit } from '#server/base/audit.ts'
import { sqlNow } from '#server/base/clock.ts'
import { conflict } from '#server/base/errors.ts'
import { recordEvent } from '#server/base/events.ts'
import { newId } from '#server/base/ids.ts'
import { spoken } from '#server/base/spoken.ts'
import { text as say } from '#server/base/text.ts'
import { type Db, transaction } from '#server/database/database.ts'
import { addInbox, addressTaken } from './actions.ts'
import { changeCompany, demandTimeZone } from './company.ts'
import { spendInvite } from './invites.ts'
import { findTeammate, isSettled, teammateByEmail } from './queries.ts'
import { actorOf, type Device, openSession } from './signIn.ts'
import './tables.ts'

/** The first person moves in and is admin; a first inbox and the company are there from then on. */
export async function welcome(
  db: Db,
  card: { token: string; name: string; email: string; timeZone?: string; company?: string },
  mailDomain: string,
  device: Device,
) {
  const timeZone = card.timeZone ?? 'UTC'
  demandTimeZone(timeZone)
  return transaction(db, async (trx) => {
    await spendInvite(trx, card.token, ['first'])
    if (await isSettled(trx)) throw conflict('settled', say('team.settled'))
    const seat = { name: card.name, role: 'admin', timeZone, joinedAt: sqlNow, lastSeenAt: sqlNow } as const
    // A key may have invited this very person before they came.
    const invited = await teammateByEmail(trx, card.email)
    if (invited?.demo) throw addressTaken(card.email)
    const id = invited?.id ?? newId('teammate')
    if (invited) {
      await trx.updateTable('teammates').set(seat).where('id', '=', id).execute()
      // Whoever holds the old invitation must not come in as admin by it.
      await trx.deleteFrom('invites').where('teammateId', '=', id).execute()
    } else
      await trx
        .insertInto('teammates')
        .values({
          ...seat,
          id,
          email: card.email,
          title: null,
          passwordHash: null,
          leftAt: null,
        })
        .execute()
    const by = actorOf((await findTeammate(trx, id))!, 'session')
    // Whoever moves in says by their browser what is spoken here; Settings can say otherwise.
    const language = spoken() === 'en' ? 'en' : 'de'
    await changeCompany(trx, by, { ...(card.company && { name: card.company }), timeZone, language })
    if (by.inboxIds.length === 0)
      await addInbox(trx, by, { name: say('team.firstInbox'), address: `hello@${mailDomain}` })
    await recordEvent(trx, by, 'teammate.joined', { teammateId: id }, {})
    await audit(trx, by, 'teammate.joined', { kind: 'teammate', id }, { role: 'admin', how: 'first link' })
    return openSession(trx, (await findTeammate(trx, id))!, device, 'first link')
  })
}
