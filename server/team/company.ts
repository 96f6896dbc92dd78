import { type Actor, requireRole } from '#server/base/actor.ts'
import { audit } from '#server/base/audit.ts'
import { invalid } from '#server/base/errors.ts'
import { recordEvent } from '#server/base/events.ts'
import { readSetting, writeSetting } from '#server/base/settings.ts'
import type { HouseLanguage } from '#server/base/spoken.ts'
import { text as say } from '#server/base/text.ts'
import { type Db, type Trx, transaction } from '#server/database/database.ts'

export interface Company {
  name: string
  timeZone: string
  color: string | null
  language: HouseLanguage
  hours: ({ from: string; to: string } | null)[]
}

const day = { from: '09:00', to: '17:00' }
const byDefault: Company = {
  name: '',
  timeZone: 'UTC',
  color: null,
  language: 'en',
  hours: [null, day, day, day, day, day, null],
}

export const readCompany = async (db: Db | Trx): Promise<Company> => ({
  ...byDefault,
  ...(await readSetting<Partial<Company>>(db, 'company')),
})

export async function changeCompany(db: Db | Trx, by: Actor, change: Partial<Company>): Promise<Company> {
  requireRole(by, 'admin')
  if (change.timeZone) demandTimeZone(change.timeZone)
  for (const [index, hours] of (change.hours ?? []).entries())
    if (
      hours &&
      !(
        /^([01]\d|2[0-3]):[0-5]\d$/.test(hours.from) &&
        /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/.test(hours.to) &&
        hours.from < hours.to
      )
    )
      throw invalid(`/hours/${index}`, say('team.hours'))
  return transaction(db, async (trx) => {
    const company = { ...(await readCompany(trx)), ...change }
    await writeSetting(trx, 'company', company)
    await recordEvent(trx, by, 'company.changed', {}, {})
    await audit(trx, by, 'company.changed', null)
    return company
  })
}

/** Throws `invalid` for a name the platform does not know. */
export function demandTimeZone(name: string, pointer = '/timeZone'): void {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
  } catch {
    throw invalid(pointer, say('team.timeZone', { name }))
  }
}
