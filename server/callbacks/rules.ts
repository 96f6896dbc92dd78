import { type Actor, requireRole } from '#server/base/actor.ts'
import { audit } from '#server/base/audit.ts'
import { recordEvent } from '#server/base/events.ts'
import { readSetting, writeSetting } from '#server/base/settings.ts'
import { type Db, type Trx, transaction } from '#server/database/database.ts'
import { byDefault, type CallRules } from './slots.ts'
import './tables.ts'

export const readCallRules = async (db: Db | Trx): Promise<CallRules> => ({
  ...byDefault,
  ...(await readSetting<Partial<CallRules>>(db, 'callbacks')),
})

export async function changeCallRules(db: Db, by: Actor, change: Partial<CallRules>): Promise<CallRules> {
  requireRole(by, 'lead')
  return transaction(db, async (trx) => {
    const rules = { ...(await readCallRules(trx)), ...change }
    await writeSetting(trx, 'callbacks', rules)
    await recordEvent(trx, by, 'callback-rules.changed', {}, {})
    await audit(trx, by, 'callback-rules.changed', null, { ...rules })
    return rules
  })
}
