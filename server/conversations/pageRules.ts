import { type Actor, requireRole } from '#server/base/actor.ts'
import { audit } from '#server/base/audit.ts'
import { recordEvent } from '#server/base/events.ts'
import { readSetting, writeSetting } from '#server/base/settings.ts'
import { type Db, type Trx, transaction } from '#server/database/database.ts'
import { inboxById } from '#server/team/queries.ts'
import './tables.ts'

/** How a company shows its customers their pages. */
export interface PageRules {
  /** One quiet line with the link in every mail of ours that goes to them alone. */
  line: boolean
  /** Whoever asks to be forgotten is: by a lead's word, or at once. */
  erase: 'ask' | 'at-once'
  /** Where the page for strangers, `/ask`, brings what they write; null while there is none. */
  askInboxId: string | null
}

const byDefault: PageRules = { line: true, erase: 'ask', askInboxId: null }

export const readPageRules = async (db: Db | Trx): Promise<PageRules> => ({
  ...byDefault,
  ...(await readSetting<Partial<PageRules>>(db, 'pages')),
})

export async function changePageRules(db: Db, by: Actor, change: Partial<PageRules>): Promise<PageRules> {
  requireRole(by, 'admin')
  return transaction(db, async (trx) => {
    if (change.askInboxId) await inboxById(trx, change.askInboxId)
    const rules = { ...(await readPageRules(trx)), ...change }
    await writeSetting(trx, 'pages', rules)
    await recordEvent(trx, by, 'page-rules.changed', {}, {})
    await audit(trx, by, 'page-rules.changed', null, { ...rules })
    return rules
  })
}
