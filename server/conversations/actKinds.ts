import { usualActs } from '#contract/acts.ts'
import { type Actor, requireRole } from '#server/base/actor.ts'
import { audit } from '#server/base/audit.ts'
import { invalid } from '#server/base/errors.ts'
import { recordEvent } from '#server/base/events.ts'
import { readSetting, writeSetting } from '#server/base/settings.ts'
import { text as say } from '#server/base/text.ts'
import { type Db, type Trx, transaction } from '#server/database/database.ts'
import './tables.ts'

export interface ActKinds {
  usual: (typeof usualActs)[number][]
  own: string[]
}

export const readActKinds = async (db: Db | Trx): Promise<ActKinds> => ({
  usual: [...usualActs],
  own: (await readSetting<{ own: string[] }>(db, 'acts'))?.own ?? [],
})

export async function nameActKinds(db: Db, by: Actor, own: readonly string[]): Promise<ActKinds> {
  requireRole(by, 'lead')
  const named = [...new Set(own.map((one) => one.replace(/\s+/g, ' ').trim()))]
  if (named.some((one) => (usualActs as readonly string[]).includes(one.toLowerCase())))
    throw invalid('/own', say('conversations.acts.usual'))
  return transaction(db, async (trx) => {
    await writeSetting(trx, 'acts', { own: named })
    await recordEvent(trx, by, 'act-kinds.changed', {}, {})
    await audit(trx, by, 'act-kinds.changed', null, { own: named })
    return readActKinds(trx)
  })
}
