import { sql } from 'kysely'
import { type Actor, teammateId } from '#server/base/actor.ts'
import { spoken } from '#server/base/spoken.ts'
import { locales, type TextLanguage } from '#server/base/text.ts'
import { written } from '#server/base/written.ts'
import type { Db } from '#server/database/database.ts'
import { readCompany } from '#server/team/company.ts'

/** How a reader is told things: on their clock and in the language they have chosen. */
export interface Reader {
  timeZone: string
  language: TextLanguage
}

/** For a key without a person, the company's clock; whoever has chosen no language is told in the one they ask in. */
export async function readerOf(db: Db, by: Actor): Promise<Reader> {
  const me = teammateId(by)
  const row =
    me &&
    (await db
      .selectFrom('teammates')
      .select(['timeZone', 'preferences'])
      .where('id', '=', me)
      .executeTakeFirst())
  return row
    ? readerFrom(row.timeZone, row.preferences.language)
    : { timeZone: (await readCompany(db)).timeZone, language: spoken() }
}

/** From what a teammate's row says. */
export const readerFrom = (timeZone: string, language: unknown): Reader => ({
  timeZone,
  language: chosen(language),
})

const chosen = (language: unknown): TextLanguage =>
  language === 'de' || language === 'en' ? language : spoken()

/** A moment as one says it: "14:00" today, "Friday 14:00" within the week, "27 November" beyond. */
export function when(at: Date, now: Date, timeZone: string, language: TextLanguage = spoken()): string {
  const { today, day, time, weekday, date } = clockOf(now, timeZone, language)
  if (day.format(at) === today) return time.format(at)
  const days = Math.abs(at.getTime() - now.getTime()) / 86_400_000
  return days < 6 ? `${weekday.format(at)} ${time.format(at)}` : date.format(at)
}

/** A screen says all its moments to one reader at one time: what that takes is found once for all of them. */
function clockOf(now: Date, timeZone: string, language: TextLanguage) {
  if (last?.now === now.getTime() && last.timeZone === timeZone && last.language === language) return last
  const say = (options: Intl.DateTimeFormatOptions) => written(locales[language], { ...options, timeZone })
  const day = written('en-CA', { timeZone })
  last = {
    now: now.getTime(),
    timeZone,
    language,
    day,
    today: day.format(now),
    time: say({ hour: '2-digit', minute: '2-digit' }),
    weekday: say({ weekday: 'long' }),
    date: say({ day: 'numeric', month: 'long' }),
  }
  return last
}
let last:
  | (Record<'day' | 'time' | 'weekday' | 'date', Intl.DateTimeFormat> & {
      now: number
      timeZone: string
      language: TextLanguage
      today: string
    })
  | undefined

/** An instant of the database with its microseconds, for the key of a page; a `Date` would cut them off. */
export const microsOf = (column: string) =>
  sql<string>`(extract(epoch from ${sql.ref(column)}) * 1000000)::bigint::text`
export const fromMicros = (micros: string) =>
  sql<Date>`(to_timestamp(0) + ${micros}::bigint * interval '1 microsecond')`
