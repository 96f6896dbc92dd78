import type { Said, StatusLanguage } from '#contract/status.ts'
import { type Actor, requireRole } from '#server/base/actor.ts'
import { audit } from '#server/base/audit.ts'
import { recordEvent } from '#server/base/events.ts'
import { readSetting, writeSetting } from '#server/base/settings.ts'
import { type Db, type Trx, transaction } from '#server/database/database.ts'
import { demandOn } from '#server/team/practices.ts'
import { inboxById } from '#server/team/queries.ts'
import './tables.ts'

/** How the page looks and speaks; name, colour and time zone are the company's. */
export interface PageSettings {
  languages: readonly StatusLanguage[]
  intro: Said | null
  logo: string | null
  inboxId: string | null
}

const byDefault: PageSettings = { languages: ['en'], intro: null, logo: null, inboxId: null }

export const readPageSettings = async (db: Db | Trx): Promise<PageSettings> => ({
  ...byDefault,
  ...(await readSetting<Partial<PageSettings>>(db, 'status-page')),
})

export async function changePage(db: Db | Trx, by: Actor, change: Partial<PageSettings>): Promise<void> {
  requireRole(by, 'lead')
  await demandOn(db, 'statusPage')
  await transaction(db, async (trx) => {
    if (change.inboxId) await inboxById(trx, change.inboxId)
    const languages = change.languages && [...new Set(change.languages)]
    // What the sample set is the team's own from here on, and stays when the sample leaves.
    const { demo: _, ...before } = (await readPageSettings(trx)) as PageSettings & { demo?: boolean }
    await writeSetting(trx, 'status-page', { ...before, ...change, ...(languages && { languages }) })
    await recordEvent(trx, by, 'status.changed', {}, {})
    await audit(trx, by, 'status-page.changed', null, { changed: Object.keys(change) })
  })
}
