import type { HeatRules, PolicyStep } from '#contract/heat.ts'
import { type Actor, requireRole } from '#server/base/actor.ts'
import { audit } from '#server/base/audit.ts'
import { recordEvent } from '#server/base/events.ts'
import { readSetting, writeSetting } from '#server/base/settings.ts'
import { inHouse } from '#server/base/spoken.ts'
import { text as say } from '#server/base/text.ts'
import { type Db, type Trx, transaction } from '#server/database/database.ts'
import { demandOn } from '#server/team/practices.ts'
import './tables.ts'

/** Words to begin with, until a team writes its own: the same for whoever looks. */
const byDefault = (): HeatRules => ({
  ways: (['other', 'time', 'person'] as const).map((one) => ({
    name: say(`heat.way.${one}`, {}, inHouse()),
    words: say(`heat.way.${one}.words`, {}, inHouse()),
  })),
  policy: {
    friendly: say('heat.policy.friendly', {}, inHouse()),
    firm: say('heat.policy.firm', {}, inHouse()),
    // Whoever decides it writes their own name in.
    end: say('heat.policy.end', { name: '…' }, inHouse()),
  },
  restMinutes: 20,
  askMinutes: 15,
  endDays: 30,
})

export const readHeatRules = async (db: Db | Trx): Promise<HeatRules> => ({
  ...byDefault(),
  ...(await readSetting<Partial<HeatRules>>(db, 'heat')),
})

export async function changeHeatRules(
  db: Db | Trx,
  by: Actor,
  change: Partial<HeatRules>,
): Promise<HeatRules> {
  requireRole(by, 'lead')
  return transaction(db, async (trx) => {
    await demandOn(trx, 'heat')
    const rules = { ...(await readHeatRules(trx)), ...change }
    await writeSetting(trx, 'heat', rules)
    await recordEvent(trx, by, 'heat-rules.changed', {}, {})
    await audit(trx, by, 'heat-rules.changed', null, { changed: Object.keys(change) })
    return rules
  })
}

const order: readonly PolicyStep[] = ['friendly', 'firm', 'end']

/** The first that was not taken. */
export const nextStep = (taken: readonly { step: PolicyStep }[]): PolicyStep | null =>
  order.find((step) => !taken.some((one) => one.step === step)) ?? null
