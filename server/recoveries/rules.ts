import type { z } from 'zod'
import type { recoveryRules } from '#contract/secondChances.ts'
import { type Actor, requireRole } from '#server/base/actor.ts'
import { audit } from '#server/base/audit.ts'
import { recordEvent } from '#server/base/events.ts'
import { readSetting, writeSetting } from '#server/base/settings.ts'
import { type Db, type Trx, transaction } from '#server/database/database.ts'
import './tables.ts'

export type RecoveryRules = z.infer<typeof recoveryRules>

const hour = 60
const byDefault: RecoveryRules = {
  secondChanceDays: 90,
  assigneeAfter: 2 * hour,
  leadAfter: 4 * hour,
  adminAfter: 8 * hour,
}

export const readRecoveryRules = async (db: Db | Trx): Promise<RecoveryRules> => ({
  ...byDefault,
  ...(await readSetting<Partial<RecoveryRules>>(db, 'recoveries')),
})

export async function changeRecoveryRules(
  db: Db,
  by: Actor,
  change: Partial<RecoveryRules>,
): Promise<RecoveryRules> {
  requireRole(by, 'lead')
  return transaction(db, async (trx) => {
    const rules = { ...(await readRecoveryRules(trx)), ...change }
    await writeSetting(trx, 'recoveries', rules)
    await recordEvent(trx, by, 'recovery-rules.changed', {}, {})
    await audit(trx, by, 'recovery-rules.changed', null, { ...rules })
    return rules
  })
}
