import { type Actor, tend } from '#server/base/actor.ts'
import { audit } from '#server/base/audit.ts'
import { invalid } from '#server/base/errors.ts'
import { countTry } from '#server/base/rates.ts'
import { text as say } from '#server/base/text.ts'
import { type Db, transaction } from '#server/database/database.ts'
import { makeInvite } from './invites.ts'
import { seatOf, type TeammateRow, teammateByEmail } from './queries.ts'
import { hashPassword, passwordFits } from './secrets.ts'
import './tables.ts'

/** Sets or changes my password; ends my other sign-ins and every link that could set it again. */
export async function setPassword(
  db: Db,
  by: Actor,
  { current, password }: { current?: string; password: string },
): Promise<void> {
  const me = await seatOf(db, by)
  await countTry(db, `password:${me.id}`, { limit: 10, seconds: 900 })
  if (me.passwordHash && !(await passwordFits(current ?? '', me.passwordHash)))
    throw invalid('/current', say('team.password.notPresent'))
  const passwordHash = await hashPassword(password)
  await transaction(db, async (trx) => {
    await trx.updateTable('teammates').set({ passwordHash }).where('id', '=', me.id).execute()
    const others = trx.deleteFrom('sessions').where('teammateId', '=', me.id)
    await (by.kind === 'teammate' && by.sessionId ? others.where('id', '!=', by.sessionId) : others).execute()
    await trx.deleteFrom('invites').where('teammateId', '=', me.id).where('usedAt', 'is', null).execute()
    await audit(trx, by, 'password.changed', { kind: 'teammate', id: me.id }, { how: 'settings' })
  })
}

/** Longer than the work for a known address takes, so that the answer's time says nothing. */
export const sameForAll = 200

/** A forgotten password: `send` gets a token when somebody here has the address. Answers alike, and as late, for all addresses. */
export async function askForReset(
  db: Db,
  email: string,
  send: (teammate: TeammateRow, token: string) => Promise<void>,
): Promise<void> {
  await countTry(db, `reset:${email}`, { limit: 5, seconds: 3600 })
  const work = async () => {
    const teammate = await teammateByEmail(db, email)
    if (!teammate || teammate.demo) return
    await send(teammate, await makeInvite(db, 'reset', teammate.id))
    await audit(db, tend, 'password.reset-asked', { kind: 'teammate', id: teammate.id })
  }
  await Promise.all([work(), new Promise((resolve) => setTimeout(resolve, sameForAll))])
}
