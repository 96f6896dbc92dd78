import { sql } from 'kysely'
import { type PracticeName, practiceNames } from '#contract/practices.ts'
import { type Actor, requireRole } from '#server/base/actor.ts'
import { audit } from '#server/base/audit.ts'
import { conflict } from '#server/base/errors.ts'
import { recordEvent } from '#server/base/events.ts'
import { readSetting, writeSetting } from '#server/base/settings.ts'
import { text as say } from '#server/base/text.ts'
import { type Db, type Trx, transaction } from '#server/database/database.ts'

/** A fresh Tend shows only what works without set-up; everything else is off until a lead wants it. */
interface Switches {
  on: string[]
  /** Switched on for the sample team, and off again when it leaves. */
  demo?: boolean
}

export async function practicesOn(db: Db | Trx): Promise<PracticeName[]> {
  const { on = [] } = (await readSetting<Switches>(db, 'practices')) ?? {}
  return practiceNames.filter((name) => on.includes(name))
}

export const isOn = async (db: Db | Trx, name: PracticeName): Promise<boolean> =>
  (await practicesOn(db)).includes(name)

/** Throws `conflict` with the way to switch it on. */
export async function demandOn(db: Db | Trx, name: PracticeName): Promise<void> {
  if (!(await isOn(db, name))) throw conflict('practice-off', say('team.practice.off'))
}

export async function switchPractice(
  db: Db | Trx,
  by: Actor,
  name: PracticeName,
  on: boolean,
): Promise<PracticeName[]> {
  requireRole(by, 'lead')
  return transaction(db, async (trx) => {
    // Two leads who switch different things at once both win.
    await sql`select pg_advisory_xact_lock(hashtext('tend.practices'))`.execute(trx)
    const before = await practicesOn(trx)
    if (before.includes(name) === on) return before
    const after = practiceNames.filter((one) => (one === name ? on : before.includes(one)))
    await writeSetting(trx, 'practices', { on: after } satisfies Switches)
    await recordEvent(trx, by, 'practice.switched', {}, { name, on })
    await audit(trx, by, 'practice.switched', null, { name, on })
    return after
  })
}

/** The sample team shows everything, where nobody has decided otherwise. */
export async function showAllPractices(trx: Trx): Promise<void> {
  if ((await readSetting(trx, 'practices')) === null)
    await writeSetting(trx, 'practices', { on: [...practiceNames], demo: true } satisfies Switches)
}
