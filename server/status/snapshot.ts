import type { Said, StatusComponent } from '#contract/status.ts'
import { clockNow } from '#server/base/clock.ts'
import type { House } from '#server/base/context.ts'
import { fontFaces } from '#server/pages/assets.ts'
import { type Company, readCompany } from '#server/team/company.ts'
import { isOn } from '#server/team/practices.ts'
import { shownParts, type Told, toldReports } from './queries.ts'
import { type PageSettings, readPageSettings } from './settings.ts'
import './tables.ts'

export interface Statement {
  id: string
  title: Said
  words: Said
  publishedAt: Date
  changedAt: Date | null
}

/** All that the public pages are made of, as it was at one moment. */
export interface Snapshot {
  url: string
  company: Company
  settings: PageSettings
  parts: StatusComponent[]
  /** Every part that was ever named, for reports about one that is gone. */
  named: ReadonlyMap<string, Said>
  open: Told[]
  past: Told[]
  statements: Statement[]
  fonts: string
  /** How far the clock of the domain is ahead of the machine's; only tests move it. */
  ahead: number
}

/** A year of what was; more is read by nobody. */
const year = 366 * 86_400_000
const most = 60

/** Null where the team does not work this way. */
export async function readSnapshot(house: Pick<House, 'db' | 'url'>): Promise<Snapshot | null> {
  const { db, url } = house
  if (!(await isOn(db, 'statusPage'))) return null
  const now = await clockNow(db)
  const [company, settings, told, named, statements, fonts] = await Promise.all([
    readCompany(db),
    readPageSettings(db),
    toldReports(db, { limit: most, since: new Date(now.getTime() - year) }),
    db.selectFrom('statusComponents').select(['id', 'name']).execute(),
    db
      .selectFrom('statusStatements')
      .select(['id', 'title', 'words', 'publishedAt', 'changedAt'])
      .orderBy('publishedAt', 'desc')
      .limit(20)
      .execute(),
    fontFaces(),
  ])
  const open = told.filter((one) => !one.overAt)
  return {
    url,
    company,
    settings,
    parts: await shownParts(db, open),
    named: new Map(named.map((one) => [one.id, one.name])),
    open,
    past: told.filter((one) => one.overAt),
    statements,
    fonts,
    ahead: now.getTime() - Date.now(),
  }
}
