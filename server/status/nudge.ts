import { clockNow } from '#server/base/clock.ts'
import type { House } from '#server/base/context.ts'
import { moment, text as say } from '#server/base/text.ts'
import { leaveAt } from '#server/calendar/queries.ts'
import { readCompany } from '#server/team/company.ts'
import { languageOfTeammate } from '#server/team/language.ts'
import { findTeammate } from '#server/team/queries.ts'
import { saidIn } from './report.ts'
import './tables.ts'

/** So long before the hour that we have named, whoever named it is reminded. */
export const ahead = 10 * 60_000

/** When to remind: ten minutes before, and for a short while half of it. */
export const remindAt = (said: Date, next: Date): Date =>
  new Date(Math.max(next.getTime() - ahead, (said.getTime() + next.getTime()) / 2))

/** To whoever named the hour; to the leads where that person is not here. Nobody where a newer word has gone out. */
export async function nudgeLetters(
  house: Pick<House, 'db' | 'url'>,
  reportId: string,
): Promise<{ to: { name: string; email: string }; subject: string; text: string }[]> {
  const { db } = house
  const report = await db
    .selectFrom('statusReports')
    .innerJoin('statusUpdates', 'statusUpdates.reportId', 'statusReports.id')
    .select(['title', 'statusUpdates.nextAt', 'statusUpdates.byId', 'statusUpdates.at'])
    .where('statusReports.id', '=', reportId)
    .where('removedAt', 'is', null)
    .where('demo', '=', false)
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst()
  const now = await clockNow(db)
  if (!report?.nextAt || remindAt(report.at, report.nextAt) > now) return []
  const company = await readCompany(db)
  const author = report.byId ? await findTeammate(db, report.byId) : undefined
  const isHere = author && !author.leftAt && !author.demo && !(await leaveAt(db, author.id, now))
  const told = isHere
    ? [author]
    : await db
        .selectFrom('teammates')
        .select(['name', 'email', 'timeZone', 'preferences'])
        .where('role', 'in', ['lead', 'admin'])
        .where('leftAt', 'is', null)
        // The sample team has no mailbox.
        .where('demo', '=', false)
        .limit(10)
        .execute()
  return told.map(({ name, email, timeZone, preferences }) => {
    const language = languageOfTeammate({ preferences })
    const title = saidIn(report.title, language).text
    const when = moment(report.nextAt!, timeZone ?? company.timeZone, language)
    const url = `${house.url}/status-page/${reportId}`
    return {
      to: { name, email },
      subject: say('status.nudge.subject', { title }, language),
      text: say('status.nudge.text', { name, title, when, url }, language),
    }
  })
}
